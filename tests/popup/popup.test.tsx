// @vitest-environment happy-dom
// The popup in each state: what it says and offers, to eyes, keys and screen readers.

import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Attribution } from '../../src/attribution/attribute.ts';
import type { TabState } from '../../src/provenance/tab-state.ts';
import { verdictSentence } from '../../src/provenance/wording.ts';
import {
  checkedState,
  checkedStates,
  documentOf,
  manyRelatives,
  matchOf,
  PAGE,
  PAGE_URL,
  provenanceOf,
  relativeOf,
  withoutMain,
} from './fixtures.ts';
import { button, close, every, fixture, one, open, press, settle, text, tr } from './open.tsx';

const now = (): string => new Date().toISOString();

afterEach(close);

describe('the archived original', () => {
  it('is named with its outlet, author and address, also where it stands alone', async () => {
    const state = fixture('original');
    const { main } = state.provenance;
    if (main === undefined) throw new Error('the fixture has no main relative');
    main.match.document.authors = ['Ada Quill'];
    await open({ state: { ...state, provenance: { ...state.provenance, relatives: [main] } } });
    const row = text('[aria-current=page]');
    expect(row).toContain('Harbour Gazette');
    expect(row).toContain('this page');
    expect(row).toContain('earliest known');
    expect(row).toContain('Ada Quill');
    expect(row).toContain(PAGE_URL.replace(/^https:\/\/(www\.)?/, ''));
  });
});

describe('what is known when it opens', () => {
  it.each(Object.keys(checkedStates()))('%s: one heading with the verdict first', async (name) => {
    const state = fixture(name);
    const { asked } = await open({ state });
    expect(text('h1')).toBe(verdictSentence(state.provenance, tr));
    expect(every('h1, h2, h3')[0]?.tagName).toBe('H1');
    // Known already: nothing is asked of the worker.
    expect(asked).toEqual([]);
    expect(one('[role=status].hidden').textContent).toBe('');
  });

  it('a state of another page is not shown: the page is checked', async () => {
    const state = { ...fixture('copy'), url: 'https://gazette.example/other' };
    const { asked } = await open({ state });
    expect(asked).toEqual(['call tab/check {"tabId":7}']);
    expect(text('h1')).toBe('Looking for earlier copies…');
  });

  it('a fragment does not make another page', async () => {
    await open({ state: fixture('copy'), url: `${PAGE_URL}#comments` });
    expect(text('h1')).toContain('Same text as');
  });

  it('a check cut off long ago is begun again', async () => {
    const { asked } = await open({
      state: { url: PAGE_URL, at: '2026-03-10T12:00:00Z', status: 'looking' },
    });
    expect(asked).toEqual(['call tab/check {"tabId":7}']);
  });

  it('a check under way is waited for', async () => {
    const { asked } = await open({ state: { url: PAGE_URL, at: now(), status: 'looking' } });
    expect(asked).toEqual([]);
    expect(one('main').getAttribute('aria-busy')).toBe('true');
  });
});

describe('what becomes known while it is open', () => {
  it('is shown, and said to a screen reader', async () => {
    const { change } = await open({});
    expect(text('h1')).toBe('Looking for earlier copies…');
    await act(() => change(fixture('copy')));
    await settle();
    expect(text('h1')).toContain('Same text as');
    expect(one('[role=status].hidden').textContent).toContain('Same text as');
  });

  it('a failed check says what happened and what to do', async () => {
    const { asked } = await open({ problem: { code: 'page-unreadable', detail: 'no answer' } });
    expect(text('h1')).toBe('This page could not be read (no answer).');
    expect(text('main')).toContain('Reload the page');
    await press('Look again');
    expect(asked.length).toBe(2);
  });
});

describe('pages without a verdict', () => {
  it('no article: the reasons against it, and a check anyway', async () => {
    const state: TabState = {
      url: PAGE_URL,
      at: now(),
      status: 'not-article',
      why: ['article-element', 'address-of-list', 'a-code-of-tomorrow'],
    };
    const { asked } = await open({ state });
    expect(text('h1')).toBe('This does not look like an article.');
    expect(text('main ul')).toBe('Its address is a list: a section, a topic or a search.');
    await press('Check anyway');
    expect(asked).toEqual(['call tab/check {"tabId":7}']);
  });

  it.each([undefined, 'chrome://settings/', 'about:config', 'file:///story.html'])(
    'closed to extensions: %s',
    async (url) => {
      const { asked } = await open({ url });
      expect(text('h1')).toBe('Stemma cannot look at this page.');
      expect(asked).toEqual([]);
    },
  );

  it('an error says what to do', async () => {
    const problem = { code: 'storage-full', detail: '10 MB' } as const;
    await open({ state: { url: PAGE_URL, at: now(), status: 'error', problem } });
    expect(text('h1')).toBe('There is no room left to save (10 MB).');
    expect(text('main')).toContain('remove saved citations');
  });
});

describe('no access', () => {
  const state: TabState = { url: PAGE_URL, at: now(), status: 'no-access' };

  it('checks this page', async () => {
    const { asked } = await open({ state });
    expect(text('h1')).toBe('Stemma does not look at this site by itself.');
    await press('Check this page');
    expect(asked).toEqual(['call tab/check {"tabId":7}']);
  });

  it('asks the browser inside the click, before anything is awaited', async () => {
    const { asked } = await open({ state });
    button('Always on this site').click();
    // No await stands between the click and this line.
    expect(asked).toEqual([`requestSite ${PAGE_URL}`]);
    await settle();
    expect(asked.slice(1)).toEqual(['call sites/sync {}', 'call tab/check {"tabId":7}']);
  });

  it('accepts a no', async () => {
    const { asked } = await open({ state, granted: false });
    await press('Always on this site');
    expect(asked).toEqual([`requestSite ${PAGE_URL}`]);
    expect(text('main [role=status]')).toContain('was not allowed');
  });
});

describe('the evidence', () => {
  it('opens and closes under "why?"', async () => {
    await open({ state: fixture('passages') });
    const why = button('why?');
    expect(why.getAttribute('aria-expanded')).toBe('false');
    await press('why?');
    expect(why.getAttribute('aria-expanded')).toBe('true');
    const evidence = one('.evidence');
    expect(why.getAttribute('aria-controls')).toBe(evidence.id);
    expect(evidence.querySelectorAll('q').length).toBe(2);
    expect(evidence.textContent).toContain('from json-ld headline');
    await press('why?');
    expect(every('.evidence')).toEqual([]);
  });

  it('is not offered where there is none; what was searched is there at once', async () => {
    await open({ state: fixture('no-match') });
    expect(every('.why')).toEqual([]);
    expect(text('main')).toContain('Coast papers: 1,204 articles');
    expect(text('main')).toContain('rewritten or translated');
  });
});

describe('the sections', () => {
  it('lineage: a list in time, with this page marked', async () => {
    await open({ state: fixture('copy') });
    const rows = [...one('ul.lineage').children];
    expect(rows.map((row) => row.querySelector('.outlet')?.textContent)).toEqual([
      'The Pebble Bay Mercury',
      'this page',
      'North Quay Post',
      'Saltmarsh Weekly',
    ]);
    expect(rows.map((row) => row.getAttribute('aria-current'))).toEqual([null, 'page', null, null]);
    expect(rows[0]?.textContent).toContain('by Orla Finch');
    expect(rows[0]?.querySelector('a')?.href).toBe(
      'https://mercury.example/2024/05/05/bell-returns',
    );
    expect(rows[1]?.querySelector('time')?.title).toBe('7 May 2024, 08:30 UTC');
    expect(rows[3]?.textContent).toContain('order unknown');
  });

  it('a long lineage is gathered, and opens to all there are', async () => {
    const relatives = manyRelatives(30);
    const [main] = relatives;
    if (main === undefined) throw new Error('no relatives');
    await open({ state: checkedState({ provenance: provenanceOf({ main, relatives }) }) });
    expect(text('.tally')).toBe(
      'Other versions of this text: 2 earlier, 24 later and 4 of unknown order',
    );
    const rows = [...one('ul.lineage').children];
    expect(rows.length).toBeLessThanOrEqual(12);
    expect(rows[0]?.textContent).toContain('earliest known');
    expect(rows.filter((row) => row.getAttribute('aria-current') === 'page')).toHaveLength(1);
    const groups = every('[aria-label^="Show "]');
    const told = groups.map((group) =>
      Number(/\d+/.exec(group.getAttribute('aria-label') ?? '')?.[0]),
    );
    // Those that stand alone, this page among them, and those in groups are all of them.
    expect(told.reduce((sum, count) => sum + count, 0) + rows.length - groups.length).toBe(31);
    expect(every('svg.rail .group')).toHaveLength(groups.length);
    await act(() => groups[0]?.click());
    await settle();
    expect(groups[0]?.getAttribute('aria-expanded')).toBe('true');
    expect(one('.members').querySelectorAll('.row')).toHaveLength(Math.min(told[0] ?? 0, 20));
  });

  it('a row of the lineage opens to its passages, both shares, the order and why', async () => {
    await open({ state: fixture('copy') });
    await press('What this rests on: The Pebble Bay Mercury · earliest known · same text');
    const rests = text('.lineage .rests');
    expect(rests).toContain('half the harbour stopped to listen');
    expect(rests).toContain('96%');
    expect(rests).toContain('98%');
    expect(rests).toMatch(/5 May 2024.*7 May 2024/);
  });

  it('the drawn tree says in words what it shows', async () => {
    await open({ state: fixture('copy') });
    const drawn = one('svg.rail');
    expect(drawn.getAttribute('role')).toBe('img');
    expect(drawn.querySelector('title')?.textContent).toBe(
      'Other versions of this text: 1 earlier, 1 later and 1 of unknown order',
    );
    expect(drawn.querySelectorAll('.line.unknown')).toHaveLength(1);
    expect(drawn.querySelectorAll('g.unknown')).toHaveLength(1);
    expect(drawn.querySelectorAll('g.page')).toHaveLength(1);
  });

  it('denials stand under their own heading', async () => {
    await open({ state: fixture('copy') });
    const headings = every('h2').map((heading) => heading.textContent);
    expect(headings).toEqual([
      'Lineage, earliest first',
      'Says who',
      'Denies',
      'Photo',
      'Publisher',
      'Related',
    ]);
    expect(text('.group')).toContain('two keepers (unnamed)');
  });

  it('photo: the credit here, and the other one where the archived text gives it', async () => {
    await open({ state: fixture('copy') });
    const photos = every('section').find((section) => section.textContent?.startsWith('Photo'));
    const items = [...(photos?.querySelectorAll('li') ?? [])].map((item) => item.textContent);
    expect(items[0]).toBe('T. Reed');
    expect(items[1]).toContain('Tamsin Reed / Shorelight, CC BY 4.0');
    expect(items[1]).toContain('in The Pebble Bay Mercury');
  });

  it('related: how long before or after, and why it is listed', async () => {
    await open({ state: fixture('related') });
    const story = text('.timeline .row');
    expect(story).toMatch(/^1 day earlier/);
    expect(story).toContain('The Pebble Bay Mercury · linked from The Pebble Bay Mercury');
  });

  it('an archive that could not be read is named, with what to do', async () => {
    await open({ state: fixture('no-match-problem') });
    expect(text('.warning')).toContain('checksum of block 212');
    expect(text('.warning')).toContain('reinstall');
  });
});

describe('hostile pages', () => {
  const script = '<img src=x onerror=alert(1)><script>alert(1)</script>';

  it('markup stays text, and only http(s) becomes a link', async () => {
    const archived = documentOf({
      title: script,
      url: 'javascript:alert(1)',
      authors: [script],
      images: [{ credit: script, license: script, licenseUrl: 'data:text/html,x' }],
    });
    const main = relativeOf({
      outlet: script,
      match: matchOf({ document: archived }),
      passageTexts: [script],
    });
    const page = {
      ...PAGE,
      title: { value: script, from: script },
      sources: [{ name: script, kind: 'person' as const, role: script, link: 'vbscript:x' }],
      images: [{ credit: script, from: 'figcaption' }],
    };
    const provenance = provenanceOf({
      main,
      related: [{ title: script, url: 'javascript:alert(2)', pointedToBy: script }],
    });
    await open({ state: checkedState({ page, provenance }) });
    await press('why?');
    expect(every('img, script, iframe').length).toBe(0);
    expect(every('a').length).toBe(0);
    expect(text('main')).toContain('<script>alert(1)</script>');
  });

  it('links leave in a new tab that cannot reach back', async () => {
    await open({ state: fixture('copy') });
    const links = every('a').filter((link) => link instanceof HTMLAnchorElement);
    expect(links.length).toBeGreaterThan(2);
    for (const link of links) {
      expect(link.target).toBe('_blank');
      expect(link.rel).toContain('noopener');
      expect(link.protocol).toBe('https:');
    }
  });

  it('a thousand sources are a short list', async () => {
    const sources = Array.from({ length: 1000 }, (_, index) => ({
      name: `Source ${index} ${'x'.repeat(1000)}`,
      kind: 'person' as const,
    }));
    const provenance = withoutMain({ kind: 'no-match' });
    await open({ state: checkedState({ page: { ...PAGE, sources }, provenance }) });
    expect(text('.group').length).toBeLessThan(700);
  });
});

describe('who says what', () => {
  const provenance = withoutMain({ kind: 'no-match' });

  it('is told once the page was read for it, and that it is being read until then', async () => {
    const waiting: ((found: Attribution) => void)[] = [];
    const attribution = () => new Promise<Attribution>((done) => waiting.push(done));
    await open({ state: checkedState({ provenance }), attribution });
    expect(text('.group')).toBe('Says whoReading who says what…');
    const sources = [{ name: 'Marlow Keene', kind: 'person' as const, cue: 'said' }];
    for (const done of waiting) done({ analysed: true, sources });
    await settle();
    expect(text('.group')).toBe('Says whoMarlow Keene, said');
  });

  it('is said not to be analysed in a language without rules', async () => {
    const finnish: Attribution = { analysed: false, language: 'fi', sources: [] };
    await open({ state: checkedState({ provenance }), attribution: async () => finnish });
    expect(text('.group')).toMatch(/^Says whoNot analysed/);
  });

  it.each([
    ['cannot be read again', () => Promise.reject(new Error('no access'))],
    ['has gone', async () => undefined],
  ])('is said to be missing where the page %s', async (_, attribution) => {
    await open({ state: checkedState({ provenance }), attribution });
    expect(text('.group')).toBe('Says whoThe page could not be read again for this.');
  });
});

describe('a site that Stemma does not look at by itself', () => {
  it('is offered for always, asked for inside the click', async () => {
    const { asked } = await open({ state: fixture('copy'), allowed: false });
    button('Always on this site').click();
    // Before anything is awaited: both browsers refuse outside of the gesture.
    expect(asked).toEqual([`requestSite ${PAGE_URL}`]);
    await settle();
    expect(asked.at(-1)).toBe('call sites/sync {}');
    expect(every('.always')).toHaveLength(0);
  });

  it('is not offered where it is allowed', async () => {
    await open({ state: fixture('copy'), allowed: true });
    expect(every('.always')).toHaveLength(0);
  });
});
