// What a story is about, as hashes: its words, the names in it and the addresses it links to.

import { addressKey } from '../article/url.ts';
import { folded, IGNORED, isFilled, kinds, LETTER } from '../fingerprint/fold-table.ts';
import { finalise, SEED_A, SEED_B, stepA, stepB } from '../fingerprint/hash.ts';
import {
  joinParagraphs,
  paragraphStarts,
  type Tokens,
  tokenise,
} from '../fingerprint/normalise.ts';

export type FeatureKind = 'term' | 'name' | 'link';

/** One feature of a story. */
export interface Feature {
  /** Upper 32 and lower 8 bits of its key. */
  high: number;
  low: number;
  kind: FeatureKind;
  /** Words of which it is made: two for a full name. */
  length: 1 | 2;
  /** How often it stands there, headline and opening counting more. */
  frequency: number;
  /** Whether it is too short to mean much: at most three letters. */
  short: boolean;
  /** Where it stands first: half-open range of code units in the joined paragraphs, or the headline. */
  at: { in: 'title' | 'text'; start: number; end: number };
  /** For links: the address. */
  address?: string;
}

/** The story that features are taken from. */
export interface Story {
  title?: string;
  paragraphs: readonly string[];
  /** Addresses of its links, as they stand. */
  links?: readonly string[];
}

/**
 * How much more a word counts in the headline and in the first three paragraphs. Measured on pairs
 * of reports of one event (docs/benchmarks.md): between 3 and 6, and 0.5 and 3, little changes.
 */
const TITLE_WEIGHT = 4;
const LEAD_WEIGHT = 1.5;
const LEAD_PARAGRAPHS = 3;
/** Longer texts say nothing more about what they are about. */
const MOST_TOKENS = 50_000;
/** Links of one story that are kept. */
const MOST_LINKS = 32;

/** Marks two hashes as a pair, and an address as no word. */
const PAIR = 0x2f0b4a5d;
const ADDRESS = 0x3c6ef372;

type Made = Pick<Feature, 'kind' | 'length' | 'short'>;
const TERM: Made = { kind: 'term', length: 1, short: false };
const SHORT_TERM: Made = { kind: 'term', length: 1, short: true };
const FULL_NAME: Made = { kind: 'name', length: 2, short: false };
const LINK: Made = { kind: 'link', length: 1, short: false };

/** The features of a story: each once, in the order in which they first stand there. */
export function storyFeatures(story: Story, bodyTokens?: Tokens): Feature[] {
  const found = new Map<number, Feature>();
  const text = joinParagraphs(story.paragraphs);
  const tokens = bodyTokens ?? tokenise(text);
  const lead = paragraphStarts(story.paragraphs, tokens)[LEAD_PARAGRAPHS] ?? tokens.count;
  if (story.title !== undefined) {
    collect(found, 'title', story.title, tokenise(story.title), () => TITLE_WEIGHT);
  }
  collect(found, 'text', text, tokens, (i) => (i < lead ? 1 + LEAD_WEIGHT : 1));
  for (const link of (story.links ?? []).slice(0, MOST_LINKS)) {
    const address = addressKey(link);
    // A front page is linked to by every story of its outlet.
    if (address === undefined || !address.includes('/')) continue;
    let a = SEED_A ^ ADDRESS;
    let b = SEED_B;
    for (let i = 0; i < address.length; i++) {
      a = stepA(a, address.charCodeAt(i));
      b = stepB(b, address.charCodeAt(i));
    }
    const feature = put(found, a, b, LINK, TITLE_WEIGHT, 'text', 0, 0);
    feature.address = address.replace(/\?$/, '');
  }
  return [...found.values()];
}

function collect(
  found: Map<number, Feature>,
  place: 'title' | 'text',
  text: string,
  tokens: Tokens,
  weightOf: (index: number) => number,
): void {
  const count = Math.min(tokens.count, MOST_TOKENS);
  let lastA = 0;
  let lastB = 0;
  let lastCapital = false;
  let lastSolo = false;
  for (let i = 0; i < count; i++) {
    const start = tokens.start[i] ?? 0;
    const end = tokens.end[i] ?? 0;
    const weight = weightOf(i);
    const before = i === 0 ? -1 : (tokens.end[i - 1] ?? 0);
    const follows = before >= 0 && start - before === 1 && text.charCodeAt(before) === 0x20;
    if (tokens.solo[i] === 1) {
      // Scripts without spaces: two characters say what one does not.
      const a = tokens.a[i] ?? 0;
      const b = tokens.b[i] ?? 0;
      if (lastSolo && start === before) {
        const from = tokens.start[i - 1] ?? 0;
        put(found, Math.imul(lastA, 31) + a, lastB ^ b, TERM, weight, place, from, end);
      }
      lastA = a;
      lastB = b;
      lastSolo = true;
      lastCapital = false;
      continue;
    }
    const [a, b] = stem(text, start, end, tokens.a[i] ?? 0, tokens.b[i] ?? 0);
    const capital = isCapital(text, start);
    // Within a sentence, and not in a headline, where other words are capitalised too.
    const isName = capital && follows && place === 'text';
    const made = end - start <= 3 ? SHORT_TERM : TERM;
    const feature = put(found, a, b, made, weight, place, start, end);
    if (isName && feature.kind === 'term') {
      feature.kind = 'name';
      feature.at = { in: place, start, end };
    }
    if (capital && lastCapital && follows) {
      const from = tokens.start[i - 1] ?? 0;
      const pair = Math.imul(lastA ^ PAIR, 31) + a;
      put(found, pair, Math.imul(lastB, 31) ^ b, FULL_NAME, weight, place, from, end);
    }
    lastA = a;
    lastB = b;
    lastCapital = capital;
    lastSolo = false;
  }
}

function put(
  found: Map<number, Feature>,
  a: number,
  b: number,
  made: Made,
  weight: number,
  place: 'title' | 'text',
  start: number,
  end: number,
): Feature {
  const high = finalise(a);
  const low = finalise(b) >>> 24;
  const key = high * 256 + low;
  const known = found.get(key);
  if (known !== undefined) {
    known.frequency += weight;
    return known;
  }
  const at = { in: place, start, end };
  const feature: Feature = { high, low, frequency: weight, ...made, at };
  found.set(key, feature);
  return feature;
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const letter = text.charAt(at);
  return letter !== letter.toLowerCase();
}

/** Letters of a longer Cyrillic word that are kept: endings decline, beginnings stay. */
const CYRILLIC_KEPT = 5;

/**
 * The hash of a word without its ending, so that "ferries" and "ferry's" meet "ferry".
 *
 * Latin script: Harman's S-stemmer (How effective is suffixing?, 1991), which changes the fewest
 * words of all; Cyrillic: the first five letters. Other words keep the hash they have.
 */
function stem(text: string, start: number, end: number, a: number, b: number): [number, number] {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1) | 0x20;
  if (first >= 0x400 && first <= 0x52f) {
    const units = end - start > CYRILLIC_KEPT ? unitsOf(text, start, end) : undefined;
    return units === undefined ? [a, b] : hashUnits(units.slice(0, CYRILLIC_KEPT));
  }
  if (last !== 0x73 || end - start < 4) return [a, b];
  const units = unitsOf(text, start, end);
  if (units === undefined || units.length < 4) return [a, b];
  const before = units.at(-2);
  if (before === 0x73 || before === 0x75) return [a, b];
  if (before === 0x65 && units.at(-3) === 0x69 && units.length > 4) {
    return hashUnits([...units.slice(0, -3), 0x79]);
  }
  return hashUnits(units.slice(0, -1));
}

/** The folded letters of a word, as the normaliser hashes them; undefined where it is not so simple. */
function unitsOf(text: string, start: number, end: number): number[] | undefined {
  const units: number[] = [];
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (!isFilled(unit)) return undefined;
    const kind = kinds[unit];
    if (kind === IGNORED) continue;
    if (kind !== LETTER) return undefined;
    units.push(folded[unit] ?? unit);
  }
  return units;
}

function hashUnits(units: readonly number[]): [number, number] {
  let a = SEED_A;
  let b = SEED_B;
  for (const unit of units) {
    a = stepA(a, unit);
    b = stepB(b, unit);
  }
  return [a, b];
}
