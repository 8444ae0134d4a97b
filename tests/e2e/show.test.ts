// "Show in page": passages marked in the page itself, worked by keys, and gone without a trace.

import { describe, expect, it } from 'vitest';
import { HOSTILE_HOST } from '../newsstand/hosts.ts';
import { pause, until } from './harness/in-page.ts';
import { browserKit, type Kit } from './harness/suite.ts';
import type { TabHandle } from './harness/types.ts';
import { pageWith } from './pages.ts';

/** What any script of the page can learn of the document. */
async function seenByPage(tab: TabHandle) {
  return tab.page.evaluate(() => ({
    highlights: [...CSS.highlights.keys()],
    nodes: document.querySelectorAll('*').length,
    attributes: [...document.querySelectorAll('*')].flatMap((one) =>
      [...one.attributes].map(({ name, value }) => `${one.localName} ${name}=${value}`),
    ),
    text: document.body.textContent,
    styleSheets: document.styleSheets.length,
    rules: [...document.styleSheets].map((sheet) => sheet.cssRules.length),
    adopted: document.adoptedStyleSheets.length,
    globals: Object.getOwnPropertyNames(globalThis).length,
    focused: document.activeElement?.localName,
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
  }));
}

/** The bar's words, read through its closed root as only the extension can. */
async function bar(kit: Kit, tab: TabHandle): Promise<string | null> {
  return kit.session.inExtension(async (id: number) => {
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId: id },
      func: () => {
        const host = document.documentElement.lastElementChild;
        if (!(host instanceof HTMLElement)) return null;
        const root: unknown =
          'openOrClosedShadowRoot' in host
            ? Reflect.get(host, 'openOrClosedShadowRoot')
            : chrome.dom.openOrClosedShadowRoot(host);
        if (!(root instanceof ShadowRoot)) return null;
        const text = (of: string): string => root.querySelector(of)?.textContent ?? '';
        return [text('.at'), text('.what'), text('.legend'), text('.signs')].join(' | ');
      },
    });
    return typeof answer?.result === 'string' ? answer.result : null;
  }, tab.id);
}

async function barSaying(kit: Kit, tab: TabHandle, wanted: RegExp): Promise<string> {
  let last: string | null = null;
  return until(
    async () => {
      last = await bar(kit, tab);
      return last !== null && wanted.test(last) ? last : undefined;
    },
    5000,
    () => `the bar does not say ${String(wanted)}: ${last}`,
  );
}

/** The words marked, by the layer's last part. */
async function marked(tab: TabHandle): Promise<Record<string, string[]>> {
  return tab.page.evaluate(() =>
    Object.fromEntries(
      [...CSS.highlights].map(([name, highlight]) => [
        name.replace(/^.*-/, ''),
        [...highlight].map(String),
      ]),
    ),
  );
}

describe('"Show in page"', () => {
  const kit = browserKit();

  async function shown(verdict: 'edited' | 'changed' | 'copy'): Promise<TabHandle> {
    const tab = await kit.open(pageWith(kit.newsstand, verdict).url);
    await tab.waitForBadge();
    const popup = await kit.popup(tab);
    await popup.waitForText('Show in page');
    await popup.click('button', 'Show in page');
    await barSaying(kit, tab, /marks? in this page/);
    await popup.close();
    await tab.page.bringToFront();
    return tab;
  }

  it('marks passages, changes and additions, and steps through them by keys', async () => {
    const tab = await shown('edited');
    const words = await marked(tab);
    expect(words['0']?.join(' ').length).toBeGreaterThan(500);
    expect(words['changed']?.length).toBeGreaterThan(0);
    const first = await barSaying(kit, tab, /N for the next/);
    const count = Number(/(\d+) marks/.exec(first)?.[1]);
    expect(count).toBeGreaterThan(1);
    await tab.page.keyboard.press('n');
    await barSaying(kit, tab, new RegExp(`^1 of ${count} \\| \\d+ words that stand in `));
    const [now] = (await marked(tab))['now'] ?? [];
    expect(now).toMatch(/^\S/);
    expect(words['0']?.[0]?.startsWith(now ?? '?')).toBe(true);
    await tab.page.keyboard.press('ArrowRight');
    await barSaying(kit, tab, new RegExp(`^2 of ${count} `));
    await tab.page.keyboard.press('p');
    await tab.page.keyboard.press('ArrowUp');
    await barSaying(kit, tab, new RegExp(`^${count} of ${count} `));
  });

  it('paints them in colours of our own, and the page lists no style of them', async () => {
    const tab = await shown('changed');
    const painted = await tab.page.evaluate(() =>
      [...CSS.highlights].map(([name, highlight]) => {
        const [range] = highlight;
        if (!(range instanceof Range)) throw new Error('no range');
        const element = range.startContainer.parentElement;
        if (element === null) throw new Error('no element');
        const style = getComputedStyle(element, `::highlight(${name})`);
        return [style.backgroundColor, style.textDecorationLine].join(' ');
      }),
    );
    expect(painted[0]).toMatch(/^rgb\(207, 222, 255\)/);
    expect(painted.slice(1).every((one) => one.includes('underline'))).toBe(true);
  });

  it('is gone without a trace after Escape', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'edited').url);
    await tab.waitForBadge();
    await tab.page.evaluate(() => scrollTo(0, 0));
    const before = await seenByPage(tab);
    const popup = await kit.popup(tab);
    await popup.waitForText('Show in page');
    await popup.click('button', 'Show in page');
    await barSaying(kit, tab, /marks? in this page/);
    await popup.close();
    await tab.page.bringToFront();

    const during = await seenByPage(tab);
    // What a page can see meanwhile: names that say nothing, and one bare element.
    expect(during.highlights.length).toBeGreaterThan(0);
    for (const name of during.highlights)
      expect(name).toMatch(/^[a-z]{16}[ld]-(?:\d|changed|added|now)$/);
    expect({ ...during, highlights: [], nodes: before.nodes, focused: before.focused }).toEqual({
      ...before,
      highlights: [],
    });
    expect(during.nodes).toBe(before.nodes + 1);
    const names = during.highlights;

    await tab.page.keyboard.press('Escape');
    await until(
      async () => ((await bar(kit, tab)) === null ? true : undefined),
      3000,
      () => 'the bar is still there',
    );
    expect(await seenByPage(tab)).toEqual(before);
    // The style has gone as well: a highlight of the same name would not be painted.
    await until(
      async () => {
        const left = await tab.page.evaluate(
          (all: string[]) =>
            all.filter((name) => {
              const style = getComputedStyle(document.body, `::highlight(${name})`);
              return /207, 222, 255/.test(style.backgroundColor);
            }),
          names,
        );
        return left.length === 0 ? true : undefined;
      },
      3000,
      () => 'the style is still there',
    );
  });

  it('uses another name each time', async () => {
    const tab = await shown('copy');
    const [first] = (await seenByPage(tab)).highlights;
    await tab.page.keyboard.press('Escape');
    await pause(200);
    const popup = await kit.popup(tab);
    await popup.click('button', 'Show in page');
    await barSaying(kit, tab, /marks? in this page/);
    const [second] = (await seenByPage(tab)).highlights;
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
  });

  it('finds its words again where the page renders them anew', async () => {
    const tab = await shown('edited');
    const before = await marked(tab);
    await tab.page.evaluate(() => {
      for (const paragraph of document.querySelectorAll('p')) {
        paragraph.replaceWith(paragraph.cloneNode(true));
      }
    });
    await until(
      async () => {
        const now = await marked(tab);
        return JSON.stringify(now) === JSON.stringify(before) ? true : undefined;
      },
      3000,
      () => 'the marks did not come back',
    );
  });

  it('shows one text alone from its evidence, and tells what has changed', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'changed').url);
    await tab.waitForBadge();
    const popup = await kit.popup(tab);
    await popup.waitForText(/of this page/);
    await popup.click('button', 'why?');
    const text = await popup.waitForText(/Changed since .*, as it stood on /);
    expect(text).toMatch(/Numbers? stands? at/);
    await popup.click('button', /^Show in page: /);
    await barSaying(kit, tab, /marks? in this page/);
    expect(Object.keys(await marked(tab))).toContain('0');
  });

  it('says where paragraphs are missing', async () => {
    const tab = await shown('edited');
    const said = await barSaying(kit, tab, /paragraph missing/);
    expect(said).toMatch(/¶ \d+/);
    await tab.page.keyboard.press('End');
    for (let presses = 0; presses < 12; presses += 1) {
      if (/is missing here/.test((await bar(kit, tab)) ?? '')) break;
      await tab.page.keyboard.press('p');
    }
    await barSaying(
      kit,
      tab,
      /Paragraph \d+ of .* is missing here\. Its words are not in the archive/,
    );
  });

  it('leaves a page that goes elsewhere by itself', async () => {
    const tab = await shown('edited');
    await tab.page.evaluate(() => {
      history.pushState({}, '', '/another-story');
      document.body.append('changed');
    });
    await until(
      async () => ((await seenByPage(tab)).highlights.length === 0 ? true : undefined),
      3000,
      () => 'the marks of the last page are still there',
    );
  });

  it('has no button where nothing is shared', async () => {
    const tab = await kit.open(pageWith(kit.newsstand, 'no-match').url);
    await tab.waitForToolbar(({ title }) => /^No earlier copy|related article/.test(title));
    const popup = await kit.popup(tab);
    await popup.waitForText('Searched');
    expect(await popup.text()).not.toContain('Show in page');
  });

  it('survives a hostile page', async () => {
    const tab = await kit.open(`https://${HOSTILE_HOST}/clobbers`);
    await tab.waitForToolbar(({ title }) => title !== '' && !title.startsWith('Stemma'));
    const answer = await kit.session.inExtension(
      async (of: { tabId: number; url: string }) =>
        JSON.stringify(await chrome.runtime.sendMessage({ call: 'tab/show', of })),
      { tabId: tab.id, url: tab.page.url() },
    );
    expect(answer).toMatch(/"marks":\d|"problem"/);
    expect(await tab.page.evaluate(() => 6 * 7)).toBe(42);
  });
});
