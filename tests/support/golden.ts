// The documents of the golden packs: all fields, three scripts. Changing them changes the format.

import { writeFile } from 'node:fs/promises';
import type { ArchiveErrorCode } from '../../src/archive/errors.ts';
import { AT, SECTION_ROW_BYTES } from '../../src/archive/layout.ts';
import { importSigningKey, signatureTrailer } from '../../src/archive/signature.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { type Pack, PackWriter } from '../../src/archive/writer.ts';
import { randomParagraphs } from './random-text.ts';

export const goldenDocuments: DocumentInput[] = [
  {
    id: 'full',
    url: 'https://www.harbour-gazette.example/2024/03/01/quay',
    title: 'A title, with “quotes” and ünïcode',
    publisher: 'Harbour Gazette',
    authors: ['Ada Quill', 'Ben Marsh'],
    published: '2024-03-01T08:15:00+02:00',
    modified: '2024-03-02',
    firstSeen: '2024-03-03',
    language: 'en',
    attribution: 'NGO',
    images: [
      {
        url: 'https://www.harbour-gazette.example/quay.jpg',
        credit: 'Mara Quill / Openframe',
        license: 'CC BY 4.0',
        licenseUrl: 'https://creativecommons.org/licenses/by/4.0/',
      },
    ],
    sources: [
      {
        name: 'Port Watch',
        kind: 'organisation',
        role: 'watchdog',
        cue: 'reported',
        link: 'https://portwatch.example/report',
      },
      { name: 'Ivo Lind', kind: 'person', cue: 'denies', denies: true },
    ],
    related: [{ title: 'Another story', url: 'https://www.harbour-gazette.example/other' }],
    paragraphs: randomParagraphs(260, 41),
  },
  {
    id: 'bare',
    authors: [],
    images: [],
    sources: [],
    related: [],
    paragraphs: randomParagraphs(120, 42),
  },
  {
    id: 'han',
    published: '2023',
    language: 'zh',
    authors: [],
    images: [],
    sources: [],
    related: [],
    paragraphs: ['港口的吊车在黎明前停了下来，工人们站在雨里等待消息，没有人知道船什么时候会来。'],
  },
];

/** The pack of {@link goldenDocuments}. */
export async function goldenPack(profile: 'std' | 'lite'): Promise<Pack> {
  const writer = new PackWriter({
    name: 'Golden',
    builder: 'stemma golden',
    created: '2026-01-01T00:00:00Z',
    profile,
  });
  for (const document of goldenDocuments) writer.add(document);
  return writer.finish();
}

/**
 * The key that signs the golden pack: a test's own, in the open, and good for nothing else. Ed25519
 * signatures are the same at every signing, so the signed pack is too.
 */
const GOLDEN_KEY = new Uint8Array(
  Buffer.from('302e020100300506032b657004220420'.padEnd(96, '5a'), 'hex'),
);

/** The std pack with its signature. */
export async function signedGoldenPack(): Promise<Uint8Array> {
  const { bytes, info } = await goldenPack('std');
  const key = await importSigningKey(GOLDEN_KEY);
  return Buffer.concat([bytes, await signatureTrailer(Buffer.from(info.sha256, 'hex'), key)]);
}

/** What was done to the std pack, and what a reader must say of it, at whatever it meets first. */
export const DAMAGED: Record<
  string,
  { code: ArchiveErrorCode; told: string; damage: (bytes: Uint8Array) => Uint8Array }
> = {
  'future-major': {
    code: 'future-version',
    told: 'pack format 2.0',
    damage: (bytes) => set(bytes, AT.major, 2),
  },
  'cut-short': {
    code: 'truncated',
    told: 'bytes of',
    damage: (bytes) => bytes.slice(0, bytes.length - 200),
  },
  'header-bit': {
    code: 'damaged',
    told: 'checksum of the header',
    damage: (bytes) => set(bytes, AT.documents, 9),
  },
  'bucket-bit': {
    code: 'damaged',
    told: 'checksum of bucket',
    damage: (bytes) => flipIn(bytes, 'POST', 60),
  },
  'row-bit': {
    code: 'damaged',
    told: 'checksum of rows 0',
    damage: (bytes) => flipIn(bytes, 'DOCS', 8),
  },
  'string-bit': {
    code: 'damaged',
    told: 'checksum of string block 0',
    damage: (bytes) => flipIn(bytes, 'STRS', 40),
  },
};

function set(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = value;
  return copy;
}

function flipIn(bytes: Uint8Array, section: string, by: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let row = AT.sections; row < AT.headerCrc; row += SECTION_ROW_BYTES) {
    if (String.fromCharCode(...bytes.subarray(row, row + 4)) !== section) continue;
    const at = Number(view.getBigUint64(row + 8, true)) + by;
    return set(bytes, at, (bytes[at] ?? 0) ^ 4);
  }
  throw new Error(`no section ${section}`);
}

/** All golden files by name, as they are written now. */
export async function goldenFiles(): Promise<Map<string, Uint8Array>> {
  const { bytes } = await goldenPack('std');
  return new Map<string, Uint8Array>([
    ['golden-1.0-std', bytes],
    ['golden-1.0-lite', (await goldenPack('lite')).bytes],
    ['golden-1.0-signed', await signedGoldenPack()],
    ...Object.entries(DAMAGED).map(([name, { damage }]): [string, Uint8Array] => [
      `damaged-1.0-${name}`,
      damage(bytes),
    ]),
  ]);
}

/** Where a golden file stands. */
export function goldenUrl(name: string): URL {
  return new URL(`../fixtures/packs/${name}.stemma`, import.meta.url);
}

// `npx tsx tests/support/golden.ts` writes them anew, for a new version of the format only.
if (process.argv[1]?.endsWith('golden.ts') === true) {
  for (const [name, bytes] of await goldenFiles()) await writeFile(goldenUrl(name), bytes);
}
