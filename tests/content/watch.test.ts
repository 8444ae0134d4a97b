// @vitest-environment happy-dom
// @vitest-environment-options { "url": "https://quay.example/2024/04/29/ferries-to-stop" }
// The script that every page pays for: what it tells, whom it listens to, and that it runs once.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseTabCall } from '../../src/content/model.ts';

type Listener = (message: unknown, sender: unknown, respond: (answer: unknown) => void) => unknown;

const id = 'our-extension';
const marker = 'stemmaWatch';
const sent: { call: string; of: Record<string, unknown> }[] = [];
let listeners: Listener[] = [];
let runtime: { id?: string; sendMessage: (message: never) => Promise<unknown>; onMessage: unknown };

const address = 'https://quay.example/2024/04/29/ferries-to-stop';
const badge = {
  page: address,
  state: 'copy',
  label: 'Same text: Quay, 5 Feb',
  lines: ['Same text as The Quay.'],
  dir: 'ltr',
  words: {
    open: 'Open',
    close: 'Put away',
    thisPage: 'This page',
    thisSite: 'This site',
    cancel: 'Keep',
  },
};
const text =
  'Ferries between Wrenmouth and Sker will stop for two weeks in May while the slipway is rebuilt. ';

function page(html: string): void {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.head.replaceChildren(...parsed.head.childNodes);
  document.body.replaceChildren(...parsed.body.childNodes);
}
function story(): void {
  page(
    `<head><title>Ferries to stop</title><meta property="og:type" content="article"></head><body><article><h1>Ferries to stop</h1>${`<p>${text.repeat(2)}</p>`.repeat(4)}</article></body>`,
  );
}
async function run(): Promise<void> {
  vi.resetModules();
  await import('../../src/content/watch.iife.ts');
}
function hosts(): Element[] {
  return [...document.querySelectorAll('span')].filter((one) => one.attributes.length === 0);
}
/** Hands a message to every listener, and answers what they respond. */
function receive(message: unknown, sender: unknown = { id }): unknown[] {
  const answers: unknown[] = [];
  for (const listen of listeners) listen(message, sender, (answer) => answers.push(answer));
  return answers;
}

beforeEach(() => {
  sent.length = 0;
  listeners = [];
  runtime = {
    id,
    sendMessage: async (message) => {
      sent.push(message);
      return { ok: true, value: null };
    },
    onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
  };
  vi.stubGlobal('chrome', { runtime });
});
afterEach(() => {
  for (const listen of listeners) listen({ call: 'badge/hide', of: {} }, { id }, () => undefined);
  Reflect.deleteProperty(globalThis, marker);
  vi.unstubAllGlobals();
});

describe('the first look', () => {
  it('tells the worker of a story', async () => {
    story();
    await run();
    expect(sent).toEqual([
      {
        call: 'page/looked',
        of: {
          page: address,
          articleLike: true,
          why: expect.arrayContaining(['og-type-article', 'running-text']),
          dark: false,
        },
      },
    ]);
  });

  it('tells of a page that is none, with the reasons', async () => {
    page('<head><title>Shop</title></head><body><p>Buy.</p></body>');
    await run();
    expect(sent).toMatchObject([
      { of: { articleLike: false, why: expect.arrayContaining(['few-paragraphs']) } },
    ]);
  });

  it('runs once however often it is injected', async () => {
    story();
    await run();
    await run();
    expect(sent).toHaveLength(1);
    expect(listeners).toHaveLength(1);
  });

  it('takes over from a run whose extension was reloaded', async () => {
    story();
    await run();
    const old = runtime;
    vi.stubGlobal('chrome', { runtime: { ...runtime } });
    delete old.id;
    // The first run asks the runtime it knows; in the browser that is the one of its own context.
    Reflect.set(globalThis, marker, { alive: () => false, stop: () => undefined });
    await run();
    expect(sent).toHaveLength(2);
  });

  it('does nothing inside a frame, or as an orphan', async () => {
    story();
    vi.stubGlobal('top', {});
    await run();
    vi.unstubAllGlobals();
    vi.stubGlobal('chrome', { runtime: { ...runtime, id: undefined } });
    await run();
    expect(sent).toEqual([]);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('Could not establish connection'))],
    [
      'throws',
      () => {
        throw new Error('Extension context invalidated.');
      },
    ],
  ])('survives a runtime that %s', async (_, sendMessage) => {
    story();
    runtime.sendMessage = sendMessage;
    await expect(run()).resolves.toBeUndefined();
  });
});

describe('what it listens to', () => {
  it('shows and hides the badge for the worker, and answers', async () => {
    story();
    await run();
    expect(receive({ call: 'badge/show', of: badge })).toEqual([null]);
    expect(hosts()).toHaveLength(1);
    receive({ call: 'badge/show', of: { ...badge, state: 'edited' } });
    expect(hosts()).toHaveLength(1);
    expect(receive({ call: 'badge/hide', of: {} })).toEqual([null]);
    expect(hosts()).toHaveLength(0);
  });

  it.each([
    ['another extension', { id: 'other' }],
    ['a content script', { id, tab: { id: 1 } }],
    ['nobody', {}],
  ])('ignores %s', async (_, sender) => {
    story();
    await run();
    expect(receive({ call: 'badge/show', of: badge }, sender)).toEqual([]);
    expect(hosts()).toHaveLength(0);
  });

  it('does not listen to the page', async () => {
    story();
    await run();
    window.postMessage({ call: 'badge/show', of: badge }, '*');
    document.dispatchEvent(new CustomEvent('badge/show', { detail: badge }));
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
    expect(hosts()).toHaveLength(0);
  });

  it('looks again when asked, once the page is quiet', async () => {
    story();
    await run();
    history.pushState({}, '', '/shop');
    receive({ call: 'page/look-again', of: {} });
    page('<head><title>Shop</title></head><body><p>Buy.</p></body>');
    await vi.waitFor(() => expect(sent).toHaveLength(2), 2000);
    expect(sent[1]).toMatchObject({ call: 'page/looked', of: { articleLike: false } });
    history.replaceState({}, '', address);
  });

  it('does not look again at a page it has told of, and keeps its badge', async () => {
    story();
    await run();
    receive({ call: 'badge/show', of: badge });
    receive({ call: 'page/look-again', of: {} });
    await new Promise((done) => setTimeout(done, 400));
    expect(sent).toHaveLength(1);
    expect(hosts()).toHaveLength(1);
  });

  it('shows no badge that was meant for another page', async () => {
    story();
    await run();
    receive({ call: 'badge/show', of: { ...badge, page: 'https://quay.example/other' } });
    expect(hosts()).toHaveLength(0);
  });

  it('says which page it is in', async () => {
    story();
    await run();
    expect(receive({ call: 'page/which', of: {} })).toEqual([address]);
  });

  it('does not announce a page that was read for a click', async () => {
    story();
    Reflect.set(globalThis, 'stemmaRead', address);
    await run();
    expect(sent).toEqual([]);
    Reflect.deleteProperty(globalThis, 'stemmaRead');
  });
});

describe('parseTabCall', () => {
  it('takes the calls of the worker', () => {
    expect(parseTabCall({ call: 'badge/show', of: badge })).toEqual({
      call: 'badge/show',
      of: badge,
    });
    expect(parseTabCall({ call: 'page/look-again' })).toEqual({ call: 'page/look-again', of: {} });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['text', 'badge/show'],
    ['an unknown call', { call: 'badge/explode', of: {} }],
    ['no model', { call: 'badge/show' }],
    ['an unknown state', { call: 'badge/show', of: { ...badge, state: 'verified' } }],
    ['no label', { call: 'badge/show', of: { ...badge, label: '' } }],
    ['a label of a page', { call: 'badge/show', of: { ...badge, label: 'x'.repeat(500) } }],
    ['lines that are no text', { call: 'badge/show', of: { ...badge, lines: [1] } }],
    [
      'too many lines',
      { call: 'badge/show', of: { ...badge, lines: Array.from({ length: 50 }, () => 'x') } },
    ],
    ['missing words', { call: 'badge/show', of: { ...badge, words: { open: 'x' } } }],
    ['an unknown direction', { call: 'badge/show', of: { ...badge, dir: 'up' } }],
  ])('refuses %s', (_, message) => {
    expect(parseTabCall(message)).toBeUndefined();
  });
});
