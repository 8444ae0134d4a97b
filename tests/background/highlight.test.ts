// "Show in page" in the worker: what the page's script is given, and when it is given nothing.

import { beforeEach, describe, expect, test } from 'vitest';
import type { Incoming } from '../../src/messages/validate.ts';
import {
  BELL,
  BELL_COPY,
  kept,
  readingOf,
  readsBell,
  restartWorker,
  startWorker,
} from './worker.ts';

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

/** The page was looked at by a worker that is no more. */
async function revived() {
  const tab = await looked();
  worker = { platform: worker.platform, ...(await restartWorker(worker.platform)) };
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
    expect(tab.styles[0]).toContain(`::highlight(${tab.marks?.name}d-0)`);
  });

  test('takes the style away again, under the name that the script says', async () => {
    const tab = await looked();
    await worker.answer(show());
    const name = tab.marks?.name ?? '';
    await worker.answer({
      from: 'page',
      tabId: TAB,
      url: BELL_COPY,
      message: { call: 'marks/off', of: { name } },
    });
    expect(tab.styles).toEqual([]);
  });

  test('reads nothing anew while the worker lives', async () => {
    const tab = await looked();
    tab.did.length = 0;
    await worker.answer(show());
    expect(tab.did).not.toContain('run content/read.js');
    expect(tab.marks?.paragraphs).toEqual(BELL);
  });

  describe('after the worker died', () => {
    test('reads the page again, and marks the same', async () => {
      const tab = await revived();
      expect(await worker.answer(show())).toEqual({ ok: true, value: { marks: 1 } });
      expect(tab.did.filter((one) => one === 'run content/read.js')).toHaveLength(2);
      expect(tab.marks?.paragraphs).toEqual(BELL);
    });

    test('looks again where the text has changed, so that no wrong word is marked', async () => {
      const tab = await revived();
      const before = kept(worker.platform, TAB);
      const fewer = BELL.slice(1);
      tab.read = async () => readingOf(BELL_COPY, fewer);
      expect(await worker.answer(show())).toMatchObject({ ok: true });
      expect(tab.marks?.paragraphs).toEqual(fewer);
      expect(kept(worker.platform, TAB)).not.toEqual(before);
      expect(tab.marks?.marks.some(({ kind }) => kind === 'dropped')).toBe(true);
    });

    test('marks what was last matched on a page that has another text each time', async () => {
      const tab = await revived();
      let times = 0;
      tab.read = async () => readingOf(BELL_COPY, [...BELL, `Reading number ${(times += 1)}.`]);
      expect(await worker.answer(show())).toMatchObject({ ok: true });
      expect(tab.marks?.paragraphs.at(-1)).toBe('Reading number 2.');
    });
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
    tab.marksAnswer = { placed: '){}' };
    expect(await worker.answer(show())).toMatchObject({ ok: false });
    expect(tab.styles).toEqual([]);
  });
});
