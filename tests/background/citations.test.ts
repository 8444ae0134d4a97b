// Saving from the browser's menus and by key: the page in front, what is selected on it, and what is said.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BELL, BELL_COPY, kept, quotaError, readsBell, startWorker } from './worker.ts';

const TAB = 7;

let worker: Awaited<ReturnType<typeof startWorker>>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  worker = await startWorker();
});
afterEach(() => {
  vi.useRealTimers();
});

const savedOnes = () => [...worker.platform.citations.values()];

describe('a save from a menu or by key', () => {
  test('of a page that nobody looked at looks first, saves, and says so for a moment', async () => {
    const { platform, act } = worker;
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell, watched: false });
    await act('save-page', TAB);
    expect(savedOnes()).toMatchObject([
      { item: { URL: BELL_COPY }, evidence: { match: { relation: 'identical' } }, quotes: [] },
    ]);
    expect(tab).toMatchObject({ badgeText: '✓', title: 'Citation saved.' });
    await vi.runAllTimersAsync();
    expect(tab).toMatchObject({ icon: 'copy-light', badgeText: '=' });
  });

  test('takes what is selected along, in the story’s words and with its place', async () => {
    const { platform, act } = worker;
    const [, paragraph = ''] = BELL;
    const exact = paragraph.slice(0, 40).trim();
    const selected = { exact: exact.replaceAll(' ', '\n'), prefix: '', suffix: '' };
    platform.open(TAB, BELL_COPY, { read: readsBell, selected });
    await act('save-quote', TAB);
    const [citation] = savedOnes();
    expect(citation?.quotes).toMatchObject([{ quote: { type: 'TextQuoteSelector', exact } }]);
    const start = citation?.quotes[0]?.position?.start ?? -1;
    expect(BELL.join('\n\n').slice(start, start + exact.length)).toBe(exact);
  });

  test('of a page that cannot be read says so on the icon, and saves nothing', async () => {
    const { platform, act } = worker;
    const tab = platform.open(TAB, BELL_COPY, { scriptable: false });
    await act('save-page', TAB);
    expect(savedOnes()).toEqual([]);
    expect(tab.badgeText).toBe('!');
    expect(tab.title).toContain('Cannot access contents of the page.');
    await vi.runAllTimersAsync();
    expect(tab.badgeText).toBe('!');
  });

  test('to a full disk says what to do', async () => {
    const { platform, act } = worker;
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
    platform.beforeSave = () => Promise.reject(quotaError());
    await act('save-page', TAB);
    expect(tab.badgeText).toBe('!');
    expect(tab.title).toMatch(/no room left to save.*Free some space/);
    expect(kept(platform, TAB)?.status).toBe('checked');
  });

  test('of an answer that is no selection is refused', async () => {
    const { platform, act } = worker;
    const selected = { exact: 'x'.repeat(20_000), prefix: '', suffix: '' };
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell, selected });
    await act('save-quote', TAB);
    expect(savedOnes()).toEqual([]);
    expect(tab.badgeText).toBe('!');
  });

  test('without a tab does nothing', async () => {
    await worker.act('save-page', undefined);
    expect(savedOnes()).toEqual([]);
  });
});
