// Matches to provenance: which relative the verdict speaks of, what kind it is, who came first.

import { dayOf } from '../archive/dates.ts';
import { UNKNOWN_DAY } from '../archive/layout.ts';
import type { ArchivedDocument } from '../archive/types.ts';
import type { Article } from '../article/types.ts';
import { addressKey, siteHost } from '../article/url.ts';
import { joinParagraphs, tokenise } from '../fingerprint/normalise.ts';
import { daysBetween, orderOf } from '../match/order.ts';
import type { Match, MatchResult, Relation, SamePage } from '../match/types.ts';
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
export function provenanceOf(article: Article, result: MatchResult): Provenance {
  const address = addressKey(pageAddress(article));
  const text = joinParagraphs(article.paragraphs);
  const isSamePage = (document: ArchivedDocument) =>
    document.url !== undefined && address !== undefined && addressKey(document.url) === address;
  const matches = result.matches.filter((match) => isWorthTelling(match, article));
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
  const dated = relatives.find(({ match }) => dayOf(match.document.published).precision > 0);
  return {
    kind: verdict?.kind ?? (related.length > 0 ? 'related' : 'no-match'),
    ...(verdict === undefined ? {} : { main: verdict.main }),
    ...(dated === undefined
      ? {}
      : {
          earliest: {
            document: dated.match.document,
            outlet: dated.outlet,
            archive: dated.match.archive.name,
          },
        }),
    relatives,
    related,
    searched: {
      archives: result.searched.map(({ name, documents, created }) => ({
        name,
        documents,
        created,
      })),
      documents: result.searched.reduce((sum, { documents }) => sum + documents, 0),
    },
    words: result.words,
  };
}

function isSameDocument(match: Match, page: SamePage): boolean {
  return match.document.id === page.document.id && match.archive.sha256 === page.archive.sha256;
}

/**
 * Only possible matches are left out. So is a short passage shared with another story of the same
 * site: it is the author's note, the photo caption or the invitation to subscribe.
 */
function isWorthTelling({ strength, relation, document }: Match, article: Article): boolean {
  if (strength === 'possible') return false;
  if (relation !== 'shares-quote' || document.url === undefined) return true;
  return (
    siteHost(document.url) !== siteHost(article.url) ||
    addressKey(document.url) === addressKey(pageAddress(article))
  );
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

function byDate(x: ArchivedDocument, y: ArchivedDocument): number {
  const [left, right] = [dayOf(x.published).day, dayOf(y.published).day];
  if (left !== right) {
    if (left === UNKNOWN_DAY) return 1;
    if (right === UNKNOWN_DAY) return -1;
    return left - right;
  }
  return (x.published ?? '').localeCompare(y.published ?? '');
}

/** The outlet's name as shown: its publisher, else the host of its address. */
function outletOf(document: ArchivedDocument): string {
  return document.publisher ?? (document.url === undefined ? '' : (siteHost(document.url) ?? ''));
}

/**
 * The relative the verdict speaks of. This page's own archived version first; then the closest text
 * that is not known to be later, the earliest of those; then the closest of the later ones.
 */
function verdictOf(relatives: Relative[]): { kind: VerdictKind; main: Relative } | undefined {
  const self = relatives.find(({ samePage }) => samePage);
  if (self !== undefined && self.match.relation !== 'identical') {
    return { kind: 'changed', main: self };
  }
  const others = relatives.filter(({ samePage }) => !samePage);
  if (self !== undefined) {
    const source = closest(
      others.filter(
        ({ match }) => match.order === 'archive-earlier' && CLOSENESS[match.relation] > 0,
      ),
    );
    return source === undefined
      ? { kind: 'original', main: self }
      : { kind: KINDS[source.match.relation], main: source };
  }
  const main = closest(others.filter(({ match }) => match.order !== 'page-earlier'));
  if (main !== undefined) return { kind: KINDS[main.match.relation], main };
  const later = closest(others);
  return later === undefined ? undefined : { kind: 'earliest', main: later };
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

/** What the relatives point to as related, and what matching found, each story once. */
function relatedCoverage(relatives: Relative[], result: MatchResult): RelatedCoverage[] {
  const found = [
    ...relatives.flatMap(({ match, outlet }) =>
      match.document.related.map((pointer) => ({ ...pointer, pointedToBy: outlet })),
    ),
    ...result.related.flatMap(({ document }) =>
      document.title === undefined
        ? []
        : {
            title: document.title,
            ...(document.url === undefined ? {} : { url: document.url }),
            ...(document.published === undefined ? {} : { published: document.published }),
            outlet: outletOf(document),
            pointedToBy: '',
          },
    ),
  ];
  const byTitle = new Map(found.map((item) => [item.title.toLowerCase(), item]));
  return [...byTitle.values()];
}
