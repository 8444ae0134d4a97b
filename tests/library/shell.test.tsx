// @vitest-environment happy-dom
// The frame of the library page: the panel of the address, and the foot with its undo.

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PanelEntry } from '../../src/library/panels.ts';
import { parseRoute, Shell } from '../../src/library/shell.tsx';
import { type ShellServices, useShell } from '../../src/library/shell-context.ts';
import { wordsOf } from '../popup/words.ts';

const tr = wordsOf('en', 'en-GB');
let shell: ShellServices | undefined;

function Saved() {
  shell = useShell();
  return <p>{`saved ${shell.detail}`}</p>;
}

const PANELS: PanelEntry[] = [
  { name: 'saved', label: 'panelSaved', load: async () => ({ Panel: Saved }) },
  {
    name: 'archives',
    label: 'panelArchives',
    load: () => Promise.reject(new Error('no such chunk')),
  },
];

let root: HTMLElement;

async function run(done: () => unknown): Promise<void> {
  await act(async () => {
    await done();
    await Promise.resolve();
  });
  await act(async () => {});
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  location.hash = '';
  root = document.createElement('div');
  document.body.append(root);
  await run(() => render(<Shell tr={tr} panels={PANELS} />, root));
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.useRealTimers();
});

const said = (): string => root.querySelector('.foot [role=status]')?.textContent ?? '';
const button = (name: string): HTMLElement | undefined =>
  [...root.querySelectorAll('button')].find((one) => one.textContent === name);

describe('the address', () => {
  test.each([
    ['', 'saved', ''],
    ['#archives', 'archives', ''],
    ['#nothing', 'saved', ''],
    ['#saved/a%20b/edit', 'saved', 'a b/edit'],
    ['#saved/%E0%A4%A', 'saved', ''],
  ])('%s names the panel %s and %s', (hash, panel, detail) => {
    expect(parseRoute(hash, PANELS)).toEqual({ panel, detail });
  });

  test('that changes shows another panel, whose failure is said', async () => {
    expect(root.querySelector('main')?.textContent).toBe('saved ');
    location.hash = '#archives';
    await run(() => dispatchEvent(new Event('hashchange')));
    expect(root.querySelector('main')?.textContent).toContain('no such chunk');
    expect(root.querySelector('[aria-current=page]')?.textContent).toBe('Archives');
    expect(document.title).toBe('Archives · Stemma');
  });
});

describe('the foot', () => {
  test('says what was done, and takes it back once', async () => {
    const undo = vi.fn(async () => 'Undone.');
    const settle = vi.fn(async () => {});
    await run(() => shell?.offerUndo({ said: 'Deleted.', undo, settle }));
    expect(said()).toBe('Deleted.');
    await run(() => button('Undo')?.click());
    expect(said()).toBe('Undone.');
    expect(button('Undo')).toBeUndefined();
    await run(() => vi.advanceTimersByTime(60_000));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(settle).not.toHaveBeenCalled();
    expect(said()).toBe('');
  });

  test('ends an offer after its time, when it is put away, and when another comes', async () => {
    const settles = [vi.fn(async () => {}), vi.fn(async () => {}), vi.fn(async () => {})];
    const offer = (at: number) => () =>
      shell?.offerUndo({
        said: `Done ${at}.`,
        undo: async () => 'Undone.',
        ...(settles[at] && { settle: settles[at] }),
      });
    await run(offer(0));
    await run(offer(1));
    expect(settles.map(({ mock }) => mock.calls.length)).toEqual([1, 0, 0]);
    await run(() => button('Dismiss')?.click());
    expect(settles.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0]);
    await run(offer(2));
    await run(() => vi.advanceTimersByTime(19_000));
    expect(button('Undo')).toBeDefined();
    await run(() => vi.advanceTimersByTime(2000));
    expect(settles.map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
    expect(button('Undo')).toBeUndefined();
  });

  test('keeps the offer where taking back failed, and says why', async () => {
    const undo = vi
      .fn<() => Promise<string>>()
      .mockRejectedValueOnce(new Error('disk is away'))
      .mockResolvedValueOnce('Undone.');
    await run(() => shell?.offerUndo({ said: 'Deleted.', undo }));
    await run(() => button('Undo')?.click());
    expect(said()).toContain('disk is away');
    await run(() => button('Undo')?.click());
    expect(said()).toBe('Undone.');
  });

  test('takes Ctrl+Z, but not where text is typed', async () => {
    const undo = vi.fn(async () => 'Undone.');
    await run(() => shell?.offerUndo({ said: 'Deleted.', undo }));
    const input = document.createElement('input');
    root.append(input);
    const key = { key: 'z', ctrlKey: true, bubbles: true };
    await run(() => input.dispatchEvent(new KeyboardEvent('keydown', key)));
    expect(undo).not.toHaveBeenCalled();
    await run(() => root.dispatchEvent(new KeyboardEvent('keydown', key)));
    expect(undo).toHaveBeenCalledTimes(1);
    input.remove();
  });
});
