// The documents of the golden packs: all fields, three scripts. Changing them changes the format.

import { writeFile } from 'node:fs/promises';
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

// `npx tsx tests/support/golden.ts` writes them anew, for a new version of the format only.
if (process.argv[1]?.endsWith('golden.ts') === true) {
  for (const profile of ['std', 'lite'] as const) {
    const { bytes } = await goldenPack(profile);
    await writeFile(
      new URL(`../fixtures/packs/golden-1.0-${profile}.stemma`, import.meta.url),
      bytes,
    );
  }
}
