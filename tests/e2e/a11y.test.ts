// The popup under axe-core, in light and in dark, in each of its views.

import { describe, expect, it } from 'vitest';
import { browserKit } from './harness/suite.ts';
import { pageWith, plainPage } from './pages.ts';

describe.each(['light', 'dark'] as const)('the popup in %s', (colorScheme) => {
  const kit = browserKit({ colorScheme });

  it('is drawn in that scheme', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'copy').url);
    const popup = await kit.popup(tab);
    const isDark = await popup.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(isDark).toBe(colorScheme === 'dark');
  });

  it.each(['original', 'copy', 'edited', 'changed', 'passages', 'no-match'] as const)(
    'has nothing that axe finds: %s',
    async (verdict) => {
      const tab = await kit.open(pageWith(kit.newsstand, verdict).url);
      await tab.waitForToolbar(({ title }) => !title.startsWith('Stemma'));
      const popup = await kit.popup(tab);
      await popup.waitForText('Save citation');
      expect(await popup.axe()).toEqual([]);
    },
  );

  it('has nothing that axe finds with evidence and menu open', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'edited').url);
    await tab.waitForBadge();
    const popup = await kit.popup(tab);
    await popup.waitForText('Save citation');
    await popup.click('button', 'why?');
    await popup.waitForText('Evidence');
    expect(await popup.axe()).toEqual([]);
    await popup.click('button', 'Save citation');
    await popup.waitForText('Citation saved.');
    await popup.click('button', 'More');
    await popup.waitForText('Export as');
    expect(await popup.axe()).toEqual([]);
  });

  it('has nothing that axe finds where there is no verdict', async () => {
    const tab = await kit.open(plainPage(kit.newsstand).url);
    await tab.waitForToolbar(({ title }) => title === 'Stemma: not an article');
    const popup = await kit.popup(tab);
    await popup.waitForText('This does not look like an article.');
    expect(await popup.axe()).toEqual([]);
    await popup.close();

    const closed = await kit.popup(await kit.open());
    await closed.waitForText('Stemma cannot look at this page.');
    expect(await closed.axe()).toEqual([]);
  });
});
