// A paragraph as sentences and tokens, in which a quotation is one token: what is said inside of it
// attributes nothing.

/** A word, a quotation as a whole, or a sign. Offsets are UTF-16 units within the paragraph. */
export interface Token {
  kind: 'word' | 'quote' | 'sign';
  /** A quotation's text is what stands between its marks. */
  text: string;
  lower: string;
  start: number;
  end: number;
}

export interface Sentence {
  start: number;
  end: number;
  tokens: Token[];
}

/** Stands for every character of a quotation: private use, so that no text has it. */
const MASK = '\uE000';
/** Marks that open a quotation, with those that close it. */
const closers = new Map([
  ['“', '”'],
  ['«', '»'],
  ['„', '“”'],
  ['"', '"'],
  ['‘', '’'],
]);
/** A longer text has no sentence that a person could check; bounds the work on each. */
const longestSentence = 3000;

/** The quotations of a paragraph, as half-open ranges with their marks. */
export function quotations(paragraph: string): [number, number][] {
  const found: [number, number][] = [];
  for (let at = 0; at < paragraph.length; at++) {
    const close = closers.get(paragraph[at] ?? '');
    if (close === undefined) continue;
    const end = closing(paragraph, at, close);
    if (end === undefined) continue;
    found.push([at, end]);
    at = end - 1;
  }
  return found;
}

/** Where a quotation that opens here ends. One that nothing closes goes on in the next paragraph. */
function closing(paragraph: string, open: number, close: string): number | undefined {
  const single = close === '’';
  // An inch, a nickname in a name, an apostrophe: no quotation opens within a word.
  if ((single || close === '"') && /[\p{L}\p{N}]/u.test(paragraph[open - 1] ?? ''))
    return undefined;
  for (let at = open + 1; at < paragraph.length; at++) {
    if (!close.includes(paragraph[at] ?? '')) continue;
    if (single && /[\p{L}\p{N}]/u.test(paragraph[at + 1] ?? '')) continue;
    return at + 1;
  }
  return single ? undefined : paragraph.length;
}

function masked(paragraph: string): string {
  let text = '';
  let from = 0;
  for (const [start, end] of quotations(paragraph)) {
    text += paragraph.slice(from, start) + MASK.repeat(end - start);
    from = end;
  }
  return text + paragraph.slice(from);
}

/** Full stops that end no sentence: titles, initials, times of day. */
const abbreviation =
  /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Maj|Lt|Sgt|Capt|Rev|Hon|Jr|Sr|St|No|vs|Inc|Ltd|Corp|Co|Jan|Feb|Aug|Sept|Oct|Nov|Dec|[ap]\.m|\p{Lu}\.\p{Lu}|им|ул|гг?|руб|тыс|млн|млрд|т\.д|т\.п)\.$/u;
/** A speaker and a verb after a question: “Is it so?” Ana Teller asked. */
const speakerNext =
  /^\s*(?:\p{Lu}[\p{L}'’-]*\.?\s+){1,4}(?:said|says|asked|told|wrote|added|replied|wondered|joked|tweeted)\b/u;

function breaksAt(paragraph: string, text: string, end: number): boolean {
  const after = text.slice(end, end + 90);
  if (!/^\s+["(\p{Lu}\p{N}\uE000—–]/u.test(after)) return false;
  const last = text[end - 1] ?? '';
  if (last === MASK) {
    // The marks stand outside of the stop, or inside: “So it is.” They left.
    const inside = paragraph.slice(Math.max(0, end - 3), end).replace(/["”»“’]+$/u, '');
    if (/[.…]$/u.test(inside)) return !/^\s+[—–]/u.test(after);
    return /[!?]$/.test(inside) && !speakerNext.test(after) && !/^\s+[—–]/u.test(after);
  }
  if (!/[.!?…)]/u.test(last)) return false;
  if (last === ')') return /[.!?]\)$/.test(text.slice(end - 2, end));
  return !(last === '.' && abbreviation.test(text.slice(Math.max(0, end - 8), end)));
}

const word =
  /\uE000+|(?:\p{Lu}\.){2,}|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Maj|Lt|Sgt|Capt|Rev|Jr|St)\.(?=\s)|\p{Lu}\.(?=\s*\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}'’&-]*|[^\s]/gu;

function tokensOf(paragraph: string, text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  for (const found of text.slice(start, Math.min(end, start + longestSentence)).matchAll(word)) {
    const from = start + found.index;
    const to = from + found[0].length;
    if (found[0].startsWith(MASK)) {
      // Adjoining quotations are masked alike; their own marks tell them apart.
      for (const [open, close] of quotations(paragraph.slice(from, to))) {
        const inner = paragraph.slice(from + open + 1, from + close).replace(/["”»“’]$/u, '');
        tokens.push(token('quote', inner.trim(), from + open, from + close));
      }
      continue;
    }
    const kind = /^[\p{L}\p{N}]/u.test(found[0]) ? 'word' : 'sign';
    tokens.push(token(kind, found[0], from, to));
  }
  return tokens;
}

function token(kind: Token['kind'], text: string, start: number, end: number): Token {
  return { kind, text, lower: text.toLowerCase().replaceAll('’', "'"), start, end };
}

/** The sentences of a paragraph, in order. */
export function sentencesOf(paragraph: string): Sentence[] {
  const text = masked(paragraph);
  const sentences: Sentence[] = [];
  let start = 0;
  const close = (end: number): void => {
    const from = start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
    if (from < end)
      sentences.push({ start: from, end, tokens: tokensOf(paragraph, text, from, end) });
    start = end;
  };
  for (const stop of text.matchAll(/[.!?…)\uE000](?=\s)/gu)) {
    const end = stop.index + stop[0].length;
    if (breaksAt(paragraph, text, end)) close(end);
  }
  close(text.trimEnd().length);
  return sentences;
}
