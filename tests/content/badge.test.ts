// @vitest-environment happy-dom
// The badge in a page: what the page can see of it, how it is used, and how it is put away.
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { type Badge, showBadge } from '../../src/content/badge.ts';
import type { BadgeModel } from '../../src/messages/calls.ts';

const model: BadgeModel = {
  state: 'copy',
  label: 'Same text: Quay, 5 Feb',
  lines: ['Same text as The Quay, published 2 days earlier.', '96 % of this page.'],
  dir: 'ltr',
  words: {
    open: 'Open',
    close: 'Put away',
    thisPage: 'This page',
    thisSite: 'This site',
    cancel: 'Keep',
  },
};
const page =
  '<nav><h1>Menu</h1></nav><main><article><h1>Ferries to stop for two weeks</h1><p>Text.</p></article></main>';

let attached: MockInstance<Element['attachShadow']>;
let badge: Badge | undefined;
const dismissed: string[] = [];

/** The closed root: only this test, which stands behind `attachShadow`, can have it. */
function shadow(): ShadowRoot {
  const last = attached.mock.results.at(-1);
  if (last?.type !== 'return') throw new Error('no badge was built');
  return last.value;
}
function host(): Element {
  return shadow().host;
}
function button(name: string): HTMLButtonElement {
  const found = [...shadow().querySelectorAll('button')].find((one) =>
    (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(name),
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
}
/** What a browser makes of a person's press; the DOM of the tests cannot make trusted events. */
function press(target: Element, type = 'click', init: KeyboardEventInit = {}): void {
  const options = { bubbles: true, composed: true, ...init };
  const event = type === 'click' ? new MouseEvent(type, options) : new KeyboardEvent(type, options);
  Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
}
async function mutated(): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
}
function show(of: BadgeModel = model): void {
  badge = showBadge(of, (scope) => dismissed.push(scope));
}

beforeEach(() => {
  document.title = 'Ferries to stop for two weeks - The Quay';
  document.body.replaceChildren(
    ...new DOMParser().parseFromString(page, 'text/html').body.childNodes,
  );
  dismissed.length = 0;
  attached = vi.spyOn(Element.prototype, 'attachShadow');
});
afterEach(() => {
  badge?.remove();
  badge = undefined;
  vi.restoreAllMocks();
});

describe('what the page can see', () => {
  it('is one empty element without attributes after the story’s headline', () => {
    show();
    const headline = document.querySelector('article h1');
    expect(headline?.nextElementSibling).toBe(host());
    expect(host().attributes).toHaveLength(0);
    expect(host().childNodes).toHaveLength(0);
    expect(attached).toHaveBeenCalledWith({ mode: 'closed' });
    expect(host().shadowRoot).toBeNull();
    expect(headline?.textContent).toBe('Ferries to stop for two weeks');
    expect(document.body.textContent).not.toContain('Same text');
  });

  it('is no global and no event', () => {
    const before = Object.keys(window);
    const seen: string[] = [];
    const record = (event: Event): void => void seen.push(event.type);
    for (const type of ['click', 'keydown', 'focus', 'toggle', 'load']) {
      document.addEventListener(type, record);
    }
    show();
    press(button('Open'));
    press(button('Open'), 'keydown', { key: 'Escape' });
    expect(seen).toEqual([]);
    expect(Object.keys(window)).toEqual(before);
    for (const type of ['click', 'keydown', 'focus', 'toggle', 'load']) {
      document.removeEventListener(type, record);
    }
  });

  it('cannot be styled away: every rule of the host is important', () => {
    show();
    const [sheet] = shadow().adoptedStyleSheets;
    const rule = [...(sheet?.cssRules ?? [])]
      .map((one) => one.cssText)
      .find((css) => css.startsWith(':host'));
    expect(rule).toMatch(/all:\s*initial\s*!important/);
    const declarations = rule?.replace(/^[^{]*\{|\}[^}]*$/g, '').split(';') ?? [];
    for (const one of declarations.filter((text) => text.trim() !== ''))
      expect(one).toContain('!important');
  });
});

describe('its use', () => {
  it('says its label and opens its sentences, as text', () => {
    show({ ...model, lines: ['<b>bold</b> & plain'] });
    expect(button('Same text: Quay, 5 Feb. Open').getAttribute('aria-expanded')).toBe('false');
    press(button('Open'));
    expect(button('Open').getAttribute('aria-expanded')).toBe('true');
    const panel = shadow().querySelector<HTMLElement>('.panel');
    expect(panel?.hidden).toBe(false);
    expect(panel?.textContent).toBe('<b>bold</b> & plain');
    expect(panel?.querySelector('b')).toBeNull();
    press(button('Open'));
    expect(panel?.hidden).toBe(true);
  });

  it('closes with Escape and gives the focus back', () => {
    show();
    press(button('Open'));
    const panel = shadow().querySelector<HTMLElement>('.panel');
    if (panel) press(panel, 'keydown', { key: 'Escape' });
    expect(panel?.hidden).toBe(true);
    expect(shadow().activeElement).toBe(button('Open'));
  });

  it('ignores presses that no person made', () => {
    show();
    button('Open').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    button('Put away').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(shadow().querySelector<HTMLElement>('.panel')?.hidden).toBe(true);
    host().dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(dismissed).toEqual([]);
  });

  it.each([
    ['This page', ['page']],
    ['This site', ['site']],
  ])('goes away for %s', (choice, expected) => {
    show();
    press(button('Put away'));
    expect(shadow().querySelector('.panel')?.textContent).toContain('Put away');
    press(button(choice));
    expect(dismissed).toEqual(expected);
    expect(host().isConnected).toBe(false);
  });

  it('stays when the choice is taken back', () => {
    show();
    press(button('Put away'));
    press(button('Keep'));
    expect(host().isConnected).toBe(true);
    expect(dismissed).toEqual([]);
    expect(shadow().activeElement).toBe(button('Put away'));
  });

  it.each(['original', 'earliest', 'copy', 'edited', 'changed', 'shares'] as const)(
    'draws %s in the text’s own colour, hidden from screen readers',
    (state) => {
      show({ ...model, state });
      const svg = shadow().querySelector('svg');
      expect(svg?.getAttribute('aria-hidden')).toBe('true');
      expect(svg?.children.length).toBeGreaterThan(3);
      for (const shape of svg?.children ?? []) {
        expect(['currentColor', 'none']).toContain(shape.getAttribute('fill'));
      }
    },
  );

  it('runs from right to left in such a language', () => {
    show({ ...model, dir: 'rtl' });
    expect(shadow().querySelector<HTMLElement>('.pill')?.dir).toBe('rtl');
  });
});

describe('a page that fights it', () => {
  it('takes it out: it comes back three times, then stays away', async () => {
    show();
    for (let time = 1; time <= 3; time += 1) {
      host().remove();
      await mutated();
      expect(host().isConnected, `after removal ${time}`).toBe(true);
    }
    host().remove();
    await mutated();
    expect(host().isConnected).toBe(false);
    document.body.append(document.createElement('p'));
    await mutated();
    expect(host().isConnected).toBe(false);
  });

  it('renders itself again: it finds the new headline', async () => {
    show();
    const fresh = new DOMParser().parseFromString(page, 'text/html').body;
    document.body.replaceChildren(...fresh.childNodes);
    await mutated();
    expect(document.querySelector('article h1')?.nextElementSibling).toBe(host());
  });

  it('loses its headline: nothing is shown and nothing thrown', async () => {
    document.body.replaceChildren();
    document.title = '';
    show();
    await mutated();
    expect(host().isConnected).toBe(false);
  });

  it('is left alone once the badge was taken away by us', async () => {
    show();
    badge?.remove();
    await mutated();
    expect(host().isConnected).toBe(false);
  });
});

it('goes into the headline where its parent is a row, which another item would disturb', () => {
  document.querySelector<HTMLElement>('article')?.style.setProperty('display', 'flex');
  show();
  expect(host().parentElement).toBe(document.querySelector('article h1'));
});
