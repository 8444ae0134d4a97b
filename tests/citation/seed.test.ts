// The seed's story in every style, against entries put together by hand from its facts.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bibliography } from '../../src/citation/bibliography.ts';
import { buildCitation } from '../../src/citation/build.ts';
import { exportCitations } from '../../src/citation/export.ts';
import { STYLES } from '../../src/citation/styles.ts';
import type { Citation } from '../../src/citation/types.ts';
import { readSavedArticle } from '../../src/ingest/saved-article.ts';
import { provenance, SHA } from './facts.ts';

const seeds = new URL('../../../shared/seeds/', import.meta.url);
const OUTLET = 'The Moscow Times';

interface Facts {
  title: string;
  url: string;
  citation: Citation;
}

/** Title and address as they stand in the file, read without the code under test. */
function factsOf(skip: (reason: string) => void): Facts {
  if (!existsSync(seeds)) skip('../shared/seeds is absent');
  const [file = ''] = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
  const text = readFileSync(new URL(file, seeds), 'utf8');
  const lines = text.split('\n').map((line) => line.trim());
  const title = lines.find((line) => line !== '') ?? '';
  const last = lines.findLast((line) => line !== '') ?? '';
  const read = readSavedArticle(text, file, { requireUrl: true });
  if ('problem' in read) throw new Error(read.problem.why);
  const { paragraphs: _, links: __, ...facts } = read.article;
  const citation = buildCitation({
    page: { ...facts, words: 1, textSha256: SHA },
    provenance: provenance('no-match'),
    accessed: '2026-03-01T09:30:00+02:00',
    id: 'seed',
  });
  return { title, url: last.replace(/\s+/g, ''), citation };
}

/** No author, a newspaper, a day, an address: after APA 10.1, MLA 9 5.22, CMOS 17 14.199 and so on. */
const EXPECTED: Record<string, (title: string, url: string) => string> = {
  apa: (title, url) => `${title}. (2021, February 5). ${OUTLET}. ${url}`,
  mla: (title, url) => `“${title}.” ${OUTLET}, 5 Feb. 2021, ${url}.`,
  'chicago-notes': (title, url) => `${OUTLET}. “${title},” February 5, 2021. ${url}.`,
  'chicago-author-date': (title, url) => `${OUTLET}. 2021. “${title},” February 5, 2021. ${url}.`,
  harvard: (title, url) =>
    `${OUTLET} (2021) “${title},” 5 February. Available at: ${url} (Accessed: March 1, 2026).`,
  vancouver: (title, url) =>
    `1. ${title}. ${OUTLET} [Internet]. 2021 Feb 5 [cited 2026 Mar 1]; Available from: ${url}`,
  ieee: (title, url) =>
    `[1] “${title},” ${OUTLET}, Feb. 05, 2021. Accessed: Mar. 01, 2026. [Online]. Available: ${url}`,
};

describe("the seed's story", () => {
  it.for(STYLES.map(({ id }) => id))('is cited in %s', async (style, { skip }) => {
    const { title, url, citation } = factsOf(skip);
    const [entry] = await bibliography([citation.item], { style });
    expect(entry?.text).toBe(EXPECTED[style]?.(title, url));
  });

  it('is cited in a note', async ({ skip }) => {
    const { title, url, citation } = factsOf(skip);
    const [note] = await bibliography([citation.item], { style: 'chicago-notes', part: 'notes' });
    expect(note?.text).toBe(`“${title},” ${OUTLET}, February 5, 2021, ${url}.`);
  });

  it('is cited for Wikipedia and BibTeX', async ({ skip }) => {
    const { title, url, citation } = factsOf(skip);
    expect((await exportCitations([citation], 'wikipedia')).text).toBe(
      `{{cite news |date=2021-02-05 |title=${title} |url=${url} |newspaper=${OUTLET} |language=en |access-date=2026-03-01}}\n`,
    );
    const bib = (await exportCitations([citation], 'bibtex')).text;
    for (const line of [
      `\ttitle = {{${title}}},`,
      `\tjournal = {${OUTLET}},`,
      '\tyear = {2021},',
      '\tmonth = feb,',
      '\tday = {5},',
      `\turl = {${url}},`,
    ]) {
      expect(bib).toContain(`${line}\n`);
    }
  });
});
