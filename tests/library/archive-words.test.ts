// What the archives panel says of sizes, of storage, and of imports that ended.

import { describe, expect, it } from 'vitest';
import {
  byteWords,
  endWords,
  signatureWords,
  storageWords,
} from '../../src/library/archives/words.ts';
import type { ImportEnd } from '../../src/platform/archive-store/import-protocol.ts';
import type { ArchiveEntry, StoredArchive } from '../../src/platform/archive-store/types.ts';
import { createTranslator } from '../../src/platform/translate.ts';
import { fillMessage } from '../popup/messages.ts';
import { readMessages } from '../popup/words.ts';

const messages = { en: readMessages('en'), ru: readMessages('ru') };
const words = (locale: 'en' | 'ru') =>
  createTranslator((key, args) => fillMessage(messages[locale], key, args), locale);
const en = words('en');

const info = {
  sha256: 'a'.repeat(64),
  name: 'Harbour',
  builder: 'stemma 0.1.0',
  created: '2026-02-02T00:00:00Z',
  profile: 'std' as const,
  normaliser: 'norm-1',
  documents: 21,
  formatVersion: 1,
  bytes: 24_600_000,
};
const archive: StoredArchive = {
  id: 'one',
  kept: 'opfs',
  why: [],
  info,
  bytes: info.bytes,
  file: 'harbour.stemma',
  imported: '2026-02-03T10:00:00Z',
};
const entry: ArchiveEntry = { ...archive, packaged: false, on: true, reading: 'sync-handle' };

it.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [1000, '1 kB'],
  [24_600_000, '24.6 MB'],
  [999_600_000, '1 GB'],
  [540_000_000, '540 MB'],
])('%i bytes are %s', (bytes, said) => {
  expect(byteWords(bytes, 'en')).toBe(said);
});

it('sizes are in the reader’s language', () => {
  expect(byteWords(24_600_000, 'ru')).toBe('24,6 МБ');
});

describe('storage', () => {
  it('is told with how it is read', () => {
    expect(storageWords(entry, en)).toEqual([
      "It is a file in the extension's own storage.",
      expect.stringContaining('by a worker of its own'),
    ]);
  });

  it('that is slower than it could be says why', () => {
    const slow = { ...entry, reading: 'slices' as const, why: ['sync-handle: NotAllowedError'] };
    expect(storageWords(slow, en).at(-1)).toBe(
      'Not in a faster way, because: sync-handle: NotAllowedError',
    );
  });
});

describe('a signature', () => {
  it.each([
    [undefined, 'Nobody signed it.'],
    [{ state: 'valid', fingerprint: 'abc' }, 'Signed with the key abc.'],
    [{ state: 'invalid', detail: 'cut' }, 'Its signature does not hold (cut).'],
  ] as const)('%o', (signature, said) => {
    expect(signatureWords({ ...entry, ...(signature ? { signature } : {}) }, en)).toBe(said);
  });
});

describe('an import that ended', () => {
  it('counts what came in', () => {
    const end: ImportEnd = { tells: 'done', outcome: { is: 'imported', archive, replaced: [] } };
    expect(endWords(end, 'x', en)).toEqual({
      said: 'Imported Harbour: 21 articles.',
      isGood: true,
    });
    expect(endWords(end, 'x', words('ru')).said).toBe('Импортирован Harbour: 21 статья.');
  });

  it('names the file once, and what is wrong with it', () => {
    const detail = 'x.stemma: pack format 9.0, this Stemma reads format 1: update Stemma';
    expect(endWords({ tells: 'refused', code: 'future-version', detail }, 'x.stemma', en)).toEqual({
      said: 'x.stemma was made for a newer Stemma (pack format 9.0, this Stemma reads format 1: update Stemma). Update Stemma, then import it again.',
      isGood: false,
    });
  });

  it('says how much room there was, and that nothing else changed', () => {
    const { said, isGood } = endWords(
      { tells: 'no-room', needed: 540_000_000, free: 120_000_000 },
      'x.stemma',
      en,
    );
    expect(said).toBe(
      'There is no room for x.stemma: it takes 540 MB, and 120 MB is free. Nothing was changed; your other archives still work.',
    );
    expect(isGood).toBe(false);
  });

  it('does not take an older build', () => {
    const outcome = { is: 'older', archive, offered: { ...info, created: '2026-01-01' } } as const;
    const { said, isGood } = endWords({ tells: 'done', outcome }, 'x', en);
    expect(said).toMatch(/A later build of Harbour is here already \(Feb 2, 2026.*Jan 1, 2026/);
    expect(isGood).toBe(false);
  });
});
