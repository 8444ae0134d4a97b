// Hosts that pass for another's, and those that do not.
import { describe, expect, it } from 'vitest';
import { lookAlike, registeredName } from '../../src/provenance/look-alike.ts';

const outlets = [
  { host: 'harbourgazette.example', name: 'Harbour Gazette' },
  { host: 'northern-line.example', name: 'Northern Line' },
  { host: 'merchant.co.example' },
  { host: 'post.example' },
  { host: 'fenlandpost.com', name: 'Fenland Post' },
];

describe('look-alike hosts', () => {
  it.each([
    ['harbourgazеtte.example', 'letters', 'harbourgazette.example'], // Cyrillic е
    ['xn--harbourgaztte-53k.example', 'letters', 'harbourgazette.example'], // the same in Punycode
    ['harb0urgazette.example', 'letters', 'harbourgazette.example'],
    ['northem-line.example', 'letters', 'northern-line.example'],
    ['fenlandpost.co', 'suffix', 'fenlandpost.com'],
    ['fenlandpost.co.uk', 'suffix', 'fenlandpost.com'],
    ['fenlandpost-news.com', 'word', 'fenlandpost.com'],
    ['fenlandposttoday.com', 'word', 'fenlandpost.com'],
    ['thefenland-post.com', undefined, undefined],
    ['fenland-post.com', 'word', 'fenlandpost.com'],
    ['live.fenlandpost24.com', 'word', 'fenlandpost.com'],
  ])('%s: %s', (host, kind, known) => {
    const found = lookAlike(host, outlets);
    expect(found?.kind).toBe(kind);
    expect(found?.outlet.host).toBe(known);
  });

  it.each([
    'fenlandpost.com',
    'sport.fenlandpost.com',
    'quay.example',
    'post.test',
    'postman.example',
    '127.0.0.1',
    'localhost',
    'fenlandposter.com',
  ])('says nothing of %s', (host) => expect(lookAlike(host, outlets)).toBeUndefined());

  it('shows the host as it is read', () => {
    expect(lookAlike('xn--harbourgaztte-53k.example', outlets)?.host).toBe(
      'harbourgazеtte.example',
    );
  });
});

describe('registered names', () => {
  it.each([
    ['news.fenlandpost.co.uk', 'fenlandpost', 'co.uk'],
    ['fenlandpost.com', 'fenlandpost', 'com'],
    ['a.b.fenlandpost.org.ru', 'fenlandpost', 'org.ru'],
    ['co.uk', 'co', 'uk'],
  ])('of %s: %s, %s', (host, name, suffix) => {
    expect(registeredName(host)).toEqual({ name, suffix });
  });
});
