// "Show in page" in the worker: what the page's script is given, and when it is given nothing.

import { beforeEach, describe, expect, test } from 'vitest';
import type { Incoming } from '../../src/messages/validate.ts';
import { BELL, BELL_COPY, kept, readingOf, readsBell, startWorker } from './worker.ts';

const TAB = 7;
const show = (url = BELL_COPY, document?: { archive: string; id: string }): Incoming => ({
  from: 'popup',
  message: {
    call: 'tab/show',
    of: { tabId: TAB, url, ...(document === undefined ? {} : { document }) },
  },
});

let worker: Awaited<ReturnType<typeof startWorker>>;
beforeEach(async () => {
  worker = await startWorker();
});

async function looked() {
  const tab = worker.platform.open(TAB, BELL_COPY, { read: readsBell });
  await worker.answer({ from: 'popup', message: { call: 'tab/check', of: { tabId: TAB } } });
  return tab;
}

describe('tab/show', () => {
  test('hands over the story as it is read now, with marks, and styles them', async () => {
    const tab = await looked();
    expect(await worker.answer(show())).toEqual({ ok: true, value: { marks: 1 } });
    expect(tab.marks).toMatchObject({
      page: BELL_COPY,
      paragraphs: BELL,
      origins: [expect.stringContaining('Hill Gazette')],
      marks: [{ kind: 'passage', origin: 0, from: 0 }],
    });
    expect(tab.marks?.name).toMatch(/^[a-z]{16}$/);
    expect(tab.styles).toHaveLength(1);
    expect(tab.styles[0]).toContain(`::highlight(${tab.marks?.name}-0)`);
  });

  test('takes the style away again, under the name that the script says', async () => {
    const tab = await looked();
    await worker.answer(show());
    const name = tab.marks?.name ?? '';
    await worker.answer({
      from: 'page',
      tabId: TAB,
      url: BELL_COPY,
      message: { call: 'marks/off', of: { name, dark: true } },
    });
    expect(tab.styles).toEqual([]);
  });

  test('looks again where the text has changed since, so that no wrong word is marked', async () => {
    const tab = await looked();
    const before = kept(worker.platform, TAB);
    const fewer = BELL.slice(1);
    tab.read = async () => readingOf(BELL_COPY, fewer);
    expect(await worker.answer(show())).toMatchObject({ ok: true });
    expect(tab.marks?.paragraphs).toEqual(fewer);
    expect(kept(worker.platform, TAB)).not.toEqual(before);
    expect(tab.marks?.marks.some(({ kind }) => kind === 'dropped')).toBe(true);
  });

  test('marks nothing on a page that has another text each time', async () => {
    const tab = await looked();
    let times = 0;
    tab.read = async () => readingOf(BELL_COPY, [...BELL, `Reading number ${(times += 1)}.`]);
    expect(await worker.answer(show())).toMatchObject({
      ok: false,
      problem: { code: 'page-unreadable', detail: 'the text changes while it is read' },
    });
    expect(tab.marks).toBeUndefined();
  });

  test('marks nothing on another page than the one that was asked for', async () => {
    const tab = await looked();
    expect(await worker.answer(show('https://mirror.example/other'))).toMatchObject({ ok: false });
    expect(tab.marks).toBeUndefined();
  });

  test('has no marks for a text that is no relative', async () => {
    const tab = await looked();
    const answer = await worker.answer(show(BELL_COPY, { archive: 'none', id: 'bell' }));
    expect(answer).toEqual({ ok: true, value: { marks: 0 } });
    expect(tab.marks).toBeUndefined();
  });

  test('styles nothing where the script answers what none of ours would', async () => {
    const tab = await looked();
    tab.marksAnswer = { dark: '){}' };
    expect(await worker.answer(show())).toMatchObject({ ok: false });
    expect(tab.styles).toEqual([]);
  });
});
