// Imported archives in the real browser: in, searched, still there after the worker was killed, out.

import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { PackWriter } from '../../src/archive/writer.ts';
import { documentOf } from '../support/packs.ts';
import { randomParagraphs } from '../support/random-text.ts';
import { type ArchivesPage, openArchivesPage } from './harness/archives-page.ts';
import { axeViolations } from './harness/popup.ts';
import { browserKit, kind } from './harness/suite.ts';
import type { TabHandle } from './harness/types.ts';

const folder = mkdtempSync(join(tmpdir(), 'stemma-archives-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** More than is read whole: what is read of it goes through the reader of files. */
const LARGE = 20 * 2 ** 20;
/** So much that an import of it can be cancelled. */
const HUGE = 500 * 2 ** 20;

/** A pack in a file. Bytes past its content are no part of it, so any size can be had. */
async function packFile(
  name: string,
  paragraphs: string[],
  { size, created = '2026-02-02T00:00:00Z' }: { size?: number; created?: string } = {},
): Promise<string> {
  const writer = new PackWriter({ name, builder: 'stemma test', created, profile: 'std' });
  writer.add(
    documentOf({
      id: 'imported',
      url: 'https://wire.example/2020/imported',
      title: 'A story that was imported',
      publisher: 'Imported Wire',
      published: '2020-01-02',
      paragraphs,
    }),
  );
  for (let i = 0; i < 20; i++) {
    writer.add(documentOf({ id: `other-${i}`, paragraphs: randomParagraphs(300, i) }));
  }
  const { bytes } = await writer.finish();
  return fileOf(name, bytes, size);
}

function fileOf(name: string, bytes: Uint8Array, size?: number): string {
  const path = join(folder, `${name.toLowerCase().replaceAll(' ', '-')}.stemma`);
  writeFileSync(path, bytes);
  if (size !== undefined) truncateSync(path, size);
  return path;
}

/** The paragraphs of a page that no archive knows, as the page shows them. */
async function storyOf(tab: TabHandle): Promise<string[]> {
  const shown = await tab.page.evaluate(() =>
    [...document.querySelectorAll('p')].map((one) => one.textContent?.trim() ?? ''),
  );
  return shown.filter((text) => text.split(' ').length > 12);
}

/** Removes the archive that is listed last, and waits until it is listed no more. */
async function remove(page: ArchivesPage, name: string): Promise<void> {
  await page.press('Remove');
  await page.waitFor(`Remove ${name} from this device?`);
  await page.press('Remove');
  await page.waitFor(`${name} was removed.`);
  await page.page.waitForFunction(
    (gone) => ![...document.querySelectorAll('h2')].some((one) => one.textContent === gone),
    {},
    name,
  );
}

describe('imported archives', () => {
  const kit = browserKit();
  /** A story that no archive has, nor any other of its event. */
  const unknown = (): string => {
    const found = kit.newsstand.pages.find(
      ({ expect: of }) => of.verdict === 'no-match' && of.relatedTo === undefined,
    );
    if (!found) throw new Error('the newsstand has no unrelated story');
    return found.url;
  };

  async function panel(): Promise<ArchivesPage> {
    return openArchivesPage(kit.session, await kit.open());
  }

  /** Everything of imports that takes room. */
  async function kept(): Promise<string[]> {
    return kit.session.inExtension(async () => {
      const root = await navigator.storage.getDirectory();
      const names: string[] = [];
      const archives = await root.getDirectoryHandle('archives', { create: true });
      for await (const name of archives.keys()) names.push(name);
      return names;
    });
  }

  /** Takes all imports away, whatever a test left. */
  afterEach(async () => {
    const page = await panel();
    await page.waitFor('came with Stemma');
    for (;;) {
      const names = await page.page.evaluate(() =>
        [...document.querySelectorAll('.archive')]
          .filter((one) =>
            [...one.querySelectorAll('button')].some((of) => of.innerText.startsWith('Remove')),
          )
          .map((one) => one.querySelector('h2')?.textContent ?? ''),
      );
      if (names.length === 0) break;
      await remove(page, names.at(-1) ?? '');
    }
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['small, read into memory', undefined, 'read into memory whole'],
    ['large, read in slices', LARGE, 'by a worker of its own'],
  ] as const)('change the verdict, also after the worker was killed: %s', async (_, size, how) => {
    const before = await kit.open(unknown());
    await before.waitForToolbar(({ title }) => title === 'No earlier copy in your archives');
    const file = await packFile('Wire Papers', await storyOf(before), size ? { size } : {});

    const page = await panel();
    await page.choose(file);
    await page.waitFor('Imported Wire Papers: 21 articles.');
    await page.page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    await page.waitFor(how);

    const isFound = async (): Promise<void> => {
      const tab = await kit.open(unknown());
      const { title } = await tab.waitForToolbar(({ title: said }) =>
        said.includes('Imported Wire'),
      );
      expect(title).toMatch(/Imported Wire, Jan 2, 2020/);
    };
    await isFound();
    await kit.session.killWorker();
    await isFound();
    if (kind === 'chrome' && size !== undefined) {
      await kit.session.inExtension(() => chrome.offscreen.closeDocument());
      await isFound();
      await kit.session.inExtension(() => chrome.offscreen.closeDocument());
      await kit.session.killWorker();
      await isFound();
    }

    await remove(page, 'Wire Papers');
    const after = await kit.open(unknown());
    await after.waitForToolbar(({ title }) => title === 'No earlier copy in your archives');
    expect(await kept()).toEqual([]);
  });

  it('are refused by name when they are damaged, of the future, or no archives', async () => {
    const paragraphs = randomParagraphs(200, 7);
    const path = await packFile('Good', paragraphs);
    const damaged = readFileSync(path);
    const at = damaged.length >> 1;
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    const future = readFileSync(path);
    future.writeUInt16LE(9, 8);
    const page = await panel();
    await page.choose(fileOf('Damaged', damaged));
    await page.waitFor(/damaged\.stemma is damaged \(.+\)\. Fetch it again\./);
    await page.choose(fileOf('Future', future));
    await page.waitFor(
      /future\.stemma was made for a newer Stemma \(pack format 9\.\d+, this Stemma reads format 1/,
    );
    await page.choose(fileOf('Page', Buffer.from('<!doctype html>'.repeat(50))));
    await page.waitFor(/page\.stemma is not a Stemma archive/);
    expect(await kept()).toEqual([]);
    expect(await axeViolations((of) => page.page.evaluate(of))).toEqual([]);
  });

  it('leave nothing when they are cancelled half-way', async () => {
    const file = await packFile('Huge', randomParagraphs(200, 8), { size: HUGE });
    const page = await panel();
    await page.choose(file);
    await page.page.waitForFunction(
      () => {
        const bar = document.querySelector('progress');
        return bar !== null && bar.value > 0.02;
      },
      { timeout: 10_000 },
    );
    await page.press('Cancel');
    await page.waitFor('Import cancelled. Nothing of it was kept.');
    expect(await kept()).toEqual([]);
    expect(await page.text()).not.toContain('Huge');
  });

  it('chosen in two windows at once come in once', async () => {
    const file = await packFile('Twice', randomParagraphs(200, 9), { size: LARGE });
    const [one, two] = [await panel(), await panel()];
    await Promise.all([one.choose(file), two.choose(file)]);
    const end = /Imported Twice|Twice is here already/;
    const said = [await one.waitFor(end), await two.waitFor(end)].map(
      (text) => end.exec(text)?.[0],
    );
    expect(new Set(said)).toEqual(new Set(['Imported Twice', 'Twice is here already']));
    expect(await kept()).toHaveLength(1);
  });

  it('are replaced by a newer build and kept from an older one', async () => {
    const page = await panel();
    await page.choose(await packFile('Builds', randomParagraphs(200, 10)));
    await page.waitFor('Imported Builds');
    const newer = { created: '2026-03-02T00:00:00Z' };
    await page.choose(await packFile('Builds', randomParagraphs(200, 11), newer));
    await page.waitFor('Builds was replaced by the build of Mar 2, 2026.');
    await page.choose(await packFile('Builds', randomParagraphs(200, 12)));
    await page.waitFor('A later build of Builds is here already (Mar 2, 2026).');
    expect(await kept()).toHaveLength(1);
  });

  it('are refused where there is no room, and the ones before still work', async (context) => {
    if (kind === 'firefox') context.skip('Firefox has no way to set a quota for a test');
    const page = await panel();
    await page.choose(await packFile('Before', randomParagraphs(200, 13)));
    await page.waitFor('Imported Before');
    const devtools = await page.page.createCDPSession();
    const { origin } = kit.session;
    await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 6_000_000 });
    await page.choose(await packFile('Big', randomParagraphs(200, 14), { size: LARGE }));
    await page.waitFor(
      /There is no room for big\.stemma: it takes 21 MB, and [\d.]+ .?B is free\./,
    );
    await devtools.send('Storage.overrideQuotaForOrigin', { origin });
    expect(await page.text()).toContain('Before');
    expect(await kept()).toHaveLength(1);
  });
});
