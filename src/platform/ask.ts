// One request that a person asked for: bounded in size and time, without cookies or a referrer.

import { AskError } from './ask-error.ts';

export interface AskLimits {
  /** Bytes: an answer that is larger is refused. */
  most: number;
  timeoutMs: number;
  /** Whether what has come is enough; the rest is then not fetched. Called after each piece. */
  enough?: (bytes: Uint8Array) => boolean;
}

export interface Asked {
  bytes: Uint8Array<ArrayBuffer>;
  /** False where the rest was not fetched. */
  whole: boolean;
  /** Lower case, without parameters. */
  type: string;
  /** Where the answer came from, after redirects. */
  url: string;
}

/** What came so far, in one piece that grows by doubling. */
class Growing {
  private room = new Uint8Array(64 * 1024);
  private length = 0;
  add(piece: Uint8Array): void {
    if (this.length + piece.length > this.room.length) {
      const larger = new Uint8Array(2 * (this.length + piece.length));
      larger.set(this.bytes());
      this.room = larger;
    }
    this.room.set(piece, this.length);
    this.length += piece.length;
  }
  bytes(): Uint8Array<ArrayBuffer> {
    return this.room.subarray(0, this.length);
  }
}

async function readBody(
  response: Response,
  limits: AskLimits,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; whole: boolean }> {
  const said = Number(response.headers.get('content-length') ?? 0);
  const growing = new Growing();
  const tooLarge = (bytes: number): AskError =>
    new AskError('too-large', `${bytes} bytes, at most ${limits.most} are read`);
  if (said > limits.most) throw tooLarge(said);
  if (response.body === null) return { bytes: growing.bytes(), whole: true };
  const reader = response.body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { bytes: growing.bytes(), whole: true };
      growing.add(value);
      const bytes = growing.bytes();
      if (bytes.length > limits.most) throw tooLarge(bytes.length);
      if (limits.enough?.(bytes) === true) return { bytes, whole: false };
    }
  } finally {
    // What came is kept or already refused: how the rest ends changes neither.
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Fetches one address. Cookies, cache entries of our own and the page's address stay out of it.
 * @throws {AskError}
 */
export async function ask(url: string, limits: AskLimits): Promise<Asked> {
  const signal = AbortSignal.timeout(limits.timeoutMs);
  try {
    const response = await fetch(url, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'follow',
      signal,
    });
    if (response.status === 404 || response.status === 410) {
      throw new AskError('not-found', `${url}: ${response.status}`);
    }
    if (!response.ok) throw new AskError('unreachable', `${url}: ${response.status}`);
    const [type = ''] = (response.headers.get('content-type') ?? '').toLowerCase().split(';');
    return { ...(await readBody(response, limits)), type: type.trim(), url: response.url || url };
  } catch (cause) {
    if (cause instanceof AskError) throw cause;
    if (signal.aborted) throw new AskError('timeout', `${url}: ${limits.timeoutMs / 1000} s`);
    throw new AskError(
      'unreachable',
      `${url}: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}
