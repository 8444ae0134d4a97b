// @vitest-environment happy-dom
// Beside the page: it goes along with the tab in front, and asks for nothing by itself.

import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { close, every, fixture, one, open, press, settle, text } from './open.tsx';

afterEach(close);

const OTHER = 'https://quay.example/news/771';

describe('beside the page', () => {
  it('shows the tab that comes to the front', async () => {
    const { front, asked } = await open({ state: fixture('copy'), panel: true });
    expect(text('h1')).toContain('Same text as');
    await act(() => front(OTHER, { ...fixture('no-match'), url: OTHER }));
    await settle();
    expect(text('h1')).toContain('No earlier copy');
    expect(asked).toEqual([]);
  });

  it('does not show what is known of the page that was left', async () => {
    const { front } = await open({ state: fixture('copy'), panel: true, allowed: true });
    await act(() => front(OTHER, fixture('copy')));
    await settle();
    expect(text('h1')).toBe('Looking for earlier copies…');
  });

  it('offers to check where it may not look by itself, and asks for nothing before', async () => {
    const { asked } = await open({ panel: true, allowed: false });
    expect(asked).toEqual([]);
    await press('Check this page');
    expect(asked).toEqual(['call tab/check {"tabId":7}']);
  });

  it('tells how to let it look at a page whose address it may not know', async () => {
    const { change } = await open({ url: undefined, panel: true });
    expect(text('main')).toContain('Press Stemma’s icon in the toolbar');
    // The icon was pressed: the page is looked at, and the panel hears of it.
    await act(() => change(fixture('copy')));
    await settle();
    expect(text('h1')).toContain('Same text as');
  });

  it('is opened from the popup’s menu, inside the click, and not from itself', async () => {
    const { asked } = await open({ state: fixture('copy') });
    await press('More');
    every('button')
      .find((found) => found.textContent === 'Keep open beside the page')
      ?.click();
    expect(asked).toContain('openPanel 7');
    await open({ state: fixture('copy'), panel: true });
    await press('More');
    expect(one('.menu').textContent).not.toContain('Keep open');
  });
});
