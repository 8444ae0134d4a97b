// Matches to provenance: which relative the verdict speaks of, what kind it is, who came first.

import { dayOf } from '../archive/dates.ts';
import type { ArchivedOutlet } from '../archive/outlets.ts';
import type { ArchivedDocument } from '../archive/types.ts';
import type { Article } from '../article/types.ts';
import { addressKey, siteHost } from '../article/url.ts';
import { joinParagraphs, tokenise } from '../fingerprint/normalise.ts';
import { daysBetween, orderOf } from '../match/order.ts';
import { isHouseText } from '../match/outlet.ts';
import type { Match, MatchResult, Order, Relation, SamePage } from '../match/types.ts';
import { lookAlike } from './look-alike.ts';
import type { Provenance, RelatedCoverage, Relative, VerdictKind } from './types.ts';

/** Characters of a passage kept to be shown as evidence. */
const PASSAGE_TEXT = 240;

/**
 * The address that says which page this is. The canonical URL only where it is on the page's own
 * site: a syndicated copy names the original there, which is a claim of origin, not its address.
 */
export function pageAddress(article: Pick<Article, 'url' | 'canonicalUrl'>): string {
  const canonical = article.canonicalUrl?.value;
  if (canonical === undefined || siteHost(canonical) !== siteHost(article.url)) return article.url;
  return canonical;
}

/** Closeness of a relation to "the same text". */
const CLOSENESS: Record<Relation, number> = {
  identical: 3,
  edited: 2,
  contains: 1,
  'excerpt-of': 1,
  partial: 0,
  'shares-quote': 0,
};

const KINDS: Record<Relation, VerdictKind> = {
  identical: 'copy',
  edited: 'edited',
  contains: 'contains',
  'excerpt-of': 'excerpt',
  partial: 'passages',
  'shares-quote': 'passages',
};

/**
 * Tells where a page stands among its relatives.
 *
 * A false match costs more than a missed one: see {@link isWorthTelling} for what is left out.
 */
export function provenanceOf(
  article: Article,
  result: MatchResult,
  outlets: readonly ArchivedOutlet[] = [],
): Provenance {
  const address = addressKey(pageAddress(article));
  const text = joinParagraphs(article.paragraphs);
  const isSamePage = (document: ArchivedDocument) =>
    document.url !== undefined && address !== undefined && addressKey(document.url) === address;
  const told = result.matches.filter(
    (match) => isSamePage(match.document) || isWorthTelling(match, article),
  );
  const matches = orderedBySelf(
    told,
    told.find(({ document, relation }) => relation === 'identical' && isSamePage(document)),
  );
  const replaced = result.samePages
    .filter((page) => !matches.some((match) => isSameDocument(match, page)))
    .map((page) => replacedMatch(page, article, result.words));
  const offsets = tokenise(text);
  const passageText = (match: Match): string[] =>
    match.passages.map(({ page: [from, to] }) => {
      const start = offsets.start[from] ?? 0;
      const end = offsets.end[to - 1] ?? text.length;
      return end - start <= PASSAGE_TEXT
        ? text.slice(start, end)
        : `${text.slice(start, start + PASSAGE_TEXT)}…`;
    });

  const relatives = [...matches, ...replaced]
    .map((match): Relative => {
      const days = daysBetween(match.document.published, article.published?.value);
      return {
        match,
        samePage: isSamePage(match.document),
        ...(days === undefined ? {} : { daysBefore: days }),
        outlet: outletOf(match.document),
        passageTexts: passageText(match),
        sharedWords: match.passages.reduce((sum, { page: [from, to] }) => sum + to - from, 0),
        addedWords: match.added.reduce((sum, [from, to]) => sum + to - from, 0),
      };
    })
    .toSorted((x, y) => byDate(x.match.document, y.match.document));

  const verdict = verdictOf(relatives);
  const related = relatedCoverage(relatives, result);
  const earliest = earliestOf(relatives);
  const host = siteHost(article.url);
  const resembled = host === undefined ? undefined : lookAlike(host, outlets);
  return {
    ...(resembled === undefined ? {} : { lookAlike: resembled }),
    kind: verdict?.kind ?? (related.length > 0 ? 'related' : 'no-match'),
    ...(verdict === undefined ? {} : { main: verdict.main }),
    ...(earliest === undefined
      ? {}
      : {
          earliest: {
            document: earliest.match.document,
            outlet: earliest.outlet,
            archive: earliest.match.archive.name,
          },
        }),
    relatives,
    related,
    searched: {
      archives: result.searched.map(({ name, documents, created, sha256 }) => ({
        name,
        documents,
        created,
        sha256,
      })),
      documents: result.searched.reduce((sum, { documents }) => sum + documents, 0),
    },
    words: result.words,
  };
}

function isSameDocument(match: Match, page: SamePage): boolean {
  return match.document.id === page.document.id && match.archive.sha256 === page.archive.sha256;
}

/** Only possible matches are left out, and what an outlet repeats under its own stories. */
function isWorthTelling(match: Match, article: Article): boolean {
  if (match.strength === 'possible') return false;
  if (!isHouseText(match, article.url)) return true;
  return addressKey(match.document.url ?? '') === addressKey(pageAddress(article));
}

/** An archived version of this very page with which it shares no text any more. */
function replacedMatch(page: SamePage, article: Article, words: number): Match {
  const { order, reason } = orderOf(article.published?.value, page.document.published);
  return {
    ...page,
    relation: 'shares-quote',
    // The address itself is the evidence.
    strength: 'strong',
    evidence: 0,
    pageShare: 0,
    archiveShare: 0,
    editRate: 0,
    order,
    orderReason: reason,
    passages: [],
    added: words === 0 ? [] : [[0, words]],
    droppedParagraphs: [],
    archiveParagraphs: 0,
  };
}

/**
 * Where this page itself is archived unchanged, the archive's date of it decides what came before
 * and after: what the page says of its own date today is worth less.
 */
function orderedBySelf(matches: Match[], self: Match | undefined): Match[] {
  const selfDate = self?.document.published;
  if (selfDate === undefined) return matches;
  return matches.map((match) => {
    if (match === self) return match;
    const { order, reason } = orderOf(selfDate, match.document.published);
    return { ...match, order, orderReason: reason };
  });
}

/**
 * By the last day that a date can mean: a year alone comes after the days in it. Without a date
 * last of all.
 */
function byDate(x: ArchivedDocument, y: ArchivedDocument): number {
  const { order } = orderOf(x.published, y.published);
  if (order !== 'unknown') return order === 'page-earlier' ? -1 : 1;
  const [left, right] = [dayOf(x.published), dayOf(y.published)];
  if (left.precision === 0 || right.precision === 0) return right.precision - left.precision;
  return right.precision - left.precision || left.day - right.day;
}

/**
 * The relative whose publication is known to come before that of every other. Only texts that are
 * the page's own count: who first printed a quotation says nothing about the story.
 */
function earliestOf(relatives: Relative[]): Relative | undefined {
  const close = relatives.filter(
    (relative) => isClose(relative) && dayOf(published(relative)).precision > 0,
  );
  return close.find((first) =>
    close.every(
      (other) =>
        other === first || orderOf(published(first), published(other)).order === 'page-earlier',
    ),
  );
}

function published({ match }: Relative): string | undefined {
  return match.document.published;
}

function isClose({ samePage, match }: Relative): boolean {
  return samePage || CLOSENESS[match.relation] > 0;
}

/** The outlet's name as shown: its publisher, else the host of its address. */
function outletOf(document: ArchivedDocument): string {
  return document.publisher ?? (document.url === undefined ? '' : (siteHost(document.url) ?? ''));
}

/**
 * The relative the verdict speaks of. This page's own archived version, unless that has a source
 * that is earlier or may be; then the closest text that is not known to be later, the earliest of
 * those; then the closest of the later ones. "Original" and "earliest" are said only where every
 * other copy is known to be later.
 */
function verdictOf(relatives: Relative[]): { kind: VerdictKind; main: Relative } | undefined {
  const self = relatives.find(({ samePage }) => samePage);
  if (self !== undefined && self.match.relation !== 'identical') {
    return { kind: 'changed', main: self };
  }
  const others = relatives.filter(({ samePage }) => !samePage);
  const ordered = (order: Order, of = others) =>
    closest(of.filter((each) => each.match.order === order));
  if (self !== undefined) {
    const close = others.filter(isClose);
    const source = ordered('archive-earlier', close) ?? ordered('unknown', close);
    return source === undefined
      ? { kind: 'original', main: self }
      : { kind: KINDS[source.match.relation], main: source };
  }
  const main = closest(others.filter(({ match }) => match.order !== 'page-earlier'));
  if (main !== undefined) return { kind: KINDS[main.match.relation], main };
  const later = closest(others);
  if (later === undefined) return undefined;
  return { kind: isClose(later) ? 'earliest' : 'passages', main: later };
}

function closest(relatives: Relative[]): Relative | undefined {
  return relatives.toSorted(
    (x, y) => CLOSENESS[y.match.relation] - CLOSENESS[x.match.relation] || byEvidence(x, y),
  )[0];
}

/** Earliest first among texts that are equally close; where no date decides, the stronger evidence. */
function byEvidence(x: Relative, y: Relative): number {
  return byDate(x.match.document, y.match.document) || y.match.evidence - x.match.evidence;
}

/** What matching found related, and what the relatives point to, each story once. */
function relatedCoverage(relatives: Relative[], result: MatchResult): RelatedCoverage[] {
  const found = result.related.flatMap(({ archive, document, score, reasons }) =>
    document.title === undefined
      ? []
      : {
          title: document.title,
          ...(document.url === undefined ? {} : { url: document.url }),
          ...(document.published === undefined ? {} : { published: document.published }),
          outlet: outletOf(document),
          reasons,
          score,
          of: { archive: archive.sha256, id: document.id },
        },
  );
  const known = new Set(found.map(({ title }) => title.toLowerCase()));
  const pointedTo = relatives.flatMap(({ match, outlet }) =>
    match.document.related.flatMap((pointer) => {
      const title = pointer.title.toLowerCase();
      if (known.has(title)) return [];
      known.add(title);
      return { ...pointer, pointedToBy: outlet };
    }),
  );
  return [...found, ...pointedTo];
}
