// Whether a page is cited as a newspaper's article, a magazine's, a blog's entry or a web page.
import type { PageFacts } from '../provenance/types.ts';
import type { CitedType } from './csl.ts';
import { lineOrNone } from './text.ts';

/** Platforms on which every page is somebody's blog, by the end of their host. */
const BLOG_HOSTS =
  /(?:^|\.)(?:blogspot\.[a-z.]+|wordpress\.com|livejournal\.com|substack\.com|tumblr\.com|medium\.com|ghost\.io|blogger\.com|typepad\.com|hatenablog\.com)$/;
/** A path or host that names itself a blog. */
const BLOG_HOST = /^blogs?\./;
const BLOG_PATH = /^\/(?:blogs?|weblog)\//i;
const BLOG_SECTION = /^(?:blogs?|weblog|блоги?)$/i;
/** Names of periodicals that are no daily papers. "Review" and "Journal" are in papers' names too. */
const MAGAZINE = /\b(?:magazine|monthly|quarterly|fortnightly|magazin|revista|rivista)\b|журнал/iu;

export interface CitedKind {
  value: CitedType;
  /** What it was chosen by, in words. */
  from: string;
}

/**
 * The CSL type of a page and by which evidence: what the page says of itself first, then its address, then its
 * outlet's name. A newspaper's article needs outlet and date, which is what such an entry is
 * printed from; without them it is a web page.
 */
export function citedKind(page: PageFacts): CitedKind {
  const claimed = page.schemaType;
  if (claimed !== undefined && claimed.value === 'BlogPosting') {
    return { value: 'post-weblog', from: `${claimed.from} ${claimed.value}` };
  }
  const { hostname, pathname } = new URL(page.url);
  if (BLOG_HOSTS.test(hostname) || BLOG_HOST.test(hostname)) {
    return { value: 'post-weblog', from: `the host ${hostname}` };
  }
  if (BLOG_PATH.test(pathname)) return { value: 'post-weblog', from: 'the path of the address' };
  if (page.section !== undefined && BLOG_SECTION.test(page.section.value.trim())) {
    return { value: 'post-weblog', from: `section, ${page.section.from}` };
  }
  const outlet = lineOrNone(page.publisher?.value);
  if (outlet === undefined || page.published === undefined) {
    const lacking = outlet === undefined ? 'outlet' : 'date';
    return { value: 'webpage', from: `no ${lacking} is known` };
  }
  if (MAGAZINE.test(outlet)) return { value: 'article-magazine', from: 'the name of the outlet' };
  return claimed !== undefined && claimed.value.endsWith('NewsArticle')
    ? { value: 'article-newspaper', from: `${claimed.from} ${claimed.value}` }
    : { value: 'article-newspaper', from: 'outlet and date are known' };
}
