// Canonical addresses, same addresses, and addresses that are refused.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicaliseUrl, checkedUrl, sameAddress, siteHost } from '../../src/article/url.ts';

describe('checkedUrl', () => {
  it.each([
    ['https://gazette.example/a', undefined, 'https://gazette.example/a'],
    ['  http://gazette.example/a\n', undefined, 'http://gazette.example/a'],
    ['/a?b=1', 'https://gazette.example/news/', 'https://gazette.example/a?b=1'],
    ['//cdn.example/x.jpg', 'https://gazette.example/', 'https://cdn.example/x.jpg'],
    ['https://gazette.example@evil.example/', undefined, 'https://evil.example/'],
  ])('takes %s', (text, base, expected) => {
    expect(checkedUrl(text, base)).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>1</script>',
    'file:///etc/passwd',
    'blob:https://gazette.example/1',
    'ftp://gazette.example/',
    'not an address',
    '',
    `https://gazette.example/${'a'.repeat(5000)}`,
  ])('refuses %s', (text) => {
    expect(checkedUrl(text)).toBeUndefined();
    expect(canonicaliseUrl(text)).toBeUndefined();
  });

  it('does not let a hostile href through a good base', () => {
    expect(checkedUrl('javascript:alert(1)', 'https://gazette.example/')).toBeUndefined();
  });
});

describe('canonicaliseUrl', () => {
  it.each([
    ['HTTPS://WWW.Gazette.Example:443/News/Story/', 'https://www.gazette.example/News/Story'],
    ['http://gazette.example:80', 'http://gazette.example/'],
    ['https://gazette.example./a', 'https://gazette.example/a'],
    ['https://gazette.example/a#comments', 'https://gazette.example/a'],
    ['https://gazette.example/a?utm_source=x&utm_medium=y', 'https://gazette.example/a'],
    ['https://gazette.example/a?id=7&fbclid=abc&gclid=d', 'https://gazette.example/a?id=7'],
    ['https://gazette.example/a?b=2&a=1', 'https://gazette.example/a?b=2&a=1'],
    ['https://gazette.example/a?q=one%20two', 'https://gazette.example/a?q=one%20two'],
    ['https://gazette.example/a?', 'https://gazette.example/a'],
    ['https://gazette.example:8443/a//', 'https://gazette.example:8443/a'],
  ])('%s', (text, expected) => {
    expect(canonicaliseUrl(text)).toBe(expected);
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicaliseUrl(url);
        expect(once).toBeDefined();
        expect(canonicaliseUrl(once ?? '')).toBe(once);
      }),
    );
  });
});

describe('sameAddress', () => {
  it.each([
    ['https://www.gazette.example/a/', 'http://gazette.example/a'],
    ['https://m.gazette.example/a', 'https://gazette.example/a'],
    ['https://amp.gazette.example/a', 'https://gazette.example/a'],
    ['https://gazette.example/a/amp/', 'https://gazette.example/a'],
    ['https://gazette.example/a.amp.html', 'https://gazette.example/a.html'],
    ['https://gazette.example/a?amp=1', 'https://gazette.example/a'],
    ['https://gazette.example/a?x=1&y=2', 'https://gazette.example/a?y=2&x=1'],
    ['https://gazette.example/a?utm_campaign=z#top', 'https://gazette.example/a'],
    ['https://gazette.example', 'https://gazette.example/'],
  ])('%s is %s', (a, b) => {
    expect(sameAddress(a, b)).toBe(true);
  });

  it.each([
    ['https://gazette.example/a', 'https://gazette.example/b'],
    ['https://gazette.example/a', 'https://gazette.example/A'],
    ['https://gazette.example/?id=1', 'https://gazette.example/?id=2'],
    ['https://gazette.example/a', 'https://news.gazette.example/a'],
    ['https://gazette.example/a', 'https://gazette.example:8443/a'],
    ['https://gazette.example/champ', 'https://gazette.example/ch'],
    ['javascript:1', 'javascript:1'],
    ['', ''],
  ])('%s is not %s', (a, b) => {
    expect(sameAddress(a, b)).toBe(false);
  });
});

it('siteHost names the site', () => {
  expect(siteHost('https://www.Gazette.example/x')).toBe('gazette.example');
  expect(siteHost('about:blank')).toBeUndefined();
});
