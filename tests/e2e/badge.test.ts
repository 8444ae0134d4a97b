// The badge beside the headline: what it says, where it stands, and that it goes away when told to.

import { describe, expect, it } from 'vitest';
import type { VerdictKind } from '../../src/provenance/types.ts';
import { HOSTILE_HOST, UNLISTED_HOST } from '../newsstand/hosts.ts';
import { pause, until } from './harness/in-page.ts';
import { axeViolations } from './harness/popup.ts';
import { browserKit } from './harness/suite.ts';
import type { Badge, TabHandle } from './harness/types.ts';
import { pageWith, plainPage } from './pages.ts';

const says: [VerdictKind, RegExp][] = [
  ['original', /^Earliest known copy/],
  ['earliest', /^Earliest known copy/],
  ['copy', /^Same text: \S/],
  ['edited', /^(?:Edited from|Another version:) \S/],
  ['changed', /^Changed since \S/],
  ['excerpt', /^Excerpt: \S/],
  ['contains', /^Contains: \S/],
  ['passages', /^\d+ passages?: \S/],
];

async function waitUntilGone(tab: TabHandle): Promise<void> {
  await until(
    async () => ((await tab.badge()) ? undefined : true),
    5000,
    () => 'the badge is still there',
  );
}

/** Where the badge is open, its controls have other names than where it is folded. */
function control(badge: Badge, name: RegExp): string {
  const found = badge.controls.find((one) => name.test(one));
  if (found === undefined) {
    throw new Error(`no control ${String(name)} among ${JSON.stringify(badge.controls)}`);
  }
  return found;
}

describe('the badge', () => {
  const kit = browserKit();

  it.each(says)('says what the page is: %s', async (verdict, words) => {
    const tab = await kit.open(pageWith(kit.newsstand, verdict).url);
    const badge = await tab.waitForBadge();
    expect(badge.text).toMatch(words);
  });

  it('stands by the headline and moves nothing out of the way', async () => {
    const apart = [HOSTILE_HOST, UNLISTED_HOST];
    for (const { url, expect: of } of kit.newsstand.pages) {
      if (of.verdict !== 'copy' || apart.includes(new URL(url).host)) continue;
      const tab = await kit.session.open(url);
      const badge = await tab.waitForBadge();
      const { headline, rect } = badge;
      await tab.close();
      if (!headline) throw new Error(`${url} has no headline`);
      const below = rect.y - (headline.y + headline.height);
      expect(below, `${url}: pixels from headline to badge`).toBeLessThan(120);
      expect(rect.y, `${url}: not above the headline`).toBeGreaterThanOrEqual(headline.y - 1);
      expect(rect.height, `${url}: height`).toBeLessThanOrEqual(40);
      expect(rect.width, `${url}: width`).toBeGreaterThan(20);
    }
  });

  it('is not there where there is nothing to say', async () => {
    for (const page of [pageWith(kit.newsstand, 'no-match'), plainPage(kit.newsstand)]) {
      const tab = await kit.open(page.url);
      await until(
        async () => {
          const { title } = await tab.toolbar();
          return /No earlier copy|not an article/.test(title) ? true : undefined;
        },
        10_000,
        () => `${page.url} was not looked at`,
      );
      await pause(200);
      expect(await tab.badge(), page.url).toBeUndefined();
    }
  });

  it('goes away for this page, and comes back when the page is loaded again', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'copy').url);
    const badge = await tab.waitForBadge();
    await tab.clickBadge(control(badge, /^Put this badge away$/));
    await pause(100);
    const asked = await tab.badge();
    if (asked) await tab.clickBadge(control(asked, /^On this page$/));
    await waitUntilGone(tab);
    await tab.page.reload({ waitUntil: 'domcontentloaded' });
    await tab.waitForBadge();
  });

  it('can be reached, opened, closed and put away by keys', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'copy').url);
    const { keyboard } = tab.page;
    await tab.waitForBadge();
    await tab.page.bringToFront();
    let badge = await tab.badge();
    for (let presses = 0; presses < 60 && badge?.focused === undefined; presses += 1) {
      await keyboard.press('Tab');
      badge = await tab.badge();
    }
    expect(badge?.focused).toMatch(/^Same text: .*\. Show where this story comes from$/);

    await keyboard.press('Enter');
    expect((await tab.badge())?.text).toMatch(/Same text as \S.*of this page/);
    await keyboard.press('Escape');
    badge = await tab.badge();
    expect(badge?.text).not.toMatch(/of this page/);
    expect(badge?.focused).toMatch(/^Same text: /);

    await keyboard.press('Tab');
    expect((await tab.badge())?.focused).toBe('Put this badge away');
    await keyboard.press('Enter');
    expect((await tab.badge())?.focused).toBe('On this page');
    await keyboard.press('Enter');
    await waitUntilGone(tab);
  });

  it('is accessible by itself, in its own words', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'copy').url);
    const badge = await tab.waitForBadge();
    const bare = await kit.open('https://www.unlisted.example/');
    await bare.page.setContent(
      `<!doctype html><html lang="en"><title>Badge</title><style>${badge.markup.css}</style>
       <body style="background:#fff;color:#111"><main><h1>Headline</h1>${badge.markup.html}</main>`,
    );
    expect(await axeViolations((expression) => bare.page.evaluate(expression))).toEqual([]);
  });
});

describe('badges of a site', () => {
  const kit = browserKit();

  it('go away for the whole site, and come back from the popup', async () => {
    const page = pageWith(kit.newsstand, 'copy');
    const tab = await kit.open(page.url);
    const badge = await tab.waitForBadge();
    await tab.clickBadge(control(badge, /^Put this badge away$/));
    const asked = await until(
      async () => {
        const now = await tab.badge();
        return now?.controls.includes('On this site') ? now : undefined;
      },
      5000,
      () => 'the badge does not ask for how long',
    );
    await tab.clickBadge(control(asked, /^On this site$/));
    await waitUntilGone(tab);

    await tab.page.reload({ waitUntil: 'domcontentloaded' });
    await tab.waitForToolbar(({ text }) => text === '=');
    await pause(300);
    expect(await tab.badge()).toBeUndefined();

    const other = kit.newsstand.pages.find(
      (one) => one.expect.verdict === 'copy' && new URL(one.url).host !== new URL(page.url).host,
    );
    if (!other) throw new Error('the newsstand has copies at one outlet only');
    await (await kit.open(other.url)).waitForBadge();

    const popup = await kit.popup(tab);
    await popup.waitForText('Same text as');
    await popup.click('button', 'More');
    await popup.click('switch', /^Badges on /);
    await tab.waitForBadge();
  });
});
