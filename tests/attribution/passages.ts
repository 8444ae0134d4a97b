// The marked passages, and how what was found in them is counted against the marks.

import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { CitedSource } from '../../src/article/types.ts';
import { attribute } from '../../src/attribution/attribute.ts';

const mark = v.strictObject({
  name: v.string(),
  kind: v.picklist(['person', 'organisation', 'document', 'unnamed']),
  role: v.optional(v.string()),
  cue: v.string(),
  denies: v.optional(v.boolean()),
});
const passage = v.strictObject({
  id: v.string(),
  paragraphs: v.array(v.string()),
  sources: v.array(mark),
  quotes: v.array(v.strictObject({ begins: v.string(), speaker: v.string() })),
});
const file = v.strictObject({ language: v.string(), passages: v.array(passage) });

export type Mark = v.InferOutput<typeof mark>;
export interface Passage extends v.InferOutput<typeof passage> {
  language: string;
  style: string;
  /**
   * Rules were made looking at `developed on` and at real stories; `held out` was looked into once,
   * after its first figures; `unseen` never, it was written before that and is only counted.
   */
  half: 'developed on' | 'held out' | 'unseen' | 'newsstand';
}

const folder = new URL('./passages/', import.meta.url);

function halfOf(name: string, index: number): Passage['half'] {
  if (name.startsWith('unseen')) return 'unseen';
  return index % 2 === 0 ? 'developed on' : 'held out';
}

/** All passages; every second one of a file is held out. */
export function readPassages(): Passage[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const read = v.parse(file, JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      return read.passages.map((each, index) => ({
        ...each,
        language: read.language,
        style: name.replace('.json', ''),
        half: halfOf(name, index),
      }));
    });
}

export interface Count {
  /** Found and marked. */
  right: number;
  /** Found and not marked. */
  extra: string[];
  /** Marked and not found. */
  missed: string[];
  quotes: number;
  /** Quotations given to the speaker marked. */
  quotesRight: number;
  /** Quotations given to somebody else. */
  quotesWrong: string[];
  /** Of those right: with the first cue marked, and with the role marked, of those with a role. */
  cues: number;
  roles: number;
  rolesMarked: number;
}

const words = (name: string): string[] =>
  name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{N}'-]+/u)
    .filter((word) => word !== '' && !/^(?:the|a|an)$/.test(word));

/** A person by the whole name; others may be told with more or fewer words. */
export function isSame(
  found: Pick<CitedSource, 'name' | 'kind'>,
  marked: Pick<Mark, 'name' | 'kind'>,
): boolean {
  if (found.kind !== marked.kind) return false;
  const [a, b] = [words(found.name), words(marked.name)];
  if (a.join(' ') === b.join(' ')) return true;
  if (found.kind === 'person') return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length > 0 && short.every((word) => long.includes(word));
}

const said = ({
  name,
  kind,
  denies,
}: Pick<CitedSource, 'name' | 'kind'> & { denies?: boolean | undefined }): string =>
  `${kind} "${name}"${denies === true ? ' denying' : ''}`;

/** What is found in a passage. */
export function sourcesOf({ paragraphs, language }: Passage): CitedSource[] {
  return attribute({ paragraphs, links: [], language: { value: language, from: 'mark' } }).sources;
}

/** Counts one passage. */
export const count = (of: Passage): Count => countSources(of, sourcesOf(of));

/** Counts what was found in a passage against its marks. */
export function countSources({ sources, quotes }: Passage, found: readonly CitedSource[]): Count {
  const left = [...sources];
  const result: Count = {
    right: 0,
    extra: [],
    missed: [],
    quotes: quotes.length,
    quotesRight: 0,
    quotesWrong: [],
    cues: 0,
    roles: 0,
    rolesMarked: 0,
  };
  for (const source of found) {
    const at = left.findIndex(
      (each) => isSame(source, each) && (each.denies ?? false) === (source.denies ?? false),
    );
    const [marked] = at < 0 ? [] : left.splice(at, 1);
    if (marked === undefined) {
      result.extra.push(said(source));
      continue;
    }
    result.right++;
    if (source.statements?.some(({ cue }) => cue === marked.cue) === true) result.cues++;
    if (marked.role !== undefined) {
      result.rolesMarked++;
      if (source.role?.toLowerCase() === marked.role.toLowerCase()) result.roles++;
    }
  }
  result.missed = left.map(said);
  for (const { begins, speaker } of quotes) {
    const by = found.find(
      (source) =>
        source.statements?.some(({ quote }) => quote?.startsWith(begins) === true) === true,
    );
    if (by === undefined) continue;
    const kinds = ['person', 'organisation', 'unnamed'] as const;
    if (kinds.some((kind) => isSame(by, { name: speaker, kind }))) result.quotesRight++;
    else result.quotesWrong.push(`"${begins}…" given to ${by.name}`);
  }
  return result;
}

/** Precision and recall of many passages together. */
export function rates(counts: readonly Count[]): {
  precision: number;
  recall: number;
  found: number;
  marked: number;
} {
  const sum = (of: (each: Count) => number) => counts.reduce((total, each) => total + of(each), 0);
  const right = sum((each) => each.right);
  const found = right + sum(({ extra }) => extra.length);
  const marked = right + sum(({ missed }) => missed.length);
  return {
    precision: found === 0 ? 1 : right / found,
    recall: marked === 0 ? 1 : right / marked,
    found,
    marked,
  };
}
