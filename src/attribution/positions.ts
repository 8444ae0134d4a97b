// Places in a paragraph as positions of words in the whole text, as the normaliser counts them.

import {
  joinParagraphs,
  paragraphStarts,
  type Tokens,
  tokenise,
} from '../fingerprint/normalise.ts';

export class Positions {
  readonly #tokens: Tokens;
  /** First token of each paragraph. */
  readonly #starts: Uint32Array;
  /** Offset of each paragraph in the joined text. */
  readonly #offsets: number[] = [];

  constructor(paragraphs: readonly string[]) {
    this.#tokens = tokenise(joinParagraphs(paragraphs));
    this.#starts = paragraphStarts(paragraphs, this.#tokens);
    let offset = 0;
    const gap = joinParagraphs(['', '']).length;
    for (const { length } of paragraphs) {
      this.#offsets.push(offset);
      offset += length + gap;
    }
  }

  /** Half-open range of the words between two offsets of a paragraph, in UTF-16 units. */
  range(paragraph: number, start: number, end: number): [number, number] {
    const offset = this.#offsets[paragraph] ?? 0;
    const from = this.#starts[paragraph] ?? 0;
    return [this.#firstFrom(offset + start, from), this.#firstFrom(offset + end, from)];
  }

  /** The first token that begins at an offset or after it. */
  #firstFrom(offset: number, from: number): number {
    let [low, high] = [from, this.#tokens.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens.start[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
