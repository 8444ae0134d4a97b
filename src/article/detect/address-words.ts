// Words of an address that name a kind of page.

import { dated } from '../address.ts';

export interface AddressWords {
  dated: boolean;
  blog: boolean;
  docs: boolean;
  forum: boolean;
  shop: boolean;
  service: boolean;
  /** Words of the last segment. */
  last: number;
  depth: number;
}

const blog =
  /^(?:blogs?|news|newsroom|articles?|posts?|stor(?:y|ies)|opinions?|insights|magazine|journal|press(?:-releases?)?|features?|columns?|editorials?|reviews?|politics|world|business|sports?|entertainment|health|science|technology|tech|lifestyle|local)$/i;
const docs =
  /^(?:docs?|documentation|manuals?|reference|api|apis|guides?|tutorials?|wiki|help|support|kb|knowledge(?:-?base)?|learn|developers?|dev|sdk|handbook|getting-started|quickstart|stable|latest|v?\d+(?:\.\d+)+|en-us)$/i;
const forum =
  /^(?:forums?|community|threads?|topics?|t|questions?|discussions?|discuss|viewtopic(?:\.php)?|showthread(?:\.php)?|boards?|talk|comments|r|answers|issues|q|qa)$/i;
const shop =
  /^(?:shop|store|products?|p|dp|item|items|collections?|category|categories|c|cart|catalog|catalogue|sale|brands?|search|s|browse|pricing|prices|buy|tags?)$/i;
const service =
  /^(?:services?|solutions?|about(?:-us)?|contact(?:-us)?|locations?|company|team|programs?|services-\w+|practice-areas?|treatments?|features|pricing|industries|platform|products?|our-\w+|courses?|plans?)$/i;

export function addressWords(url: string): AddressWords {
  if (!URL.canParse(url)) {
    return {
      dated: false,
      blog: false,
      docs: false,
      forum: false,
      shop: false,
      service: false,
      last: 0,
      depth: 0,
    };
  }
  const { hostname, pathname } = new URL(url);
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const labels = hostname.split('.').slice(0, -2);
  const all = [...labels, ...segments];
  const names = (word: RegExp): boolean => all.some((name) => word.test(name));
  const last = (segments.at(-1) ?? '').replace(/\.\w{2,5}$/, '');
  return {
    dated: dated.test(pathname),
    blog: names(blog),
    docs: names(docs),
    forum: names(forum),
    shop: names(shop),
    service: names(service),
    last: last.split(/[-_+]+|%20/).filter((word) => word !== '').length,
    depth: segments.length,
  };
}
