// Copies, cuts and revisions that people made, and stories of one event that are no copies.

import type { Archive } from '../../src/archive/reader.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { joinParagraphs, normalisedWords } from '../../src/fingerprint/normalise.ts';
import { matchText } from '../../src/match/match.ts';
import type { Match } from '../../src/match/types.ts';
import { archiveOf, documentOf } from '../support/packs.ts';
import { figure } from './figures.ts';
import { jsonLines, sharedFile } from './news.ts';
import type { Table } from './types.ts';

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

async function linesOf(path: string): Promise<Record<string, unknown>[]> {
  const file = sharedFile(path);
  if (file === undefined) return [];
  const lines: Record<string, unknown>[] = [];
  for await (const line of jsonLines(file)) lines.push(fieldsOf(line));
  return lines;
}

async function reportedOf(archive: Archive, paragraphs: readonly string[]): Promise<Match[]> {
  const { matches } = await matchText({ paragraphs }, [archive]);
  return matches.filter(({ strength }) => strength !== 'possible');
}

const percent = (part: number, whole: number) => (whole === 0 ? '—' : figure((100 * part) / whole));

/** Runs of `length` words, to compare by exactly. */
function shingles(text: string, length: number): Set<string> {
  const words = normalisedWords(text);
  const found = new Set<string>();
  for (let i = 0; i + length <= words.length; i++) found.add(words.slice(i, i + length).join(' '));
  return found;
}

function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0;
  for (const each of one) if (other.has(each)) count++;
  return count;
}

/** Cut copies: is the source first, and what is told of them that is not the source. */
async function truncatedCopies(archive: Archive): Promise<string[][]> {
  const bands = new Map([
    ['all', { asked: 0, found: 0, without: 0 }],
    ['under 20 words', { asked: 0, found: 0, without: 0 }],
    ['20 to 39', { asked: 0, found: 0, without: 0 }],
    ['40 and more', { asked: 0, found: 0, without: 0 }],
  ]);
  for (const { text, source } of await linesOf('news/truncated-copies.jsonl.gz')) {
    if (typeof text !== 'string') continue;
    const words = normalisedWords(text).length;
    const matches = await reportedOf(archive, [text]);
    const band = words < 20 ? 'under 20 words' : words < 40 ? '20 to 39' : '40 and more';
    for (const of of [bands.get('all'), bands.get(band)]) {
      if (of === undefined) continue;
      of.asked++;
      if (matches[0]?.document.id === source) of.found++;
      if (matches.some(({ document }) => document.id !== source)) of.without++;
    }
  }
  return Array.from(bands, ([band, { asked, found, without }]) => [
    `cut copies, ${band}`,
    `${asked}`,
    percent(found, asked),
    `${without} also found elsewhere`,
  ]);
}

/** Pairs with a computed containment of 0.3 and more: does one find the other. */
async function reusePairs(
  archive: Archive,
  documents: ReadonlyMap<string, DocumentInput>,
): Promise<string[][]> {
  const of = { asked: 0, found: 0, acrossAsked: 0, acrossFound: 0 };
  for (const { a, b, cont_a, cont_b, cross_source } of await linesOf('news/reuse-pairs.jsonl')) {
    if (Math.max(Number(cont_a), Number(cont_b)) < 0.3) continue;
    const text = documents.get(String(a));
    if (text === undefined || !documents.has(String(b))) continue;
    const matches = await reportedOf(archive, text.paragraphs);
    const found = matches.some(({ document }) => document.id === b) ? 1 : 0;
    of.asked++;
    of.found += found;
    if (cross_source === true) {
      of.acrossAsked++;
      of.acrossFound += found;
    }
  }
  return [
    ['reused text, containment >= 0.3', `${of.asked}`, percent(of.found, of.asked), 'among ten'],
    ['  of two outlets', `${of.acrossAsked}`, percent(of.acrossFound, of.acrossAsked), 'among ten'],
  ];
}

/** Stories that editors put together: those without shared text must never be called copies. */
async function sameEvents(
  archive: Archive,
  documents: ReadonlyMap<string, DocumentInput>,
): Promise<string[][]> {
  const file = sharedFile('news/same-event-groups.json');
  if (file === undefined) return [];
  let pairs = 0;
  let copies = 0;
  let quotes = 0;
  for await (const group of groupsOf(file)) {
    for (const id of group) {
      const text = documents.get(id);
      if (text === undefined) continue;
      const ours = shingles(joinParagraphs(text.paragraphs), 8);
      const matches = await reportedOf(archive, text.paragraphs);
      for (const other of group) {
        const theirs = documents.get(other);
        if (other === id || theirs === undefined) continue;
        const there = shingles(joinParagraphs(theirs.paragraphs), 8);
        const common = shared(ours, there);
        if (common / Math.max(1, Math.min(ours.size, there.size)) >= 0.1) continue;
        pairs++;
        const relation = matches.find(({ document }) => document.id === other)?.relation;
        if (relation === 'shares-quote' || relation === 'partial') quotes++;
        else if (relation !== undefined) copies++;
      }
    }
  }
  return [
    [
      'one event, containment < 0.1',
      `${pairs}`,
      percent(copies, pairs),
      'called a copy (no more than 0)',
    ],
    ['', '', percent(quotes, pairs), 'share a quote or passage'],
  ];
}

async function* groupsOf(file: URL): AsyncGenerator<string[]> {
  const { readFile } = await import('node:fs/promises');
  const groups: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!Array.isArray(groups)) return;
  for (const group of groups) {
    const { ids } = fieldsOf(group);
    if (Array.isArray(ids)) yield ids.map(String);
  }
}

function newest(versions: readonly string[]): string {
  return versions.at(-1) ?? '';
}

/** Older versions of encyclopedia pages against the newest of each. */
async function revisions(): Promise<string[][]> {
  const pages = (await linesOf('revisions/revisions.jsonl.gz')).flatMap(({ page, versions }) =>
    Array.isArray(versions) ? [{ id: String(page), versions: versions.map(String) }] : [],
  );
  const archive = await archiveOf(
    pages.map(({ id, versions }) => documentOf({ id, paragraphs: newest(versions).split('\n') })),
  );
  const bands = new Map(
    ['J >= 0.7', 'J 0.4 to 0.7', 'J 0.1 to 0.4'].map((name) => [name, { asked: 0, found: 0 }]),
  );
  const words = { right: 0, told: 0, shared: 0 };
  for (const { id, versions } of pages) {
    const latest = shingles(newest(versions), 5);
    for (const version of versions.slice(0, -1)) {
      const ours = shingles(version, 5);
      const common = shared(ours, latest);
      const jaccard = common / (ours.size + latest.size - common);
      const band = jaccard >= 0.7 ? 'J >= 0.7' : jaccard >= 0.4 ? 'J 0.4 to 0.7' : 'J 0.1 to 0.4';
      const of = bands.get(band);
      if (of === undefined || jaccard < 0.1) continue;
      const paragraphs = version.split('\n');
      const [first] = await reportedOf(archive, paragraphs);
      of.asked++;
      if (first?.document.id !== id) continue;
      of.found++;
      countWords(words, first, normalisedWords(joinParagraphs(paragraphs)), latest);
    }
  }
  return [
    ...Array.from(bands, ([band, { asked, found }]) => [
      `older versions, ${band}`,
      `${asked}`,
      percent(found, asked),
      'first',
    ]),
    ['  words in passages that stand in both', '', percent(words.right, words.told), 'precision'],
    ['  words in both that are in passages', '', percent(words.right, words.shared), 'recall'],
  ];
}

/** A word stands in both where one of the five-word runs around it does. */
function countWords(
  count: { right: number; told: number; shared: number },
  match: Match,
  words: readonly string[],
  latest: ReadonlySet<string>,
): void {
  const truth = new Uint8Array(words.length);
  for (let i = 0; i + 5 <= words.length; i++) {
    if (latest.has(words.slice(i, i + 5).join(' '))) truth.fill(1, i, i + 5);
  }
  const told = new Uint8Array(words.length);
  for (const { page } of match.passages) told.fill(1, page[0], page[1]);
  for (let i = 0; i < words.length; i++) {
    if (told[i] === 1) count.told++;
    if (truth[i] === 1) count.shared++;
    if (told[i] === 1 && truth[i] === 1) count.right++;
  }
}

/** All of them, against an archive of all articles. */
export async function realCopies(
  archive: Archive,
  documents: readonly DocumentInput[],
  progress: (line: string) => void,
): Promise<{ tables: Table[]; json: Record<string, unknown> }> {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const rows: string[][] = [];
  for (const [name, part] of Object.entries({
    'cut copies': () => truncatedCopies(archive),
    'reused text': () => reusePairs(archive, byId),
    'one event': () => sameEvents(archive, byId),
    'older versions': revisions,
  })) {
    progress(name);
    rows.push(...(await part()));
  }
  return {
    tables: [
      {
        title: 'What people copied, cut and revised',
        columns: ['', 'asked', '%', 'of them'],
        rows,
        notes: [`std, all ${documents.length} articles archived; encyclopedia pages apart`],
      },
    ],
    json: { rows },
  };
}
