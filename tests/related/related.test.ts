// Related coverage over a small archive: what is found, what is not, why, and what damage does.
import { describe, expect, it } from 'vitest';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import type { DocumentInput } from '../../src/archive/types.ts';
import { PackWriter } from '../../src/archive/writer.ts';
import { matchText } from '../../src/match/match.ts';
import { packParts } from '../../src/related/pack-parts.ts';
import { relatedCoverage, withRelated } from '../../src/related/related.ts';
import { RelatedPart } from '../../src/related/section-writer.ts';
import { documentOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';

const landslide = documentOf({
  id: 'landslide',
  url: 'https://harbour.example/landslide',
  title: 'Landslide cuts off Vellmark',
  publisher: 'Harbour Gazette',
  published: '2031-03-14',
  paragraphs: [
    'A landslide closed the only road to Vellmark on Friday night, the county of Osterlund said.',
    'Mayor Tilda Brask asked for helicopters. “Two hundred people have no power,” said Tilda Brask.',
    'Geologists of the Korrvik institute had warned of the slope above the quarry in January.',
  ],
});
const sameEvent = documentOf({
  id: 'same-event',
  url: 'https://fenland.example/news/vellmark',
  title: 'Village without power after slope gives way',
  publisher: 'Fenland Post',
  published: '2031-03-15',
  paragraphs: [
    'Helicopters brought generators to Vellmark on Saturday, hours after tonnes of mud buried its road.',
    'The mayor, Tilda Brask, thanked the crews. Nobody was hurt, police in Osterlund reported.',
    'The quarry below had been told by Korrvik geologists that the slope might move.',
  ],
});
const elsewhere = documentOf({
  id: 'elsewhere',
  url: 'https://quay.example/football',
  title: 'Rovers win again',
  publisher: 'Quay',
  published: '2031-03-14',
  paragraphs: [
    'Rovers beat Anchor United by three goals to one in the rain, and lead the table by four points.',
    'Their captain, Milo Ferrant, scored twice and said the season was far from over for them.',
  ],
});
const longAgo = documentOf({
  ...sameEvent,
  id: 'long-ago',
  url: 'https://quay.example/old-slide',
  title: 'Mud buries road to Vellmark',
  published: '2024-11-02',
});

/** As many as an archive needs for its common words to be known. */
const fill = Array.from({ length: 500 }, (_, i) =>
  documentOf({
    id: `fill${i}`,
    url: `https://meridian.example/${i}`,
    title: `Story number ${i}`,
    published: `2031-03-${String(1 + (i % 28)).padStart(2, '0')}`,
    paragraphs: randomParagraphs(40, i + 1),
  }),
);

async function archiveOf(documents: DocumentInput[]): Promise<Archive> {
  const options = { name: 'related', builder: 'test', created: '2031-04-01T00:00:00Z' } as const;
  const writer = new PackWriter({ ...options, profile: 'std' }, { parts: packParts });
  for (const document of documents) writer.add(document);
  const { bytes } = await writer.finish();
  return Archive.open(new MemorySource('related.stemma', bytes));
}

async function bytesWith(rowsInMemory?: number): Promise<Uint8Array> {
  const writer = new PackWriter(
    { name: 'x', builder: 'x', created: '2031-04-01T00:00:00Z', profile: 'lite' },
    { parts: [(spill) => new RelatedPart(spill, rowsInMemory)] },
  );
  for (const document of [...fill.slice(0, 60), landslide, sameEvent]) writer.add(document);
  return (await writer.finish()).bytes;
}

describe('related coverage', () => {
  it('finds another report of the event, and says why in words of the page', async () => {
    const archive = await archiveOf([...fill, sameEvent, elsewhere]);
    const { related, failed } = await relatedCoverage(landslide, [archive]);
    expect(failed).toEqual([]);
    expect(related.map(({ document }) => document.id)).toEqual(['same-event']);
    const reasons = related[0]?.reasons ?? [];
    expect(reasons.find(({ kind }) => kind === 'names')?.items).toContain('Tilda Brask');
    expect(reasons.find(({ kind }) => kind === 'terms')?.items).toContain('slope');
    expect(reasons.at(-1)).toEqual({ kind: 'date', detail: '1 day later', days: 1 });
    const text = `${landslide.title} ${landslide.paragraphs.join(' ')}`;
    for (const item of reasons.flatMap(({ items = [] }) => items)) expect(text).toContain(item);
  });

  it('takes only names and links for a reason in an archive too small to know its common words', async () => {
    const words = 'the slope above the quarry gave way after helicopters brought generators';
    const small = await archiveOf([
      documentOf({ ...sameEvent, id: 'words', title: 'Mud', paragraphs: [`Then ${words}.`] }),
      sameEvent,
    ]);
    const { related } = await relatedCoverage(landslide, [small]);
    expect(related.map(({ document }) => document.id)).toEqual(['same-event']);
    expect(related[0]?.reasons.map(({ kind }) => kind)).toEqual(['names', 'date']);
  });

  it('takes no month and no weekday for a name', async () => {
    const page = {
      ...landslide,
      paragraphs: ['It was on Friday in March, then on Sunday in May.'],
    };
    const other = {
      ...sameEvent,
      paragraphs: ['Late on Friday, in March, they met on Sunday in May.'],
    };
    const archive = await archiveOf([other]);
    expect((await relatedCoverage({ ...page, title: 'One' }, [archive])).related).toEqual([]);
  });

  it('puts the report of these days before one of another year', async () => {
    const archive = await archiveOf([...fill, longAgo, sameEvent]);
    const { related } = await relatedCoverage(landslide, [archive]);
    expect(related[0]?.document.id).toBe('same-event');
    const far = related.find(({ document }) => document.id === 'long-ago');
    expect(far === undefined || far.score < (related[0]?.score ?? 0) / 4).toBe(true);
  });

  it('finds nothing for a story of something else', async () => {
    const archive = await archiveOf([...fill, sameEvent]);
    expect((await relatedCoverage(elsewhere, [archive])).related).toEqual([]);
  });

  it('leaves out relatives of the page and the page itself', async () => {
    const copy = documentOf({ ...landslide, id: 'copy', url: 'https://copy.example/landslide' });
    const archive = await archiveOf([...fill, landslide, copy, sameEvent]);
    const result = await withRelated(await matchText(landslide, [archive]), landslide, [archive]);
    expect(result.matches.map(({ document }) => document.id).toSorted()).toEqual([
      'copy',
      'landslide',
    ]);
    expect(result.related.map(({ document }) => document.id)).toEqual(['same-event']);
  });

  it('tells a story once, however many outlets carry it under its headline', async () => {
    const second = documentOf({ ...sameEvent, id: 'second', url: 'https://quay.example/vellmark' });
    const archive = await archiveOf([...fill, sameEvent, second]);
    expect((await relatedCoverage(landslide, [archive])).related).toHaveLength(1);
  });

  it('has nothing to say over packs without the sections, and of texts without words', async () => {
    const writer = new PackWriter({
      name: 'plain',
      builder: 'test',
      created: '2031-04-01T00:00:00Z',
      profile: 'std',
    });
    writer.add(sameEvent);
    const { bytes } = await writer.finish();
    const plain = await Archive.open(new MemorySource('plain.stemma', bytes));
    expect((await relatedCoverage(landslide, [plain])).related).toEqual([]);
    const archive = await archiveOf([sameEvent, documentOf({ id: 'empty' })]);
    expect((await relatedCoverage({ paragraphs: [] }, [archive])).related).toEqual([]);
    expect((await relatedCoverage({ paragraphs: ['', '…'] }, [archive])).related).toEqual([]);
  });

  it('names an archive whose sections are damaged, and answers from the others', async () => {
    const archive = await archiveOf([...fill, sameEvent]);
    const section = archive.header.allSections.find(({ name }) => name === 'RELD');
    const bytes = (await archive.source.read(0, archive.header.contentBytes)).slice();
    bytes[(section?.offset ?? 0) + 1] = (bytes[(section?.offset ?? 0) + 1] ?? 0) ^ 1;
    const damaged = await Archive.open(new MemorySource('damaged.stemma', bytes));
    const answer = await relatedCoverage(landslide, [damaged, archive]);
    expect(answer.failed.map(({ pack, code }) => [pack, code])).toEqual([
      ['damaged.stemma', 'damaged'],
    ]);
    expect(answer.related).toHaveLength(1);
  });

  it('gives the same bytes however little memory it has', async () => {
    expect(await bytesWith(100)).toEqual(await bytesWith());
  });
});
