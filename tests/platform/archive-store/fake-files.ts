// A private file system, locks and an estimate in memory, with room that can run out.

import { vi } from 'vitest';

interface Stored {
  bytes: Uint8Array;
  /** Whether somebody holds it open. */
  held: boolean;
}

const quota = (): DOMException => new DOMException('the disk is full', 'QuotaExceededError');

/** What the browser's storage would be. */
export class FakeStorage {
  readonly files = new Map<string, Stored>();
  /** Bytes that fit in all; writing past it throws as a full disk does. */
  room = Number.POSITIVE_INFINITY;
  /** What `estimate` says is free, where it knows of less room than there is, or of more. */
  estimated: number | undefined;
  /** Whether there is a private file system at all. */
  hasFiles = true;
  readonly #waiting = new Map<string, Promise<unknown>>();

  get used(): number {
    return [...this.files.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  #sync(file: Stored) {
    if (file.held) throw new DOMException('held', 'NoModificationAllowedError');
    file.held = true;
    return {
      read: (into: Uint8Array, { at }: { at: number }) => {
        const part = file.bytes.subarray(at, at + into.length);
        into.set(part);
        return part.length;
      },
      write: (bytes: Uint8Array, { at }: { at: number }) => {
        const grown = Math.max(file.bytes.length, at + bytes.length);
        if (this.used - file.bytes.length + grown > this.room) throw quota();
        const next = new Uint8Array(grown);
        next.set(file.bytes);
        next.set(bytes, at);
        file.bytes = next;
        return bytes.length;
      },
      getSize: () => file.bytes.length,
      flush: () => undefined,
      close: () => {
        file.held = false;
      },
    };
  }

  readonly #folder = {
    getDirectoryHandle: async () => this.#folder,
    getFileHandle: async (name: string, { create = false } = {}) => {
      const file =
        this.files.get(name) ?? (create ? { bytes: new Uint8Array(), held: false } : null);
      if (file === null) throw new DOMException(`no ${name}`, 'NotFoundError');
      this.files.set(name, file);
      return {
        getFile: async () => new File([file.bytes.slice()], name),
        createSyncAccessHandle: async () => this.#sync(file),
      };
    },
    removeEntry: async (name: string) => {
      const file = this.files.get(name);
      if (file === undefined) throw new DOMException(`no ${name}`, 'NotFoundError');
      if (file.held) throw new DOMException('held', 'NoModificationAllowedError');
      this.files.delete(name);
    },
    keys: async function* keys(this: void): AsyncIterable<string> {
      yield* current.files.keys();
    },
  };

  readonly navigator = {
    storage: {
      getDirectory: async () => {
        if (!this.hasFiles) throw new DOMException('not in private windows', 'SecurityError');
        return this.#folder;
      },
      estimate: async () => ({
        quota: this.estimated ?? Math.min(this.room, 2 ** 40),
        usage: this.estimated === undefined ? this.used : 0,
      }),
    },
    locks: {
      request: async <T>(
        name: string,
        { ifAvailable = false }: { ifAvailable?: boolean; signal?: AbortSignal },
        work: (lock: object | null) => Promise<T>,
      ): Promise<T> => {
        const before = this.#waiting.get(name);
        if (before !== undefined && ifAvailable) return work(null);
        const turn = (before ?? Promise.resolve()).then(() => work({}));
        const settled = turn.then(
          () => undefined,
          () => undefined,
        );
        const after = settled.then(() => {
          if (this.#waiting.get(name) === after) this.#waiting.delete(name);
        });
        this.#waiting.set(name, after);
        return turn;
      },
    },
  };
}

let current = new FakeStorage();

/** Gives this test file a storage of its own, empty. */
export function useFakeStorage(): FakeStorage {
  current = new FakeStorage();
  vi.stubGlobal('navigator', current.navigator);
  return current;
}
