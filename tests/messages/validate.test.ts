import { describe, expect, it } from 'vitest';
import { type Complete, parseIncoming, type Sender } from '../../src/messages/validate.ts';

const ORIGIN = 'chrome-extension://abcdef/';
const ID = 'abcdef';
const page: Sender = { id: ID, url: 'https://news.example/a', frameId: 0, tab: { id: 7 } };
const popup: Sender = { id: ID, url: `${ORIGIN}popup/index.html` };
const parse = (message: unknown, sender: Sender) => parseIncoming(message, sender, ORIGIN, ID);

const looked = {
  call: 'page/looked',
  of: { page: 'https://news.example/b', articleLike: true, why: ['h1'], dark: false },
};
const check = { call: 'tab/check', of: { tabId: 7 } };

// Fails to compile when a call has no schema.
const complete: Complete = true;

describe('parseIncoming', () => {
  it('has a schema for every call', () => {
    expect(complete).toBe(true);
  });

  it('takes page calls from the top frame of a tab', () => {
    expect(parse(looked, page)).toEqual({
      from: 'page',
      tabId: 7,
      url: 'https://news.example/a',
      message: looked,
    });
  });

  it('takes popup calls from our own pages, also in a tab', () => {
    expect(parse(check, popup)).toEqual({ from: 'popup', message: check });
    expect(parse(check, { ...popup, frameId: 0, tab: { id: 3 } })?.from).toBe('popup');
  });

  it('does not let what runs next to a page make the calls of the popup', () => {
    expect(parse(check, page)).toBeUndefined();
    expect(parse({ call: 'citation/save', of: { tabId: 1 } }, page)).toBeUndefined();
  });

  it.each([
    ['another extension', { ...popup, id: 'other' }],
    ['a page that looks like ours', { ...popup, url: 'https://abcdef/popup/index.html' }],
    ['no sender', {}],
  ])('refuses popup calls from %s', (_, sender) => {
    expect(parse(check, sender)).toBeUndefined();
  });

  it.each([
    ['a frame inside the page', { ...page, frameId: 3 }],
    ['no tab', { id: ID, url: page.url, frameId: 0 }],
    ['a page of the browser', { ...page, url: 'about:blank' }],
    ['another extension', { ...page, id: 'other' }],
  ])('refuses page calls from %s', (_, sender) => {
    expect(parse(looked, sender)).toBeUndefined();
  });

  it.each([
    ['a page of another site', { ...looked, of: { ...looked.of, page: 'https://other.example/' } }],
    ['an address that is none', { ...looked, of: { ...looked.of, page: 'nowhere' } }],
    ['nothing', undefined],
    ['text', 'page/looked'],
    ['an unknown call', { call: 'page/steal', of: {} }],
    ['a missing argument', { call: 'page/looked' }],
    ['an argument too many', { ...looked, of: { ...looked.of, tabId: 1 } }],
    ['another type', { ...looked, of: { ...looked.of, dark: 'yes' } }],
    ['a reason of a megabyte', { ...looked, of: { ...looked.of, why: ['x'.repeat(1e6)] } }],
    ['a thousand reasons', { ...looked, of: { ...looked.of, why: Array(1000).fill('x') } }],
    ['a prototype', JSON.parse('{"call":"page/looked","__proto__":{"of":{}}}')],
  ])('refuses %s', (_, message) => {
    expect(parse(message, page)).toBeUndefined();
  });

  it('lets a page’s script say that marks are gone, by a name that can be no style', () => {
    const off = { call: 'marks/off', of: { name: 'abcdefghijklmnop' } };
    expect(parse(off, page)).toMatchObject({ from: 'page', tabId: 7, message: off });
    expect(parse({ ...off, of: { ...off.of, name: 'a){}*{display:none' } }, page)).toBeUndefined();
    expect(parse(off, { ...page, frameId: 2 })).toBeUndefined();
  });

  it('marks a page for the popup, never for a page', () => {
    const show = { call: 'tab/show', of: { tabId: 7, url: 'https://news.example/a' } };
    const one = { ...show, of: { ...show.of, document: { archive: 'ab', id: 'd1' } } };
    expect(parse(show, popup)).toEqual({ from: 'popup', message: show });
    expect(parse(one, popup)).toEqual({ from: 'popup', message: one });
    expect(parse(show, page)).toBeUndefined();
  });

  it.each([-1, 1.5, Number.NaN, '7', null])('refuses the tab %s', (tabId) => {
    expect(parse({ call: 'tab/check', of: { tabId } }, popup)).toBeUndefined();
  });
});
