import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive/reader.ts';
import { readSignature } from '../../src/archive/signature.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import { verifyPack } from '../../src/archive/verify.ts';
import { matchText } from '../../src/match/match.ts';
import { DAMAGED, goldenDocuments, goldenFiles, goldenUrl } from '../support/golden.ts';

const committed = (name: string) => readFile(goldenUrl(name));
const open = (bytes: Uint8Array) => Archive.open(new MemorySource('golden.stemma', bytes));

describe('the golden packs of format 1.0', () => {
  it('are still what the writer writes, each of them', async () => {
    const files = await goldenFiles();
    const names = [...files.keys()].map((name) => `${name}.stemma`).toSorted();
    expect((await readdir(new URL('.', goldenUrl('x')))).toSorted()).toEqual(names);
    for (const [name, bytes] of files) {
      expect(Buffer.compare(bytes, await committed(name)), name).toBe(0);
    }
  });

  it.each(['std', 'lite', 'signed'])('are still read as what went in: %s', async (kind) => {
    const archive = await open(await committed(`golden-1.0-${kind}`));
    await verifyPack(archive);
    const profile = kind === 'lite' ? 'lite' : 'std';
    expect(archive.info).toMatchObject({ name: 'Golden', documents: 3, profile });
    for (const [i, { paragraphs, ...facts }] of goldenDocuments.entries()) {
      expect(await archive.document(i)).toMatchObject(facts);
      const { matches } = await matchText({ paragraphs }, [archive]);
      expect(matches[0]).toMatchObject({ relation: 'identical', document: { id: facts.id } });
    }
  });
});

describe('the signature of the golden pack', () => {
  it('names its key, and is no part of the pack', async () => {
    const [signed, plain] = [
      await open(await committed('golden-1.0-signed')),
      await open(await committed('golden-1.0-std')),
    ];
    expect(signed.info.sha256).toBe(plain.info.sha256);
    expect(await readSignature(signed.source, signed.header)).toMatchObject({
      state: 'valid',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(await readSignature(plain.source, plain.header)).toEqual({ state: 'none' });
  });

  it('holds for these bytes alone', async () => {
    const bytes = new Uint8Array(await committed('golden-1.0-signed'));
    const { header } = await open(bytes);
    for (let at = header.contentBytes; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const source = new MemorySource('golden.stemma', changed);
      expect((await readSignature(source, header)).state, `byte ${at}`).toBe('invalid');
    }
    const cut = new MemorySource('golden.stemma', bytes.subarray(0, bytes.length - 1));
    expect(await readSignature(cut, header)).toMatchObject({ state: 'invalid' });
    const source = new MemorySource('golden.stemma', bytes);
    const other = {
      ...header,
      sha256: header.sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
    };
    expect(await readSignature(source, other)).toMatchObject({
      state: 'invalid',
      detail: expect.stringContaining('not what the key'),
    });
  });
});

/** Uses a pack as a look at a page does. */
async function use(name: string): Promise<void> {
  const archive = await open(await committed(name));
  const { paragraphs = [] } = goldenDocuments[0] ?? {};
  const { failed } = await matchText({ paragraphs }, [archive]);
  if (failed[0] !== undefined) throw failed[0];
  await archive.document(0);
}

describe.each(Object.entries(DAMAGED))('the golden pack with %s', (name, { code, told }) => {
  it(`is refused as ${code}, by name`, async () => {
    await expect(use(`damaged-1.0-${name}`)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(told),
    });
  });
});
