// The library page: saved each way, edited, tagged, found, exported, undone; and the pages they came from.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citationOf, quoteOf } from '../library/citations.ts';
import { until } from './harness/in-page.ts';
import {
  type LibraryHandle,
  openLibrary,
  putCitations,
  savedSummaries,
} from './harness/library.ts';
import { browserKit } from './harness/suite.ts';
import type { TabHandle } from './harness/types.ts';
import { pageWith } from './pages.ts';

const kit = browserKit({ allowPermissions: true });

/** Closes the pages that the library opened: a later test would find them as they were. */
function closePages(): Promise<void> {
  return kit.session.inExtension(async () => {
    const tabs = await chrome.tabs.query({ url: 'https://*/*' });
    await chrome.tabs.remove(tabs.flatMap(({ id }) => id ?? []));
  });
}

const library = async (hash?: string): Promise<LibraryHandle> =>
  openLibrary(kit.session, await kit.open(), hash);

/** Empties the library, as a person would who selects all and deletes. */
async function empty(): Promise<void> {
  await closePages();
  const page = await library();
  await page.waitForText(/citation|Nothing is saved/);
  if (!(await page.text()).includes('Nothing is saved')) {
    await page.evaluate(() => document.querySelector<HTMLElement>('.list')?.focus());
    await page.tab.page.keyboard.down('Control');
    await page.press('a');
    await page.tab.page.keyboard.up('Control');
    await page.press('Delete');
    await page.waitForText('Nothing is saved');
  }
  await page.tab.close();
}

/** A page that was looked at. */
async function checked(url: string): Promise<TabHandle> {
  const tab = await kit.open(url);
  await tab.waitForToolbar(({ title }) => !title.startsWith('Stemma'));
  return tab;
}

/** Selects the second paragraph's first sentence on a page, and gives its words. */
function selectSentence(tab: TabHandle): Promise<string> {
  return tab.page.evaluate(() => {
    const paragraphs = [...document.querySelectorAll('p')].filter(
      ({ firstChild }) => firstChild instanceof Text && firstChild.length > 160,
    );
    const node = paragraphs[1]?.firstChild;
    if (!(node instanceof Text)) throw new Error('no paragraph of plain text');
    const range = document.createRange();
    range.setStart(node, 0);
    range.setEnd(node, node.data.indexOf('. ') > 0 ? node.data.indexOf('. ') + 1 : node.length);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
    return range.toString();
  });
}

const titleOf = (tab: TabHandle): Promise<string> =>
  tab.page.evaluate(() => document.querySelector('h1')?.textContent?.trim() ?? '');

/** Saves a page with a quote and opens it in the library, alone there. */
async function withQuote(): Promise<{ url: string; words: string; page: LibraryHandle }> {
  await empty();
  const { url } = pageWith(kit.newsstand, 'edited');
  const tab = await checked(url);
  const words = await selectSentence(tab);
  const title = await titleOf(tab);
  await kit.session.choose('menu', 'save-quote', tab);
  await tab.waitForToolbar(({ text }) => text === '✓');
  await tab.close();
  const page = await library();
  await page.click('option', new RegExp(title.slice(0, 20)));
  await page.waitForText('Show on the page');
  return { url, words, page };
}

/** The first word of more than five letters in a text, which is changed. */
const wordIn = (text: string): string => /[A-Za-z]{6,}/.exec(text)?.[0] ?? '';

describe('saving without the popup', () => {
  it.each([
    ['menu', 'save-page'],
    ['key', 'save-page'],
  ] as const)('by %s saves the page once, and the toolbar says so', async (how, name) => {
    await empty();
    const tab = await checked(pageWith(kit.newsstand, 'copy').url);
    await kit.session.choose(how, name, tab);
    await tab.waitForToolbar(({ text, title }) => text === '✓' && title === 'Citation saved.');
    await kit.session.killWorker();
    await kit.session.choose(how, name, tab);
    await tab.waitForToolbar(({ title }) => title.startsWith('Already saved'));
    expect((await savedSummaries(kit.session)).map(({ title }) => title)).toEqual([
      await titleOf(tab),
    ]);
  });

  it('takes the selected text along as a quote, which is found on the page again', async () => {
    await empty();
    const tab = await checked(pageWith(kit.newsstand, 'copy').url);
    const words = await selectSentence(tab);
    await kit.session.choose('menu', 'save-quote', tab);
    await tab.waitForToolbar(({ text }) => text === '✓');
    const page = await library();
    await page.click('option', new RegExp((await titleOf(tab)).slice(0, 20)));
    await page.waitForText(words.slice(0, 60));
    await page.click('button', 'Show on the page');
    await page.waitForText('The quote stands on the page as it was saved.');
    const pages = await page.tab.page.browser().pages();
    const shown = pages.findLast((one) => one.url().startsWith('https://'));
    expect(await shown?.evaluate(() => CSS.highlights.size)).toBe(1);
  });
});

describe('a quote', () => {
  it('is found again after the page has changed around it and in it, and gone when it is gone', async () => {
    const { url, words, page } = await withQuote();
    const inPage = wordIn(words);
    const restores: (() => void)[] = [];
    try {
      restores.push(
        kit.newsstand.change(url, (body) => ({
          body: body.replace(words.slice(0, 30), words.slice(0, 30).replace(inPage, 'otherwise')),
        })),
      );
      await page.click('button', 'Show on the page');
      await page.waitForText('The quote was found, but its words have changed.');
      await page.waitForText('otherwise');
      restores.push(
        kit.newsstand.change(url, (body) => ({
          body: body.replaceAll(/<p[^>]*>[^<]{160,}/g, '<p>Another text altogether stands here.'),
        })),
      );
      const [, opened] = await kit.session.inExtension(async (at) => {
        const tabs = await chrome.tabs.query({});
        const found = tabs.find((one) => one.url === at);
        if (found?.id !== undefined) await chrome.tabs.reload(found.id);
        return [at, found?.id] as const;
      }, url);
      expect(opened).toBeDefined();
      await page.tab.page.bringToFront();
      await page.click('button', 'Show on the page');
      await page.waitForText('The quote is no longer on the page.');
    } finally {
      for (const restore of restores.toReversed()) restore();
    }
  });

  it('and its page are compared: same, changed with what, gone', async () => {
    const { url, words, page } = await withQuote();
    await page.click('button', 'Check now');
    await page.waitForText('The page is the same as when it was saved.');
    await page.waitForText('The quote is still there.');
    const restore = kit.newsstand.change(url, (body) => ({
      body: body
        .replaceAll(/(<h1[^>]*>)[^<]*/g, '$1Another headline for the same story')
        .replaceAll(
          /(<meta[^>]+(?:og|twitter):title"[^>]+content=")[^"]*/g,
          '$1Another headline for the same story',
        )
        .replaceAll(/("headline": ?")[^"]*/g, '$1Another headline for the same story')
        .replace(words.slice(0, 30), ''),
    }));
    try {
      await page.click('button', 'Check now');
      await page.waitForText('The page has changed since it was saved.');
      const text = await page.waitForText(/now “Another headline for the same story”/);
      expect(text).toMatch(/About \d\d% of the saved text is still there/);
    } finally {
      restore();
    }
    const restoreGone = kit.newsstand.change(url, undefined);
    try {
      await page.click('button', 'Check now');
      await page.waitForText('The story is no longer at this address.');
      await page.waitForText('status 404');
    } finally {
      restoreGone();
    }
  });
});

describe('the list', () => {
  const many = Array.from({ length: 300 }, (_, at) =>
    citationOf(`n${at}`, {
      tags: at % 2 === 0 ? ['even'] : [],
      note: at === 211 ? 'Ölförderung vor dem Hafen' : '',
      quotes: at === 117 ? [quoteOf('He counted the boats twice.')] : [],
    }),
  );

  it('is searched by title, note and quote, filtered, and says how many it shows', async () => {
    await empty();
    await putCitations(kit.session, many);
    const page = await library();
    await page.waitForText('300 citations');
    await page.press('/');
    await page.tab.page.keyboard.type('olforderung');
    await page.waitForText('1 of 300');
    await page.waitForText('The bell of n211 is back');
    await page.tab.page.keyboard.down('Control');
    await page.press('a');
    await page.tab.page.keyboard.up('Control');
    await page.tab.page.keyboard.type('"counted the boats"');
    await page.waitForText('The bell of n117 is back');
    await page.click('button', 'Show everything');
    await page.click('button', 'Filters');
    await page.evaluate(() => {
      const select = [...document.querySelectorAll('select')].find((one) =>
        [...one.options].some(({ value }) => value === 'even'),
      );
      if (!select) throw new Error('no filter by tag');
      select.value = 'even';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.waitForText('150 of 300');
  });

  it('is worked by keyboard alone: moved in, selected, tagged, deleted, undone', async () => {
    await empty();
    await putCitations(kit.session, many);
    const page = await library();
    await page.waitForText('300 citations');
    await page.evaluate(() => document.querySelector<HTMLElement>('.list')?.focus());
    await page.press('End');
    const last = await page.evaluate(() => {
      const list = document.querySelector('.list');
      const active = document.getElementById(list?.getAttribute('aria-activedescendant') ?? '');
      return [active?.getAttribute('aria-posinset'), active?.getAttribute('aria-setsize')];
    });
    expect(last).toEqual(['300', '300']);
    expect(await page.axe()).toEqual([]);
    await page.press('Home');
    await page.press('ArrowDown', { shift: true });
    await page.press('ArrowDown', { shift: true });
    await page.waitForText('3 citations selected');
    await page.press('Delete');
    await page.waitForText('3 citations deleted.');
    await page.waitForText('297 citations');
    await page.tab.page.keyboard.down('Control');
    await page.press('z');
    await page.tab.page.keyboard.up('Control');
    await page.waitForText('300 citations');
    const said = await page.evaluate(
      () => document.querySelector('.foot [role=status]')?.textContent,
    );
    expect(said).toBe('Undone.');
  });

  it('gives what is selected as a file', async () => {
    await empty();
    await putCitations(kit.session, many.slice(0, 3));
    const page = await library('#saved/n1');
    await page.waitForText('Export');
    await page.click('button', 'Download');
    await page.waitForText('Downloaded.');
    const text = await until(
      async () => {
        const { downloads } = kit.session;
        const name = readdirSync(downloads).find((one) => one.endsWith('.json'));
        return (name && readFileSync(join(downloads, name), 'utf8')) || undefined;
      },
      10_000,
      () => 'nothing was downloaded',
    );
    expect(JSON.parse(text)).toMatchObject([{ title: 'The bell of n1 is back' }]);
  });
});

describe('what was saved', () => {
  it('is backed up, deleted, and restored from the file with everything; a second time nothing is new', async () => {
    await empty();
    await putCitations(kit.session, [
      citationOf('b1', {
        tags: ['kept'],
        note: 'with a note',
        quotes: [quoteOf('He counted them.')],
      }),
      citationOf('b2'),
    ]);
    const page = await library();
    await page.waitForText('2 citations');
    await page.click('button', 'Back up everything');
    await page.waitForText('2 citations backed up.');
    const file = await until(
      async () => {
        const { downloads } = kit.session;
        const name = readdirSync(downloads).find((one) => one.startsWith('stemma-citations'));
        return name?.endsWith('.json') ? join(downloads, name) : undefined;
      },
      10_000,
      () => 'nothing was backed up',
    );
    const text = readFileSync(file, 'utf8');
    await empty();
    const again = await library();
    await again.waitForText('Nothing is saved');
    await giveFile(again, 'backup.json', text);
    await again.waitForText('2 entries are new.');
    await again.click('button', 'Import 2 entries');
    await again.waitForText('2 citations imported.');
    await again.click('option', /bell of b1/);
    await again.waitForText('with a note');
    await again.waitForText('He counted them.');
    await giveFile(again, 'backup.json', text);
    await again.waitForText('2 entries resemble');
    expect(await again.axe()).toEqual([]);
    await again.click('button', 'Cancel');
  });

  it('takes a BibTeX file, tells what it could not read, and is undone in one go', async () => {
    await empty();
    const page = await library();
    const good = '@article{one, title={The boats of Saltmere}, journal={Bay Courier}, year={2021}}';
    await giveFile(page, 'mine.bib', `${good}\n\n@article{two, title={The open brace}\n`);
    await page.waitForText('1 entry is new.');
    await page.waitForText('1 entry cannot be read');
    await page.click('button', 'Import 1 entry');
    await page.waitForText('1 citation imported.');
    await page.waitForText('The boats of Saltmere');
    await page.click('button', 'Undo');
    await page.waitForText('Nothing is saved');
  });

  it('refuses what is no list of citations, in words', async () => {
    await empty();
    const page = await library();
    await giveFile(page, 'mine.txt', 'just some words');
    await page.waitForText('Nothing more was imported.');
  });
});

/** Hands a file to the page as its file field would. */
function giveFile(page: LibraryHandle, name: string, text: string): Promise<void> {
  return page.evaluate(
    (called, content) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      if (!input) throw new Error('no file field');
      const files = new DataTransfer();
      files.items.add(new File([content], called));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
}

/** Types into a field of the form. */
const type = (page: LibraryHandle, name: string, value: string): Promise<void> =>
  page.evaluate(
    (field, text) => {
      const input = document.querySelector<HTMLInputElement>(`[name="${field}"]`);
      if (!input) throw new Error(`no field ${field}`);
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    name,
    value,
  );

describe('two windows', () => {
  it('stay in line, and the second to save is shown both versions', async () => {
    await empty();
    await putCitations(kit.session, [citationOf('n1')]);
    const one = await library('#saved/n1/edit');
    await one.waitForText('Save changes');
    const other = await library('#saved/n1/edit');
    await other.waitForText('Save changes');
    await type(other, 'note', 'from the other window');
    await other.click('button', 'Save changes');
    await other.waitForText('Changes saved.');
    await one.tab.page.bringToFront();
    await type(one, 'note', 'from this window');
    await type(one, 'tags', 'mine');
    await one.click('button', 'Save changes');
    const text = await one.waitForText('Both versions are below');
    expect(text).toContain('from the other window');
    expect(await one.axe()).toEqual([]);
    await one.click('button', 'Save my changes');
    await one.waitForText('Changes saved.');
    await one.waitForText('from this window');
    await other.tab.page.bringToFront();
    await other.waitForText('from this window');
    await other.waitForText('mine');
  });
});

describe.each(['#saved', '#archives', '#settings', '#about'])('the panel %s', (hash) => {
  it('has nothing that axe finds, and no sideways scroll, in both directions and at 200 %', async () => {
    const page = await library(hash);
    for (const [width, dir] of [
      [1200, 'ltr'],
      [1200, 'rtl'],
      [600, 'ltr'],
      [320, 'rtl'],
    ] as const) {
      await page.tab.page.setViewport({ width, height: 800 });
      await page.evaluate((to) => {
        document.documentElement.dir = to;
      }, dir);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${width} ${dir}`).toBeLessThanOrEqual(0);
    }
    expect(await page.axe()).toEqual([]);
  });
});
