// @vitest-environment happy-dom
// The bottom bar of the popup: saving a citation, and the menu.

import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGE_URL } from './fixtures.ts';
import { button, close, every, fixture, one, open, press, settle, text } from './open.tsx';

afterEach(close);

const SAVED = `call citation/save {"tabId":7,"url":"${PAGE_URL}"}`;

describe('saving', () => {
  it('saves with one click, and says so', async () => {
    const { asked } = await open({ state: fixture('copy') });
    expect(text('.said')).toBe('');
    await press('Save citation');
    expect(asked).toEqual([SAVED]);
    expect(text('.said')).toBe('Citation saved.');
    expect(one('.said').getAttribute('role')).toBe('status');
    expect(text('.save')).toBe('Saved 10 Mar 2026');
    // The button keeps the focus, and does nothing twice.
    expect(one('.save').hasAttribute('disabled')).toBe(false);
    await press('Saved 10 Mar 2026');
    expect(asked.length).toBe(1);
  });

  it('shows what is saved already', async () => {
    await open({ state: fixture('copy'), saved: true });
    expect(text('.save')).toBe('Saved 10 Mar 2026');
    expect(one('.save').getAttribute('aria-disabled')).toBe('true');
  });

  it('says why it could not save, and what to do', async () => {
    await open({
      state: fixture('copy'),
      problem: { code: 'storage-full', detail: '10 MB' },
    });
    await press('Save citation');
    expect(text('.said')).toContain('There is no room left to save (10 MB).');
    expect(text('.said')).toContain('Free some space');
    expect(text('.save')).toBe('Save citation');
  });
});

describe('the menu', () => {
  it('opens with the focus in it, and Escape gives the focus back', async () => {
    await open({ state: fixture('copy') });
    await press('More');
    expect(button('More').getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(one('.menu'));
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    await act(() => {
      one('.menu').dispatchEvent(escape);
    });
    expect(escape.defaultPrevented).toBe(true);
    expect(every('.menu')).toEqual([]);
    expect(document.activeElement).toBe(button('More'));
  });

  it('a press elsewhere closes it', async () => {
    await open({ state: fixture('copy') });
    await press('More');
    await act(() => {
      one('h1').dispatchEvent(new Event('pointerdown', { bubbles: true }));
    });
    expect(every('.menu')).toEqual([]);
  });

  it('copies this citation in the chosen format, saving it first', async () => {
    const { asked } = await open({ state: fixture('copy') });
    await press('More');
    const bibtex = one('input[value=bibtex]');
    await act(() => bibtex.click());
    await press('Copy: This citation');
    expect(asked).toEqual([SAVED, 'copy bibtex of c1']);
    expect(text('.said')).toBe('Copied.');
  });

  it('downloads all that is saved', async () => {
    const { asked } = await open({ state: fixture('copy'), saved: true });
    await press('More');
    await act(() => one('input[value=ris]').click());
    await press('Download: All saved (2)');
    expect(asked).toEqual(['file citations.ris text/plain ris of c1, c2']);
  });

  it('says so where an export fails', async () => {
    const fake = await open({ state: fixture('copy'), saved: true });
    fake.services.copyText = () => Promise.reject(new Error('clipboard refused'));
    await press('More');
    await press('Copy: This citation');
    expect(text('.said')).toContain('clipboard refused');
  });

  it('switches badges on this site', async () => {
    const { asked } = await open({ state: fixture('copy') });
    await press('More');
    expect(one('[role=switch]').getAttribute('aria-checked')).toBe('true');
    await press('Badges on gazette.example');
    expect(one('[role=switch]').getAttribute('aria-checked')).toBe('false');
    expect(asked).toEqual(['call badges/set {"host":"gazette.example","on":false}']);
  });

  it('asks for the site inside the click', async () => {
    const { asked } = await open({ state: fixture('copy') });
    await press('More');
    button('Always look at gazette.example').click();
    expect(asked).toEqual([`requestSite ${PAGE_URL}`]);
    await settle();
    expect(asked).toContain('call sites/sync {}');
  });

  it('does not ask for a site that is allowed', async () => {
    await open({ state: fixture('copy'), allowed: true });
    await press('More');
    expect(() => button('Always look at gazette.example')).toThrow('no single button');
  });

  it('looks again', async () => {
    const { asked } = await open({ state: fixture('copy') });
    await press('More');
    await press('Look again');
    expect(asked).toEqual(['call tab/check {"tabId":7}']);
    expect(text('h1')).toBe('Looking for earlier copies…');
  });

  it('removes a saved citation', async () => {
    const { asked } = await open({ state: fixture('copy'), saved: true });
    await press('More');
    await press('Remove saved citation');
    expect(asked).toEqual(['call citation/remove {"id":"c1"}']);
    expect(text('.said')).toBe('Citation removed.');
    expect(text('.save')).toBe('Save citation');
  });
});
