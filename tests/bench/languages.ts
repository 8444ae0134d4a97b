// Scripts beside Latin: Russian news as it is, Han, Kana and Thai made up, since no set has them.

import type { DocumentInput } from '../../src/archive/types.ts';
import { changeWords, firstPart, quoteOf } from '../support/edits.ts';
import { archiveOf, documentOf } from '../support/packs.ts';
import {
  changeCharacters,
  characterQuote,
  type ScriptName,
  unspacedParagraphs,
} from '../support/unspaced-text.ts';
import { figure } from './figures.ts';
import { reported } from './finders.ts';
import { jsonLines, sharedFile } from './news.ts';
import type { Table } from './types.ts';

interface Language {
  name: string;
  documents: DocumentInput[];
  change: (paragraphs: string[], share: number, seed: number) => string[];
  quote: (paragraphs: string[], words: number, seed: number) => string;
}

async function russian(): Promise<Language | undefined> {
  const file = sharedFile('same-story/pairs.jsonl.gz');
  if (file === undefined) return undefined;
  const texts = new Set<string>();
  for await (const line of jsonLines(file)) {
    const fields: Record<string, unknown> =
      typeof line === 'object' && line !== null ? { ...line } : {};
    if (fields['lang'] !== 'ru') continue;
    for (const text of [fields['first_text'], fields['second_text']]) {
      if (typeof text === 'string') texts.add(text);
    }
  }
  return {
    name: `Russian, ${texts.size} real texts`,
    documents: Array.from(texts, (text, i) => documentOf({ id: `ru-${i}`, paragraphs: [text] })),
    change: changeWords,
    quote: quoteOf,
  };
}

/** Characters a word has, as `unspaced-text.ts` makes them. */
const LENGTHS: Record<ScriptName, number> = { han: 1.6, kana: 2.6, thai: 4 };

function madeUp(script: ScriptName, count: number): Language {
  return {
    name: `${script}, ${count} made-up texts`,
    documents: Array.from({ length: count }, (_, i) =>
      documentOf({ id: `${script}-${i}`, paragraphs: unspacedParagraphs(script, 420, i + 1) }),
    ),
    change: changeCharacters,
    quote: (paragraphs, words, seed) =>
      characterQuote(paragraphs, Math.round(words * LENGTHS[script]), seed),
  };
}

async function row({ name, documents, change, quote }: Language): Promise<string[]> {
  // Every other text is archived; the rest stand around quotations, and must find nothing themselves.
  const archived = documents.filter((_, i) => i % 2 === 0);
  const outside = documents.filter((_, i) => i % 2 === 1);
  const archive = await archiveOf(archived);
  const asked = archived.slice(0, 150);
  const hosts: DocumentInput[] = [];
  for (const host of outside) {
    if ((await reported(archive, host.paragraphs)).length === 0) hosts.push(host);
  }
  const recall = async (
    edit: (text: DocumentInput, host: DocumentInput, seed: number) => string[],
  ) => {
    let found = 0;
    for (const [i, text] of asked.entries()) {
      const page = edit(text, hosts[i % hosts.length] ?? text, i + 1);
      if ((await reported(archive, page))[0]?.document.id === text.id) found++;
    }
    return figure((100 * found) / asked.length);
  };
  const quoted = (words: number) => (text: DocumentInput, host: DocumentInput, seed: number) => [
    ...host.paragraphs,
    quote(text.paragraphs, words, seed),
  ];
  return [
    name,
    await recall(({ paragraphs }) => paragraphs),
    await recall(({ paragraphs }, _, seed) => change(paragraphs, 0.1, seed)),
    await recall(({ paragraphs }, _, seed) => change(paragraphs, 0.2, seed)),
    await recall(({ paragraphs }) =>
      firstPart(paragraphs, 1).map((text) => text.slice(0, text.length * 0.3)),
    ),
    await recall(quoted(60)),
    await recall(quoted(25)),
    await recall(quoted(15)),
    `${outside.length - hosts.length} of ${outside.length}`,
  ];
}

export async function languages(): Promise<Table> {
  const real = await russian();
  const all = [
    ...(real === undefined ? [] : [real]),
    madeUp('han', 1000),
    madeUp('kana', 1000),
    madeUp('thai', 1000),
  ];
  const rows: string[][] = [];
  for (const language of all) rows.push(await row(language));
  return {
    title: 'Other scripts: source comes first (%)',
    columns: [
      '',
      'exact',
      '10 %',
      '20 %',
      'first 30 %',
      'quote 60',
      '25',
      '15 words',
      'found outside',
    ],
    rows,
    notes: [
      'Changed are words in Russian, characters elsewhere. Made-up texts have the lengths and the',
      'uneven use of words, and no phrases of a real language: no rate of false matches follows.',
    ],
  };
}
