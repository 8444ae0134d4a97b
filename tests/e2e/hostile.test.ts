// Pages that are broken, huge or lying: Stemma stays calm, and the rest goes on.

import { describe, expect, it } from 'vitest';
import { HOSTILE_HOST } from '../newsstand/hosts.ts';
import { pause, until } from './harness/in-page.ts';
import { readTabState, type TabSummary } from './harness/state.ts';
import { browserKit } from './harness/suite.ts';
import type { TabHandle } from './harness/types.ts';
import { pageWith } from './pages.ts';

const at = (path: string): string => `https://${HOSTILE_HOST}${path}`;

function settled(tab: TabHandle, timeout = 20_000): Promise<TabSummary> {
  return until(
    async () => {
      const state = readTabState(await tab.state());
      return state && state.status !== 'looking' ? state : undefined;
    },
    timeout,
    () => `no answer for ${tab.page.url()}`,
  );
}

describe('a hostile page', () => {
  const kit = browserKit();

  it('without title, heading or metadata is read all the same', async () => {
    const tab = await kit.open(at('/no-title'));
    const popup = await kit.popup(tab);
    await popup.waitForText(/Same text as|This does not look like an article/);
    if (readTabState(await tab.state())?.status === 'not-article') {
      await popup.click('button', 'Check anyway');
    }
    await popup.waitForText('Same text as The Harbour Gazette');
  });

  it('with an empty article is no article', async () => {
    const tab = await kit.open(at('/empty-article'));
    expect(await settled(tab)).toMatchObject({ status: 'not-article' });
    expect(await tab.badge()).toBeUndefined();
  });

  it('of five megabytes is answered, freezes nothing and is claimed for nobody', async () => {
    const tab = await kit.open(at('/five-megabytes'));
    expect(await settled(tab, 40_000)).toMatchObject({ status: 'checked', kind: 'no-match' });
    expect(await tab.badge()).toBeUndefined();
    expect(await tab.page.evaluate(() => 6 * 7)).toBe(42);
    const other = await kit.open(pageWith(kit.newsstand, 'copy').url);
    await other.waitForBadge();
  });

  it('of ten thousand elements of junk is no article', async () => {
    const tab = await kit.open(at('/junk'));
    expect(await settled(tab)).toMatchObject({ status: 'not-article' });
    expect(await tab.page.evaluate(() => document.querySelectorAll('#grid *').length)).toBe(10_000);
  });

  it('with metadata full of scripts and megabytes is shown as text, and nothing of it runs', async () => {
    const tab = await kit.open(at('/metadata'));
    expect((await settled(tab)).status).toBe('checked');
    const popup = await kit.popup(tab);
    await popup.waitForText('Save citation');
    await popup.click('button', 'why?');
    const text = await popup.waitForText('Read from this page');
    expect(text.length).toBeLessThan(20_000);
    const found = await popup.evaluate(() => ({
      scripts: document.querySelectorAll('#app script, #app img, #app iframe').length,
      addresses: [...document.links].map(({ protocol }) => protocol),
      handlers: [...document.querySelectorAll('#app *')].filter((element) =>
        element.getAttributeNames().some((name) => name.startsWith('on')),
      ).length,
      owned: document.documentElement.dataset['owned'],
    }));
    expect(found.scripts).toBe(0);
    expect(found.handlers).toBe(0);
    expect(found.owned).toBeUndefined();
    for (const protocol of found.addresses) expect(protocol).toMatch(/^https?:$/);

    await popup.click('button', 'Save citation');
    await popup.waitForText('Citation saved.');
    expect(
      await tab.page.evaluate(() => document.documentElement.dataset['owned']),
    ).toBeUndefined();
    const polluted = await kit.session.inExtension(() => Reflect.get({}, 'polluted') === undefined);
    expect(polluted).toBe(true);
  });

  it('whose names shadow the document is read all the same', async () => {
    const tab = await kit.open(at('/clobbers'));
    expect((await tab.waitForBadge()).text).toMatch(/^Same text: Meridian Dispatch/);
  });

  it('that takes the badge away does so for good, without a fight that never ends', async () => {
    const tab = await kit.open(at('/removes-badge'));
    await tab.waitForToolbar(({ text }) => text === '=');
    await pause(1500);
    const removed = await tab.page.evaluate(() => document.documentElement.dataset['removed']);
    expect(Number(removed)).toBeGreaterThan(0);
    expect(Number(removed)).toBeLessThan(20);
    await pause(500);
    expect(await tab.page.evaluate(() => document.documentElement.dataset['removed'])).toBe(
      removed,
    );
    // The toolbar still tells, and so does the popup.
    const popup = await kit.popup(tab);
    await popup.waitForText('Same text as');
  });

  it('that restyles everything does not restyle the badge', async () => {
    const tab = await kit.open(at('/restyles'));
    const badge = await tab.waitForBadge();
    expect(badge.text).toMatch(/^Same text: Harbour Gazette/);
    expect(badge.rect.width).toBeGreaterThan(60);
    expect(badge.rect.height).toBeGreaterThan(10);
    expect(badge.rect.height).toBeLessThan(40);
    expect(badge.rect.x).toBeGreaterThanOrEqual(0);
    expect(badge.markup.html).not.toContain('fantasy');
  });

  it('that speaks as the extension does is not heard, and its fake is not taken for the badge', async () => {
    const tab = await kit.open(at('/fakes'));
    expect(await settled(tab)).toMatchObject({ status: 'checked', kind: 'no-match' });
    await pause(1000);
    expect(await tab.page.evaluate(() => document.documentElement.dataset['heard'])).toBe('0');
    expect(await tab.badge()).toBeUndefined();
    expect(readTabState(await tab.state())).toMatchObject({ kind: 'no-match' });
    const local = await kit.session.stored('local');
    expect(local['badges-off'] ?? []).toEqual([]);
  });

  it('that turns into an article without a load is looked at again, and again when it turns back', async () => {
    const tab = await kit.open(at('/spa'));
    expect(await settled(tab)).toMatchObject({ status: 'not-article' });
    await tab.page.evaluate(() => document.getElementById('open')?.click());
    expect((await tab.waitForBadge()).text).toMatch(/^Same text: Harbour Gazette/);
    await tab.waitForToolbar(({ text }) => text === '=');
    await tab.page.evaluate(() => document.getElementById('home')?.click());
    await tab.waitForToolbar(
      ({ text, title }) => text === '' && title === 'Stemma: not an article',
    );
    expect(await tab.badge()).toBeUndefined();
  });

  it('that makes its elements anew has its badge again', async () => {
    const tab = await kit.open(at('/rerenders'));
    await tab.waitForBadge();
    await until(
      async () =>
        (await tab.page.evaluate(() => document.documentElement.dataset['renders'])) === '2' ||
        undefined,
      5000,
      () => 'the page did not make itself anew',
    );
    const badge = await tab.waitForBadge();
    expect(badge.text).toMatch(/^Same text: Meridian Dispatch/);
    expect(badge.rect.width).toBeGreaterThan(60);
  });

  it('that forbids every script and style of its own has a badge with ours', async () => {
    const tab = await kit.open(at('/no-scripts'));
    const badge = await tab.waitForBadge();
    expect(badge.text).toMatch(/^Same text: Harbour Gazette/);
    expect(badge.rect.height).toBeLessThan(40);
  });
});
