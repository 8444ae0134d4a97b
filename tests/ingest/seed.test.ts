// The shipped archive: built from the saved articles beside the checkout, byte for byte, and without their text.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { inflateRawSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  buildSeed,
  readShippedManifest,
  SEED_MANIFEST,
  SEED_PACK,
  SEEDS,
} from '../../scripts/archives.ts';
import { Archive } from '../../src/archive/reader.ts';
import { MemorySource } from '../../src/archive/sources.ts';
import { verifyPack } from '../../src/archive/verify.ts';
import { readSavedArticle } from '../../src/ingest/saved-article.ts';

const present = existsSync(SEEDS);
if (!present) {
  console.log(
    'SKIPPED: ../shared/seeds is not here, so the shipped archive is not rebuilt from it',
  );
}

async function open(): Promise<Archive> {
  return Archive.open(new MemorySource('seed.stemma', await readFile(SEED_PACK)));
}

/** Lower-case words: what is left when signs and spacing differ. */
function words(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Whatever inflates at any place of a pack: finds text in blocks whose layout it does not know. */
function inflatedAnywhere(bytes: Uint8Array): string[] {
  const found: string[] = [];
  for (let at = 0; at < bytes.length; at++) {
    for (const inflate of [inflateRawSync, inflateSync]) {
      try {
        found.push(inflate(bytes.subarray(at), { maxOutputLength: 1 << 24 }).toString('utf8'));
      } catch {
        // Most places are not the start of a deflate stream.
      }
    }
  }
  return found;
}

/** Runs of eight words of `text` that stand in one of `places`. */
function runsFound(text: string, places: readonly string[]): string[] {
  const own = words(text);
  const there = places.map((place) => ` ${words(place).join(' ')} `);
  const runs = own.slice(0, -7).map((_, at) => own.slice(at, at + 8).join(' '));
  return runs.filter((run) => there.some((place) => place.includes(` ${run} `)));
}

describe('the shipped archive', () => {
  it('is the file its manifest names, whole and readable', async () => {
    const manifest = await readShippedManifest();
    const bytes = await readFile(SEED_PACK);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(manifest.sha256);
    const archive = await open();
    await verifyPack(archive);
    expect(archive.info).toMatchObject({
      sha256: manifest.contentSha256,
      name: manifest.name,
      builder: manifest.builder,
      created: manifest.created,
      profile: manifest.profile,
      documents: manifest.documents,
    });
  });

  it('knows the story: date, credit, licence, address, words', async () => {
    const document = await (await open()).document(0);
    expect(document).toMatchObject({
      publisher: 'The Moscow Times',
      published: '2021-02-05',
      language: 'en',
      attribution: 'NGO',
      // `wc -w` over the body's eight paragraphs, links and labels taken out by hand.
      words: 258,
      images: [
        {
          credit: 'Iker Merodio / Flickr',
          license: 'CC BY-ND 2.0',
          licenseUrl: 'https://creativecommons.org/licenses/by-nd/2.0/',
        },
      ],
    });
    const url = new URL(document.url ?? '');
    expect(url.hostname).toBe('www.themoscowtimes.com');
    expect(url.pathname).toMatch(/^\/2021\/02\/05\/[a-z-]+-ngo-a72842$/);
    expect(document.sources).toContainEqual(
      expect.objectContaining({ name: 'Russian LGBT Network', cue: 'reported' }),
    );
    expect(document.sources).toContainEqual(
      expect.objectContaining({ name: 'Ramzan Kadyrov', denies: true }),
    );
    // One title, its two halves joined at their hyphen.
    expect(document.related).toHaveLength(1);
    expect(document.related[0]?.title).toMatch(/ Russian-Speaking /);
    const [image] = document.images;
    expect(image).not.toHaveProperty('caption');
  });

  it('asks for the hosts of its outlets and no other', async () => {
    expect((await readShippedManifest()).hosts).toEqual([
      'themoscowtimes.com',
      'www.themoscowtimes.com',
    ]);
  });

  it('is rebuilt from the saved articles, byte for byte', async (context) => {
    if (!present) context.skip('../shared/seeds is absent');
    const shipped = await readShippedManifest();
    const { bytes, manifest } = await buildSeed(SEEDS, shipped.created);
    expect(manifest, 'run: npm run archives').toEqual(shipped);
    expect(Buffer.compare(bytes, await readFile(SEED_PACK))).toBe(0);
  });

  it('holds no eight words in a row of any body', async (context) => {
    if (!present) context.skip('../shared/seeds is absent');
    const pack = await readFile(SEED_PACK);
    const places = [
      ...inflatedAnywhere(pack),
      pack.toString('utf8'),
      pack.toString('utf16le'),
      await readFile(SEED_MANIFEST, 'utf8'),
    ];
    const archive = await open();
    for await (const document of archive.documents()) places.push(JSON.stringify(document));
    // The search is known to see into the pack: it finds the facts that are there.
    const { title = '' } = await archive.document(0);
    expect(inflatedAnywhere(pack).some((place) => place.includes(title))).toBe(true);
    for (const name of readdirSync(SEEDS)) {
      const read = readSavedArticle(await readFile(`${SEEDS}${name}`, 'utf8'), name);
      if ('problem' in read) throw new Error(read.problem.why);
      const { paragraphs, images } = read.article;
      const body = [...paragraphs, ...images.map(({ caption = '' }) => caption)].join('\n');
      expect(runsFound(body, [body]).length).toBeGreaterThan(200);
      expect(runsFound(body, places)).toEqual([]);
    }
  });
});
