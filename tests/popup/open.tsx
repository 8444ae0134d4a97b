// Opens the popup over fakes, and finds what a reader would.

import { render } from 'preact';
import { act } from 'preact/test-utils';
import { App } from '../../popup/app.tsx';
import type { CheckedState } from '../../popup/services.ts';
import { type FakeServices, fakeServices } from './fake-services.ts';
import { checkedStates, PAGE_URL } from './fixtures.ts';
import { wordsOf } from './words.ts';

// What the popup loads later is there at once, as it is from a browser's cache.
await Promise.all([
  import('../../popup/components/below.tsx'),
  import('../../popup/components/menu.tsx'),
  import('../../popup/components/picture.tsx'),
  import('../../popup/components/publisher-trust.tsx'),
]);

/** The words that the opened popup speaks. */
export const tr = wordsOf('en', 'en-GB');

let root: HTMLElement | undefined;

/** Lets promises and effects run out. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setTimeout(done, 0));
  });
}

/** Opens the popup; one at a time. */
export async function open(
  of: Omit<Parameters<typeof fakeServices>[0], 'tr'>,
): Promise<FakeServices> {
  close();
  const fake = fakeServices({ tr, url: PAGE_URL, ...of });
  root = document.createElement('div');
  document.body.append(root);
  render(<App services={fake.services} />, root);
  await settle();
  // What is asked for once the page is shown.
  await settle();
  return fake;
}

export function close(): void {
  if (root === undefined) return;
  render(null, root);
  root.remove();
  root = undefined;
}

/** Everything in the popup that a selector finds. */
export function every(selector: string): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])];
}

/** The one element that a selector finds. */
export function one(selector: string): HTMLElement {
  const [element, ...others] = every(selector);
  if (element === undefined || others.length > 0) {
    throw new Error(`${selector}: ${every(selector).length} found instead of one`);
  }
  return element;
}

export const text = (selector: string): string => one(selector).textContent ?? '';

const nameOf = (element: HTMLElement): string =>
  element.getAttribute('aria-label') ?? element.textContent ?? '';

/** A button by its accessible name. */
export function button(name: string): HTMLElement {
  const [element, ...others] = every('button').filter((found) => nameOf(found) === name);
  if (element === undefined || others.length > 0) {
    throw new Error(`no single button "${name}" among ${every('button').map(nameOf).join(', ')}`);
  }
  return element;
}

/** Clicks a button and lets what follows run out. */
export async function press(name: string): Promise<void> {
  await act(() => button(name).click());
  await settle();
}

export function fixture(name: string): CheckedState {
  const state = checkedStates()[name];
  if (state === undefined) throw new Error(`no fixture ${name}`);
  return state;
}
