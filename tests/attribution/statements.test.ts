// Statements: whose they are, what they rest on, where they stand, and which links lead to them.
import { describe, expect, it } from 'vitest';
import type { ArticleLink, CitedSource } from '../../src/article/types.ts';
import { attribute } from '../../src/attribution/attribute.ts';

function read(paragraphs: string[], of: { language?: string; links?: ArticleLink[] } = {}) {
  const { language = 'en', links = [] } = of;
  return attribute({ paragraphs, links, language: { value: language, from: 'test' } });
}

function named(sources: CitedSource[], name: string): CitedSource {
  const [source, ...others] = sources.filter((each) => each.name === name);
  if (source === undefined || others.length > 0) {
    throw new Error(`${name} is not one of ${sources.map((each) => each.name).join(', ')}`);
  }
  return source;
}

describe('one person', () => {
  const { sources } = read([
    'Harbour master Ana Teller closed the lock on Friday. “It was that or the quay,” she said.',
    'Teller told the Bay Echo that two boats had sunk. “Nobody was on board,” said Teller. “I looked.”',
  ]);

  it('is one source with all that is said, under the full name', () => {
    const { statements } = named(sources, 'Ana Teller');
    expect(statements?.map(({ cue, quote }) => [cue, quote])).toEqual([
      ['said', 'It was that or the quay,'],
      ['told', undefined],
      ['said', 'Nobody was on board,'],
      ['said', 'I looked.'],
    ]);
    expect(sources).toHaveLength(1);
  });

  it('is marked as inferred where only a pronoun or nothing tells who speaks', () => {
    const { statements } = named(sources, 'Ana Teller');
    expect(statements?.map(({ inferred }) => inferred ?? false)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('is not told from a pronoun before whom nobody was spoken of', () => {
    expect(read(['She said the lock was shut.']).sources).toEqual([]);
  });
});

it('a denial is a source of its own, beside the claims of the same', () => {
  const { sources } = read([
    'Mayor Bo Marsh said the lock was old. Marsh denied that anyone was warned.',
  ]);
  expect(sources.map(({ name, denies, cue }) => [name, denies ?? false, cue])).toEqual([
    ['Bo Marsh', false, 'said'],
    ['Bo Marsh', true, 'denied'],
  ]);
  expect(sources[1]?.statements?.[0]?.denies).toBe(true);
});

describe('what rests on what', () => {
  it.each([
    ['The lawyer Ana Teller said neighbours had told her of lights.', 'Ana Teller', 'neighbours'],
    ['The newspaper Bay Echo reported the closure, citing two dockers.', 'Bay Echo', 'two dockers'],
  ])('%s', (text, name, restsOn) => {
    const { sources } = read([text]);
    expect(named(sources, name).statements?.[0]?.restsOn).toBe(restsOn);
    if (restsOn !== 'two dockers') expect(named(sources, restsOn).kind).toBe('unnamed');
  });

  it('is not what merely stands in the same sentence', () => {
    const { sources } = read([
      'Mayor Bo Marsh said the lock was shut, and Ana Teller, a pilot, said it was open.',
    ]);
    for (const { statements } of sources) expect(statements?.[0]).not.toHaveProperty('restsOn');
  });
});

it('tells where the sentence stands, counted in words over all paragraphs', () => {
  const { sources } = read(['One two three.', 'Four five. Mayor Bo Marsh said the lock was shut.']);
  expect(named(sources, 'Bo Marsh').statements?.[0]?.at).toEqual([5, 13]);
  expect(named(sources, 'Bo Marsh').at).toEqual([5, 13]);
});

function link(of: Partial<ArticleLink>): ArticleLink {
  return {
    url: 'https://board.example/report',
    text: 'reported',
    kind: 'source',
    ...of,
  };
}

const isRead = (text: string): boolean => attribute({ paragraphs: [text], links: [] }).analysed;

describe('a link', () => {
  const text = [
    'The Harbour Board reported that the lock was shut. The Bay Trust said it would help.',
  ];
  it('on the verb or the name is the source’s', () => {
    for (const on of ['reported', 'Harbour Board']) {
      const { sources } = read(text, { links: [link({ text: on })] });
      expect(named(sources, 'Harbour Board').link, on).toBe('https://board.example/report');
      expect(named(sources, 'Bay Trust')).not.toHaveProperty('link');
    }
  });

  it('to related coverage, or without an address, is nobody’s', () => {
    for (const of of [{ kind: 'related' as const }, { url: '' }, { text: ' ' }]) {
      const { sources } = read(text, { links: [link(of)] });
      for (const source of sources) expect(source).not.toHaveProperty('link');
    }
  });
});

describe('the language', () => {
  it('is told, and whether its text was searched', () => {
    expect(read(['Satama on kiinni, sanoi Ana Teller.'], { language: 'fi' })).toEqual({
      analysed: false,
      language: 'fi',
      sources: [],
    });
    expect(read(['Der Hafen ist zu, sagte Ana Teller.'], { language: 'de-AT' }).analysed).toBe(
      false,
    );
    expect(read(['The lock is shut.'], { language: 'en-GB' })).toMatchObject({ analysed: true });
    expect(read(['Мост закрыт.'], { language: 'ru' })).toMatchObject({ analysed: true });
  });

  it('is recognised where nobody states it, and left open where it is not clear', () => {
    expect(isRead('The keeper of the lock and the mayor went to the quay.')).toBe(true);
    expect(
      isRead('Мэр сказал, что мост в городе и дорога на берегу закрыты до осени, вы это знали.'),
    ).toBe(true);
    expect(
      isRead('Мер сказав, що міст і дорога на березі в місті закриті, і що їх не відкриють.'),
    ).toBe(false);
    expect(isRead('Lock.')).toBe(false);
  });
});

it('puts Russian names that stand in another case back', () => {
  const { sources } = read(
    [
      'По словам эколога Светланы Роговой, пробы взяли утром. По данным директора Ивана Петрова, река чиста.',
    ],
    { language: 'ru' },
  );
  expect(sources.map(({ name, role }) => [name, role])).toEqual([
    ['Светлана Рогова', 'эколог'],
    ['Иван Петров', 'директор'],
  ]);
});
