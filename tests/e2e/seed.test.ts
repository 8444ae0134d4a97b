// The seed's story, told apart in four forms: the original, a reprint, an edited copy, a story that quotes it.

import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { VerdictKind } from '../../src/provenance/types.ts';
import type { NewsstandPage } from '../newsstand/types.ts';
import { browserKit, seedsFolder } from './harness/suite.ts';
import { plainPage } from './pages.ts';

/** Generous: whether it is quick is for the benchmark, this only shows that nothing hangs. */
const soon = 3000;

interface Form {
  verdict: VerdictKind;
  /** What tells its address from all others. */
  at: string;
  badge: RegExp;
  toolbar: { text: string; title: RegExp };
  sentence: RegExp;
}

const forms: Form[] = [
  {
    verdict: 'original',
    at: 'https://www.themoscowtimes.com/2021/02/05/',
    badge: /^Earliest known copy, Feb 5, 2021/,
    toolbar: { text: '1st', title: /^Earliest copy Stemma knows$/ },
    sentence: /^The earliest copy Stemma knows\. Published Feb 5, 2021\./,
  },
  {
    verdict: 'copy',
    at: 'https://www.harbour-gazette.example/world/2021/02/07/',
    badge: /^Same text: Moscow Times, Feb 5, 2021/,
    toolbar: { text: '=', title: /^Same text as The Moscow Times, Feb 5, 2021$/ },
    sentence: /^Same text as The Moscow Times, published 2 days earlier\./,
  },
  {
    verdict: 'edited',
    at: 'https://www.quay-post.example/2021/02/08/',
    badge: /^Edited from Moscow Times, Feb 5, 2021/,
    toolbar: { text: '≠', title: /^Edited from The Moscow Times, Feb 5, 2021$/ },
    sentence: /^Edited from The Moscow Times, Feb 5, 2021: /,
  },
  {
    verdict: 'passages',
    at: 'https://www.meridian-dispatch.example/investigations/the-lease-',
    badge: /^2 passages: Moscow Times, Feb 5, 2021/,
    toolbar: { text: '2', title: /^Shares 2 passages with The Moscow Times$/ },
    sentence: /^Shares 2 passages \(\d+ words\) with The Moscow Times, Feb 5, 2021\./,
  },
];

describe('the story of the seed', () => {
  const kit = browserKit();

  beforeEach((context) => {
    if (!existsSync(seedsFolder)) context.skip('there is no ../shared/seeds to serve it from');
  });

  function pageOf({ verdict, at }: Form): NewsstandPage {
    const page = kit.newsstand.pages.find(({ url }) => url.startsWith(at));
    if (!page) throw new Error(`the newsstand serves no ${verdict} of the seed at ${at}`);
    return page;
  }

  it.each(forms)('is told for what it is: $verdict', async (form) => {
    const tab = await kit.open(pageOf(form).url, { timed: true });
    const badge = await tab.waitForBadge();
    expect(badge.text).toMatch(form.badge);
    expect(badge.afterDomContentLoaded).toBeLessThan(soon);
    const toolbar = await tab.toolbar();
    expect(toolbar.text).toBe(form.toolbar.text);
    expect(toolbar.title).toMatch(form.toolbar.title);
    const popup = await kit.popup(tab);
    expect(await popup.waitForText(/Moscow Times|Stemma knows/)).toMatch(form.sentence);
  });

  it('is shown with publisher, date, address, picture credit, licence, sources and related coverage', async () => {
    const [, copy] = forms;
    if (!copy) throw new Error('no form of a copy');
    const tab = await kit.open(pageOf(copy).url);
    await tab.waitForBadge();
    const popup = await kit.popup(tab);
    await popup.waitForText('Save citation');
    // Sources come last: the page is read for them once the popup stands.
    const text = await popup.waitForText('Kadyrov');
    // They are the page's own, not those that the archive names instead.
    expect(text).not.toMatch(/could not be read again|Not analysed/);
    for (const part of [
      'Feb 5, 2021',
      'The Moscow Times',
      'themoscowtimes.com/2021/02/05/',
      'Iker Merodio / Flickr',
      'CC BY-ND 2.0',
      'LGBT Network',
      'Kadyrov',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/100\s?% of this page/);
    const sections = (await popup.snapshot())
      .filter(({ role }) => role === 'heading')
      .map(({ name }) => name);
    expect(sections).toEqual(expect.arrayContaining(['Says who', 'Denies', 'Photo', 'Related']));
    const addresses = await popup.evaluate(() =>
      [...document.links].map((link) => [link.href, link.rel, link.target]),
    );
    const original = addresses.find(([href]) =>
      href?.startsWith('https://www.themoscowtimes.com/2021/02/05/'),
    );
    expect(original).toBeDefined();
    for (const [, rel, target] of addresses) {
      expect(rel).toBe('noopener noreferrer');
      expect(target).toBe('_blank');
    }
  });

  it('is not seen in a front page, nor in a story of its own', async () => {
    const front = await kit.open(plainPage(kit.newsstand).url);
    await front.waitForToolbar(({ title }) => title === 'Stemma: not an article');
    expect(await front.badge()).toBeUndefined();

    const unrelated = kit.newsstand.pages.find(
      ({ expect: of }) => of.verdict === 'no-match' && of.relatedTo === undefined,
    );
    if (!unrelated) throw new Error('the newsstand has no unrelated story');
    const tab = await kit.open(unrelated.url);
    await tab.waitForToolbar(({ title }) => title === 'No earlier copy in your archives');
    expect(await tab.badge()).toBeUndefined();
  });
});
