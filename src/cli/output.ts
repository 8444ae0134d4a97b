// Where the command speaks: results to standard output, problems and progress to standard error.

import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { describeProblem, type IngestProblem } from '../ingest/problem.ts';

/** A stream that may be a terminal. */
export type Stream = Writable & { isTTY?: boolean };

/** How often progress is redrawn, in milliseconds: often enough to be seen to move. */
const progressEvery = 100;

/**
 * Text without control characters (but tabs and line breaks) and without those that turn its direction: names in packs and pages come from
 * anywhere, and a terminal obeys escape sequences.
 */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

export class Output {
  readonly #out: Stream;
  readonly #err: Stream;
  #drawn = 0;
  #hasProgress = false;

  constructor(out: Stream, err: Stream) {
    this.#out = out;
    this.#err = err;
  }

  /** One line of result. Waits while the reader is behind, so nothing piles up. */
  async line(text: string): Promise<void> {
    this.#clearProgress();
    if (!this.#out.write(`${printable(text)}\n`)) await once(this.#out, 'drain');
  }

  /** A whole file as it is, with the line ends of its format. */
  async file(text: string): Promise<void> {
    this.#clearProgress();
    const safe = text.replaceAll(/[^\P{Cc}\t\r\n]/gu, '\uFFFD');
    if (!this.#out.write(safe)) await once(this.#out, 'drain');
  }

  /** One line for the person. */
  tell(text: string): void {
    this.#clearProgress();
    this.#err.write(`stemma: ${printable(text)}\n`);
  }

  problem(problem: IngestProblem): void {
    this.tell(describeProblem(problem));
  }

  /** A line that is drawn over the one before; only where somebody watches. */
  progress(text: string): void {
    if (this.#err.isTTY !== true) return;
    const now = performance.now();
    if (this.#hasProgress && now - this.#drawn < progressEvery) return;
    this.#drawn = now;
    this.#hasProgress = true;
    this.#err.write(`\r\u001B[K${printable(text)}`);
  }

  #clearProgress(): void {
    if (!this.#hasProgress) return;
    this.#err.write('\r\u001B[K');
    this.#hasProgress = false;
  }

  /** Takes the progress line away. */
  end(): void {
    this.#clearProgress();
  }
}
