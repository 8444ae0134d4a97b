// Saving a citation: one click, said and shown, on disk before it is said; and exported with its address.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { until } from './harness/in-page.ts';
import { savedSummaries } from './harness/library.ts';
import { browserKit } from './harness/suite.ts';
import type { PopupHandle, TabHandle } from './harness/types.ts';
import { pageWith } from './pages.ts';

describe('a citation', () => {
  const kit = browserKit();

  async function popupOn(url: string): Promise<{ tab: TabHandle; popup: PopupHandle }> {
    const tab = await kit.open(url);
    await tab.waitForToolbar(({ title }) => !title.startsWith('Stemma'));
    const popup = await kit.popup(tab);
    await popup.waitForText(/Save citation|Saved /);
    return { tab, popup };
  }

  /** The text of the one download with an ending, once it is complete. */
  function downloaded(ending: string): Promise<string> {
    return until(
      async () => {
        const name = readdirSync(kit.session.downloads).find((one) => one.endsWith(ending));
        const text = name && readFileSync(join(kit.session.downloads, name), 'utf8');
        return text || undefined;
      },
      10_000,
      () => `no download ends in ${ending}`,
    );
  }

  it('is saved by one click, and says so to eye and ear', async () => {
    const { popup } = await popupOn(pageWith(kit.newsstand, 'copy').url);
    await popup.click('button', 'Save citation');
    const text = await popup.waitForText('Citation saved.');
    expect(text).toMatch(/Saved \S.*\d{4}/);
    const live = (await popup.snapshot()).filter(({ role }) => role === 'status');
    expect(live.length).toBeGreaterThan(0);
    const said = await popup.evaluate(() => document.querySelector('[role=status]')?.textContent);
    expect(said).toBe('Citation saved.');
  });

  it('is on disk before it is said: the worker may die right after', async () => {
    const { tab, popup } = await popupOn(pageWith(kit.newsstand, 'edited').url);
    await popup.click('button', 'Save citation');
    await popup.waitForText('Citation saved.');
    await kit.session.killWorker();
    await popup.close();
    const again = await kit.popup(tab);
    expect(await again.waitForText(/Saved \S/)).not.toContain('Save citation');
  });

  it('is saved once where the worker dies between the click and its answer', async () => {
    const { url } = pageWith(kit.newsstand, 'passages');
    const { popup } = await popupOn(url);
    await Promise.all([popup.click('button', 'Save citation'), kit.session.killWorker()]);
    await popup.waitForText(/Citation saved\.|Already saved/);
    const saved = await savedSummaries(kit.session);
    expect(saved.filter((one) => one.url === url)).toHaveLength(1);
  });

  it('can be taken back, and that too', async () => {
    const { popup } = await popupOn(pageWith(kit.newsstand, 'original').url);
    await popup.click('button', 'Save citation');
    await popup.waitForText('Citation saved.');
    await popup.click('button', 'Undo');
    await popup.waitForText('Citation removed.');
    await popup.click('button', 'Undo');
    await popup.waitForText('Citation restored.');
    await popup.waitForText(/Saved \S/);
  });

  it('is known as saved on the same page in another tab, and can be removed', async () => {
    const { url } = pageWith(kit.newsstand, 'changed');
    const first = await popupOn(url);
    await first.popup.click('button', 'Save citation');
    await first.popup.waitForText('Citation saved.');
    await first.popup.close();
    const second = await popupOn(url);
    await second.popup.waitForText(/Saved \S/);
    await second.popup.click('button', 'More');
    await second.popup.click('button', 'Remove saved citation');
    await second.popup.waitForText('Citation removed.');
    await second.popup.waitForText('Save citation');
  });

  it('is exported as CSL-JSON, BibTeX and RIS, with address, date of access and the match', async () => {
    const { url } = pageWith(kit.newsstand, 'copy');
    const { popup } = await popupOn(url);
    await popup.click('button', 'More');
    const year = String(new Date().getFullYear());
    for (const [format, ending] of [
      ['CSL-JSON', '.json'],
      ['BibTeX', '.bib'],
      ['RIS', '.ris'],
    ] as const) {
      await popup.click('radio', format);
      await popup.click('button', 'Download: This citation');
      const text = (await downloaded(ending)).replaceAll('\\', '');
      expect(text, format).toContain(url);
      expect(text, format).toContain(year);
      expect(text, format).toMatch(/newsstand/);
    }
    const [item] = JSON.parse(await downloaded('.json'));
    expect(item).toMatchObject({ URL: url, note: expect.stringContaining('newsstand') });
    expect(item.accessed['date-parts'][0][0]).toBe(Number(year));
    expect(await downloaded('.bib')).toMatch(/^@\w+\{/);
    expect(await downloaded('.ris')).toMatch(/^TY {2}- /);
  });

  it('can be copied and pasted', async () => {
    const { url } = pageWith(kit.newsstand, 'copy');
    const { popup } = await popupOn(url);
    await popup.click('button', 'More');
    await popup.click('radio', 'BibTeX');
    await popup.click('button', 'Copy: This citation');
    await popup.waitForText('Copied.');
    await popup.close();

    const { page } = await kit.open('https://www.unlisted.example/');
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      document.body.prepend(field);
      field.focus();
    });
    await page.bringToFront();
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyV', { commands: ['Paste'] });
    await page.keyboard.up('Control');
    const pasted = await until(
      async () =>
        (await page.evaluate(() => document.querySelector('textarea')?.value)) || undefined,
      5000,
      () => 'nothing was pasted',
    );
    expect(pasted).toMatch(/^@\w+\{/);
    expect(pasted.replaceAll('\\', '')).toContain(url);
  });
});
