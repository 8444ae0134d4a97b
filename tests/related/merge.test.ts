// Related coverage after packs were merged: as if one pack had been built.
import { describe, expect, it } from 'vitest';
import { MemorySink } from '../../src/archive/assemble.ts';
import { mergePacks } from '../../src/archive/merge.ts';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import { MemorySpill } from '../../src/archive/spill.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { PackWriter } from '../../src/archive/writer.ts';
import { mergeRelated } from '../../src/related/merge.ts';
import { packParts } from '../../src/related/pack-parts.ts';
import { relatedCoverage } from '../../src/related/related.ts';
import { RelatedIndex } from '../../src/related/section.ts';
import { documentOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

const facts = { name: 'Parts', builder: 'stemma test', created: '2031-01-02T03:04:05Z' };

const stories = Array.from({ length: 40 }, (_, i) =>
  documentOf({
    id: `d${i}`,
    url: `https://outlet${i % 5}.example/${i}`,
    title: `Story ${i}`,
    published: `2031-03-${String(1 + (i % 2)).padStart(2, '0')}`,
    paragraphs: [
      `In Vellmark${i % 20} the mayor Tilda Brask${i % 20} met the crews of quarry number ${i % 20}.`,
      ...randomParagraphs(60, i),
    ],
  }),
);

async function packed(documents: DocumentInput[], parts = packParts) {
  const writer = new PackWriter({ ...facts, profile: 'lite' }, { parts });
  for (const document of documents) writer.add(document);
  return (await writer.finish()).bytes;
}

const opened = (bytes: Uint8Array, withdrawn: number[] = []) =>
  Archive.open(new MemorySource('part.stemma', bytes), { withdrawn: new Set(withdrawn) });

async function merged(inputs: Archive[]): Promise<Archive> {
  const sink = new MemorySink();
  const spill = new MemorySpill();
  await mergePacks(inputs, facts, { sink, spill, sections: mergeRelated(spill) });
  return opened(sink.finish());
}

async function listed(archive: Archive): Promise<string[]> {
  const index = await RelatedIndex.open(archive);
  const rows: string[] = [];
  if (index === undefined) return rows;
  for await (const { high, document } of index.all()) rows.push(`${high} ${document}`);
  return rows.toSorted();
}

async function listedOf(archive: Archive, number: number): Promise<number> {
  return (await listed(archive)).filter((row) => row.endsWith(` ${number}`)).length;
}

describe('merging the sections for related coverage', () => {
  it('keeps what every document is about, under its new number', async () => {
    const [first, second] = [stories.slice(0, 25), stories.slice(25)];
    const one = await opened(await packed(first), [3, 4]);
    const two = await opened(await packed(second));
    const whole = await merged([one, two]);
    expect(whole.header.documents).toBe(38);
    const index = await RelatedIndex.open(whole);
    // Numbers 3 and 4 are gone: number 10 of the first part is 8, number 0 of the second 23.
    expect(await listedOf(whole, 8)).toBe(await listedOf(one, 10));
    expect(await listedOf(whole, 23)).toBe(await listedOf(two, 0));
    expect(await listedOf(whole, 8)).toBeGreaterThan(20);
    expect(index?.day(23)).toBe((await RelatedIndex.open(two))?.day(0));

    const [page] = stories;
    if (page === undefined) throw new Error('no story');
    const self = { archive: whole.info, document: { id: page.id } };
    const { related } = await relatedCoverage(page, [whole], { exclude: [self] });
    expect(related.length).toBeGreaterThan(0);
    for (const { document } of related) expect(Number(document.id.slice(1)) % 20).toBe(0);
  });

  it('leaves them out where one input has none', async () => {
    const whole = await merged([
      await opened(await packed(stories.slice(0, 5))),
      await opened(await packed(stories.slice(5), [])),
    ]);
    expect(await RelatedIndex.open(whole)).toBeUndefined();
  });
});
