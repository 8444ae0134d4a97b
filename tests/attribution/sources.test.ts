// Who a story rests on: told by name, by role or not at all; nobody is made up.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CitedSource } from '../../src/article/types.ts';
import { attribute } from '../../src/attribution/attribute.ts';
import { sentencesOf } from '../../src/attribution/text.ts';
import { readSavedArticle } from '../../src/ingest/saved-article.ts';

const seeds = new URL('../../../shared/seeds/', import.meta.url);

function citedSources(paragraphs: string[], language?: string): CitedSource[] {
  const stated = language === undefined ? {} : { language: { value: language, from: 'test' } };
  return attribute({ paragraphs, links: [], ...stated }).sources;
}

function told(text: string): string[] {
  return citedSources([text], 'en').map(
    ({ name, kind, role, cue, denies }) =>
      `${kind}: ${name}${role === undefined ? '' : ` (${role})`}, ${cue ?? ''}${denies ? ' [denial]' : ''}`,
  );
}

describe('citedSources', () => {
  it.each([
    [
      'The lock will close on Friday, the Wrenmouth Harbour Board said.',
      ['organisation: Wrenmouth Harbour Board, said'],
    ],
    [
      'The lock will close, the Harbour Board reported Monday.',
      ['organisation: Harbour Board, reported'],
    ],
    [
      'According to the Institute of Tides, the water rose twice.',
      ['organisation: Institute of Tides, according to'],
    ],
    [
      '“It was all we could do,” said Ana Teller, who runs the ferry.',
      ['person: Ana Teller, said'],
    ],
    ['Mayor Ana Teller said the bridge would open.', ['person: Ana Teller (Mayor), said']],
    [
      'Fen District leader Bo Marsh denies the reports of a second flood.',
      ['person: Bo Marsh (Fen District leader), denies [denial]'],
    ],
    ['Neighbours reported seeing two men on the roof.', ['unnamed: neighbours, reported']],
    ['The ministry said it would answer.', ['organisation: ministry, said']],
    ['A friend of Ana Teller said it was cold.', ['unnamed: friend of Ana Teller, said']],
    ['Local officials said the road was open.', ['unnamed: local officials, said']],
    [
      'The river fell overnight, according to two officials.',
      ['unnamed: two officials, according to'],
    ],
    [
      'The union’s lawyer Ana Teller arrived an hour later and described seeing broken glass.',
      ['person: Ana Teller (lawyer), described'],
    ],
    [
      'Secretary of State Ana Teller told reporters that talks had begun.',
      ['person: Ana Teller (Secretary of State), told'],
    ],
    ['The mill denied wrongdoing. UNICEF said it had sent tents.', ['organisation: UNICEF, said']],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('knows a surname once the full name was given, and only then', () => {
    expect(
      told('The ferryman Bo Marsh lives on the quay. Marsh said the rope had been cut.'),
    ).toEqual(['person: Bo Marsh, said']);
    expect(told('Marsh said the rope had been cut.')).toEqual([]);
  });

  it('tells one person once, and a denial apart', () => {
    expect(
      told(
        'Bo Marsh said the dam held. Later Marsh said that it leaked. Bo Marsh denied that anyone was told.',
      ),
    ).toEqual(['person: Bo Marsh, said', 'person: Bo Marsh, denied [denial]']);
  });

  it('joins the short form of an organisation with the long one', () => {
    expect(
      told(
        'The Fenland Heron Network reported that two were lost. The Heron Network said it would count again.',
      ),
    ).toEqual(['organisation: Fenland Heron Network, reported']);
  });

  it('joins an unnamed lawyer with the lawyer who is named', () => {
    expect(
      told(
        'According to their lawyer, both were held. Their lawyer Ana Teller said she would appeal.',
      ),
    ).toEqual(['person: Ana Teller (lawyer), according to']);
  });

  it.each([
    'The annual report notes a rise in rents.',
    'The group reports to the council on Tuesdays.',
    'Ana Teller was denied entry to the hall.',
    'He said nothing and the rain went on.',
    '“Marsh Council said no,” the sign on the gate read.',
    'New Wrenmouth said goodbye to its last tram.',
    'It goes without saying that the tide, as described above, is high.',
  ])('makes nobody up: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('keeps a quotation of four words and more', () => {
    const [source] = citedSources(['“We have all been here before,” said Ana Teller.'], 'en');
    expect(source?.quote).toBe('We have all been here before,');
  });

  it('says nothing in a language it does not read', () => {
    expect(citedSources(['Der Hafen bleibt zu, sagte Ana Teller.'], 'de')).toEqual([]);
    expect(citedSources(['Der Hafen bleibt zu, sagte Ana Teller.'])).toEqual([]);
  });
});

it('sentences end where they end', () => {
  const text = 'Dr. Ana B. Teller came at 3 p.m. on May 2. “Go.” She left.';
  expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Dr. Ana B. Teller came at 3 p.m. on May 2.',
    '“Go.”',
    'She left.',
  ]);
});

it('finds the sources of the seed, and no others', ({ skip }) => {
  if (!existsSync(seeds)) skip('../shared/seeds is absent');
  const [file = ''] = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
  const read = readSavedArticle(readFileSync(new URL(file, seeds), 'utf8'), file);
  if (!('article' in read)) throw new Error(`${file}: ${read.problem.why}`);
  const found = citedSources(read.article.paragraphs, 'en').map(({ name, kind, role, denies }) => [
    name,
    kind,
    role ?? '',
    denies ?? false,
  ]);
  expect(found).toEqual([
    ['Russian LGBT Network', 'organisation', '', false],
    ['Alexander Nemov', 'person', 'lawyer', false],
    ['neighbors', 'unnamed', '', false],
    ['Ramzan Kadyrov', 'person', 'Chechen leader', true],
  ]);
});
