import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import { verifyPack } from '../../src/archive/verify.ts';
import { matchText } from '../../src/match/match.ts';
import { goldenDocuments, goldenPack } from '../support/golden.ts';

const committed = (profile: string) =>
  new URL(`../fixtures/packs/golden-1.0-${profile}.stemma`, import.meta.url);

describe.each(['std', 'lite'] as const)('the golden %s pack of format 1.0', (profile) => {
  it('is still what the writer writes', async () => {
    const { bytes } = await goldenPack(profile);
    expect(Buffer.compare(bytes, await readFile(committed(profile)))).toBe(0);
  });

  it('is still read as what went in', async () => {
    const bytes = await readFile(committed(profile));
    const archive = await Archive.open(new MemorySource('golden.stemma', bytes));
    await verifyPack(archive);
    expect(archive.info).toMatchObject({ name: 'Golden', documents: 3, profile });
    for (const [i, { paragraphs, ...facts }] of goldenDocuments.entries()) {
      expect(await archive.document(i)).toMatchObject(facts);
      const { matches } = await matchText({ paragraphs }, [archive]);
      expect(matches[0]).toMatchObject({ relation: 'identical', document: { id: facts.id } });
    }
  });
});
