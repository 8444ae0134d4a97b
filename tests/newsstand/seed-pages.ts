// Pages made at run time from saved articles: the original, a reprint, an edited copy and a story that quotes it.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTLETS } from './outlets/index.ts';
import { moscowTimes } from './outlets/moscow-times.ts';
import { LICENCE_URLS } from './pictures/licences.ts';
import { editSeed, readSeed, type SeedText } from './seed-text.ts';
import type { Expectation, LicenceName, Picture, Resource, Version } from './types.ts';
import { versionUrl } from './urls.ts';

export interface SeedPage {
  url: string;
  title: string;
  outlet: string;
  expect: Expectation;
  resource: Resource;
  /** The version, for pages that stand at one of our outlets. */
  version?: Version;
}

export interface SeedPages {
  pages: SeedPage[];
  /** Further things the original's host serves: its style sheet. */
  assets: { url: string; resource: Resource }[];
  /** Why there are none, or fewer than there are files. */
  reason?: string;
}

/** Words about the seed that are ours: the added sentence and the story that quotes it. */
export const ADDED_SENTENCE =
  'A spokesperson for the Harbour Aid Circle in Saltmere said it had offered to pay for a second lawyer.';

const QUOTING_TITLE = 'The lease that lasts nine nights: how safe houses keep their doors shut';
const QUOTING_STANDFIRST =
  'A coordinator in Saltmere explains why a good hiding place is one that nobody stays in for long.';
const BEFORE = [
  'The flat has two rooms, a kettle and a calendar on which every tenth day is crossed out. Nobody has ever lived here for longer than that. The woman who holds the lease, and who asked to be called Rosa, has rented it since 2017 for people whose names she tries not to learn.',
  'She runs one of four such addresses in Saltmere, for guests who come across the strait from Kessary and, now and then, from much further away. They arrive with a telephone that has been switched off since the border. They leave with a different one. In between, Rosa shops for them, because the first mistake is nearly always made at a counter.',
  '“A safe house is not a place, it is a length of time,” she says. “On the first night nobody knows. By the tenth the woman downstairs has noticed that the bin is fuller. She is a kind woman. She will mention it to somebody kind.”',
  '## What the others learned',
  'Networks of this sort read about each other’s failures closely, since it is the only way to learn. When helpers in Saltmere are trained, one case from abroad is always on the table. The Moscow Times reported it in February 2021:',
];
const BETWEEN = [
  'Rosa has the page in a plastic sleeve. She does not read it out for the cruelty, she says, of which her trainees have heard enough, but for what it tells about distance. Her pupils guess that the danger grows with every month in the same street. Then she shows them another paragraph:',
];
const AFTER = [
  'What would have helped? Rosa will not say that anything would. She has no wish to mark other people’s homework, least of all from a kitchen with a lock that cost more than the door. But there are habits that came out of that winter. Two helpers now ring at fixed hours instead of one. A lawyer is given a key. The neighbours are told a story in advance, a dull one, about an aunt.',
  'The four addresses cost about 2,900 marks a month, nearly all of it rent. Half is given by a church, a quarter by a choir, and the rest by a retired dentist who has never asked what it is for. The city knows, in the way that cities know things. An alderman once sent a ladder.',
  'Last year forty-one people stayed, on average for six nights. Thirty-eight have since written to say that they are well, on postcards without a sender that show, by an old joke nobody can explain, nothing but bridges. Rosa keeps them in the oven, which has not worked since she moved in.',
  'On the evening of our visit the calendar stood at eight. By the door were two packed bags and a bag of apples. The guest, a young man in a borrowed coat, was learning the word for platform. He said it three times. Then he asked whether he might wash the cups before he went, and Rosa, who wanted him gone by nine, let him.',
];

function known(licence: string | undefined): licence is LicenceName {
  return licence !== undefined && Object.hasOwn(LICENCE_URLS, licence);
}

function pictureOf(text: SeedText): Picture {
  return {
    scene: 'blank',
    alt: 'A grey field in place of the photograph',
    caption: text.caption,
    credit: text.credit,
    ...(known(text.licence) ? { licence: text.licence } : {}),
  };
}

function slugOf(url: string): string {
  return new URL(url).pathname.split('/').findLast((part) => part !== '') ?? 'story';
}

function standfirst(text: SeedText): string {
  return text.paragraphs[0] ?? '';
}

/** The two longest paragraphs, in the order in which they stand. */
export function quotedParagraphs(text: SeedText): [string, string] {
  const order = text.paragraphs
    .map((entry, index) => ({ entry, index }))
    .toSorted((a, b) => b.entry.length - a.entry.length)
    .slice(0, 2)
    .toSorted((a, b) => a.index - b.index);
  return [order[0]?.entry ?? '', order[1]?.entry ?? ''];
}

function versionsOf(text: SeedText): Version[] {
  const slug = slugOf(text.url);
  const picture = pictureOf(text);
  const [first, second] = quotedParagraphs(text);
  const source = 'First published by The Moscow Times.';
  return [
    {
      id: 'seed/harbour',
      outlet: 'harbour',
      path: `/world/2021/02/07/${slug}`,
      section: 'world',
      copy: {
        headline: text.title,
        standfirst: 'A report from The Moscow Times, in full.',
        body: text.paragraphs,
      },
      authors: ['The Moscow Times'],
      published: '2021-02-07',
      picture,
      creditLine: source,
      expect: { verdict: 'copy', note: 'The saved article reprinted two days later.' },
    },
    {
      id: 'seed/quay',
      outlet: 'quay',
      path: `/2021/02/08/${slug}/`,
      section: 'news',
      copy: {
        headline: text.title,
        standfirst: 'From The Moscow Times, edited for length.',
        body: editSeed(text, ADDED_SENTENCE).paragraphs,
      },
      authors: ['Quay Post newsroom'],
      published: '2021-02-08',
      picture,
      creditLine: source,
      expect: {
        verdict: 'edited',
        note: 'The saved article edited: a sentence dropped, one added, ten words changed.',
      },
    },
    {
      id: 'seed/meridian',
      outlet: 'meridian',
      path: `/investigations/the-lease-that-lasts-nine-nights`,
      section: 'investigations',
      copy: {
        headline: QUOTING_TITLE,
        standfirst: QUOTING_STANDFIRST,
        body: [...BEFORE, `> ${first}`, ...BETWEEN, `> ${second}`, ...AFTER],
      },
      authors: ['Salome Brandt'],
      published: '2021-02-10T08:00:00Z',
      picture: {
        scene: 'train',
        alt: 'A train with lit windows at night',
        caption: 'A night train out of Saltmere. Guests leave by different lines each time.',
        credit: 'Matteo Krell / Vallis Courier',
        licence: 'CC BY-SA 4.0',
      },
      expect: {
        verdict: 'passages',
        note: 'A longer story of its own that quotes two paragraphs of the saved article.',
      },
    },
  ];
}

function pagesOf(text: SeedText): SeedPage[] {
  const type = 'text/html; charset=utf-8';
  const summary = standfirst(text);
  const original: SeedPage = {
    url: text.url,
    title: text.title,
    outlet: 'The Moscow Times',
    expect: {
      verdict: 'original',
      isArticle: true,
      note: 'The saved article at its own address.',
    },
    resource: { type, body: moscowTimes(text, summary).source },
  };
  const ours = versionsOf(text).map((entry): SeedPage => {
    const outlet = OUTLETS[entry.outlet];
    const shelf = {
      articles: [],
      find: (id: string): never => {
        throw new Error(`the seed's pages point to no "${id}"`);
      },
    };
    return {
      url: versionUrl(entry),
      title: entry.copy.headline,
      outlet: outlet.name,
      expect: { ...entry.expect, isArticle: true },
      resource: {
        type,
        body: outlet.article(entry, shelf).source,
        ...(outlet.headers === undefined ? {} : { headers: outlet.headers }),
      },
      version: entry,
    };
  });
  return [original, ...ours];
}

/**
 * The pages of every saved article (`*.txt`) in a directory.
 * Where the directory or a readable article is missing, fewer pages and the reason why.
 */
export function seedPages(directory: string): SeedPages {
  let names: string[];
  try {
    names = readdirSync(directory).filter((name) => name.endsWith('.txt'));
  } catch {
    return { pages: [], assets: [], reason: `no seed directory at ${directory}` };
  }
  if (names.length === 0) return { pages: [], assets: [], reason: `no .txt in ${directory}` };
  const pages = new Map<string, SeedPage>();
  const assets: SeedPages['assets'] = [];
  const problems: string[] = [];
  const sheet = readFileSync(new URL('./outlets/moscow-times.css', import.meta.url), 'utf8');
  for (const name of names.toSorted()) {
    try {
      const text = readSeed(name, readFileSync(join(directory, name), 'utf8'));
      for (const page of pagesOf(text)) pages.set(page.url, page);
      assets.push({
        url: new URL('/assets/site.css', text.url).href,
        resource: { type: 'text/css; charset=utf-8', body: sheet },
      });
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  return {
    pages: [...pages.values()],
    assets,
    ...(problems.length === 0 ? {} : { reason: problems.join('; ') }),
  };
}
