// What marks a text as an agency's dispatch, and what it says itself of where it was before.

import { agencyOf, agencySigns } from './agencies.ts';
import { type Block, readBlocks } from './blocks.ts';
import { titleKey } from './headline.ts';
import { dateIn } from './metadata/date.ts';
import { originIn } from './origins.ts';
import type { Byline, Dispatch, Evidenced, OriginClaim } from './types.ts';
import { checkedUrl, siteHost } from './url.ts';

const place = "\\p{Lu}[\\p{L}.'’ -]{1,40}?(?:,\\s\\p{Lu}[\\p{L}.'’ -]{1,30}?)?";
const day = '(?:\\p{L}{3,12}\\.?\\s\\d{1,2}|\\d{1,2}\\.?\\s\\p{L}{3,12}\\.?)(?:,?\\s[12]\\d{3})?';
const dash = '\\s*(?:--|[—–-])\\s*';
const sign = `(?<agency>${agencySigns}|INTERFAX(?:\\.RU)?)`;

/**
 * How agencies begin: `MOSCOW, Feb 5 (Reuters) -`, `ROME (AP) —`, `Madrid, 5 feb (EFE).-`,
 * `МОСКВА, 5 февраля. /ТАСС/.`, `МОСКВА, 5 фев — РИА Новости.`, `Москва. 5 февраля. Интерфакс -`,
 * `(ANSA) - ROMA, 05 FEB -`. Each needs the agency's sign; a place in capitals may do without.
 */
const datelines = [
  `^(?<place>${place})(?:,\\s*(?<date>${day}))?\\s*\\(${sign}(?:/[\\p{L} ]{2,20})?\\)\\.?${dash}`,
  `^(?<place>${place})[,.]\\s+(?<date>${day})\\.?\\s+/${sign}/[.,]?\\s`,
  `^(?<place>${place}),\\s+(?<date>${day})${dash}${sign}[.,]\\s`,
  `^(?<place>${place})\\.\\s+(?<date>${day})\\.\\s+${sign}${dash}`,
  `^\\(${sign}\\)${dash}(?<place>${place})(?:,?\\s+(?<date>${day}))?${dash}`,
].map((pattern) => new RegExp(pattern, 'iu'));
const capitals =
  /^(?<place>\p{Lu}[\p{Lu}.'’ -]{2,40}(?:,\s\p{Lu}[\p{L}.'’ -]{1,30}?)?)(?:,\s*(?<date>(?:\p{L}{3,12}\.?\s\d{1,2}|\d{1,2}\s\p{L}{3,12}\.?)(?:,?\s[12]\d{3})?))?\s*(?:--|[—–]|\s-)\s+(?=\p{Lu}|["“«])/u;

/** Words in capitals that announce what follows. */
const noPlace =
  /^(?:exclusive|update\w*|breaking|watch|opinion|analysis|video|photos?|live|correction|note|file|editorial|comment|review|interview|explainer|factbox|timeline|special|new|news|read|listen|why|how|what|who|the|a|an|in|эксклюзив|видео|фото|срочно|обновлено|молния|мнение|интервью)\b/iu;

/** Reads the dateline that a paragraph begins with: place and date as they are written. */
export function readDateline(paragraph: string): Dispatch['dateline'] | undefined {
  const start = paragraph.slice(0, 160);
  for (const pattern of [...datelines, capitals]) {
    const found = pattern.exec(start);
    if (found?.groups === undefined) continue;
    const { place: where, date, agency } = found.groups;
    // Names of places begin with a capital in every language that has them; `iu` does not see it.
    if (where === undefined || !/^\p{Lu}/u.test(where)) continue;
    if (agency === undefined && noPlace.test(where)) continue;
    const named = agency === undefined ? undefined : agencyNamed(agency);
    if (agency !== undefined && named === undefined) continue;
    return {
      place: where.trim(),
      ...(date === undefined ? {} : { date: date.trim().replace(/(?<=\p{L}{4})\.$/u, '') }),
      ...(named === undefined ? {} : { agency: named }),
      text: found[0].trim(),
    };
  }
  return undefined;
}

/** A sign of a few letters counts in its own capitals alone: `Pa` and `apa` are words. */
function agencyNamed(text: string): string | undefined {
  const bare = text.replace(/\.RU$/i, '');
  const isShort = bare.length <= 4 && bare !== 'dpa' && bare !== bare.toUpperCase();
  return isShort ? undefined : agencyOf(bare);
}

const creditLine = new RegExp(
  `^[\\s(\\[/—–-]*(?:(?:source|via|text|agency|quelle|fuente|fonte|źródło|источник|джерело)\\s*:\\s*)?(${agencySigns})(?:\\s*[/,+&]\\s*(?:${agencySigns}|[\\p{L} ]{2,20}))*[\\s)\\]/.]*$`,
  'iu',
);

/** The agency that a short line gives alone: `(AFP)`, `Source: dpa`, `/ТАСС/`. */
function creditedAgency(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const found = creditLine.exec(text)?.[1];
  return found === undefined ? undefined : agencyNamed(found);
}

/** Text read around the story, in characters; notices stand at its beginning and its end. */
const mostText = 200_000;
const longestNotice = 450;
/** Blocks at either end where a longer notice may stand. */
const near = 12;

export interface DispatchContext {
  document: Document;
  headline: Element | undefined;
  byline: readonly Byline[];
  paragraphs: readonly string[];
  /** What metadata claims. */
  origins: readonly OriginClaim[];
  publisher: string | undefined;
  url: string;
}

/** The blocks in which a notice may stand, first to last. */
function noticeBlocks({ document, headline }: DispatchContext): Block[] {
  const scope = headline?.closest('article, main, [role="main"]') ?? document.body;
  if (scope === null) return [];
  const { blocks } = readBlocks(scope, mostText);
  return blocks.filter(
    ({ text }, at) =>
      text.length <= longestNotice &&
      (text.length <= 200 || at < near || at >= blocks.length - near),
  );
}

/** An origin that is the page's own outlet says nothing of elsewhere. */
function isElsewhere(claim: OriginClaim, { publisher, url }: DispatchContext): boolean {
  const host = siteHost(url);
  const own = titleKey(publisher ?? '').replace(/^the /, '');
  const named = titleKey(claim.name ?? '').replace(/^the /, '');
  if (named !== '' && named === own) return false;
  if (claim.url !== undefined && host !== undefined && siteHost(claim.url) === host) return false;
  return named !== '' || claim.url !== undefined || claim.kind === 'translated';
}

/** The claims of origin in the page's notices, with their links checked. */
function readOrigins(context: DispatchContext, blocks: readonly Block[]): OriginClaim[] {
  const base = context.url === '' ? undefined : context.url;
  return blocks.flatMap((block) => {
    const found = originIn(block.text);
    if (found === undefined) return [];
    const { kind, name: named, at } = found;
    const link = block.links.find(({ start, end }) => end > at && start < at + 200);
    const atName = link !== undefined && Math.abs(link.start - at) <= 6;
    // Another link of the notice is the original's only where it says so: names of licences and
    // authors are linked too.
    const original = block.links.find(({ text }) =>
      /\b(?:original|source)\b|оригинал/iu.test(text),
    );
    const target = atName ? link : original;
    const url = target && checkedUrl(target.href, base);
    const name = named ?? (atName && link.text.length <= 80 ? link.text : undefined);
    const date = dateIn(block.text.slice(at));
    const claim: OriginClaim = {
      kind: name !== undefined && agencyNamed(name) !== undefined ? 'agency' : kind,
      ...(name === undefined ? {} : { name }),
      ...(url === undefined ? {} : { url }),
      ...(date === undefined ? {} : { published: date.value }),
      text: block.text.slice(0, 300),
      from: 'notice on the page',
    };
    return isElsewhere(claim, context) ? [claim] : [];
  });
}

/** Each agency once, with the first place that names it. */
function distinct(agencies: readonly Evidenced[]): Evidenced[] {
  return agencies.filter(
    ({ value }, at) => agencies.findIndex((other) => other.value === value) === at,
  );
}

const mostOrigins = 10;

/**
 * What says that the story was sent out by an agency or was published elsewhere before. A wrong
 * claim costs more than a missed one: only notices about the text itself count, never sentences of
 * the story about other reports. Undefined where the page says nothing of the kind.
 */
export function readDispatch(context: DispatchContext): Dispatch | undefined {
  // Without a story there is nothing to have been elsewhere.
  if (context.paragraphs.length === 0) return undefined;
  const blocks = noticeBlocks(context);
  const ends = [...blocks.slice(0, near), ...blocks.slice(-near)];
  const [first = '', second = ''] = context.paragraphs;
  const dateline = readDateline(first) ?? (first.length < 60 ? readDateline(second) : undefined);
  const agencies = distinct([
    ...context.byline.flatMap(({ value, from }) => {
      const agency = agencyNamed(value);
      return agency === undefined ? [] : [{ value: agency, from }];
    }),
    ...(dateline?.agency === undefined ? [] : [{ value: dateline.agency, from: 'dateline' }]),
    ...ends.flatMap(({ text }) => {
      const agency = creditedAgency(text);
      return agency === undefined ? [] : [{ value: agency, from: 'credit line' }];
    }),
  ]);
  const origins = [...context.origins, ...readOrigins(context, blocks)]
    .filter((claim) => isElsewhere(claim, context))
    .filter(
      (claim, at, all) =>
        all.findIndex(({ text, url }) => text === claim.text && url === claim.url) === at,
    )
    .slice(0, mostOrigins);
  if (agencies.length === 0 && dateline === undefined && origins.length === 0) return undefined;
  return { agencies, ...(dateline === undefined ? {} : { dateline }), origins };
}
