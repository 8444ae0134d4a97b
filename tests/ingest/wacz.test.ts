// Collections of web archives: read from the zip, held to their list, damage named.

import { describe, expect, it, test } from 'vitest';
import { collection, packed, storyRecord, warcinfo } from '../support/web-archives.ts';
import { told } from './read-all.ts';

const warcs = {
  'a.warc.gz': packed([warcinfo(), storyRecord('one'), storyRecord('two')]),
  'b.warc': Buffer.concat([storyRecord('three')]),
};
const stories = [
  '-!archive/a.warc.gz:2 https://alby.example/one',
  '-!archive/a.warc.gz:3 https://alby.example/two',
  '-!archive/b.warc:1 https://alby.example/three',
];

describe('a collection', () => {
  it('gives the pages of its archives', async () => {
    expect(await told(collection(warcs))).toEqual(stories);
  });

  test.each<[string, Parameters<typeof collection>[1], string[]]>([
    ['has no list', () => undefined, ['bad-wacz -', ...stories]],
    ['has a list that is no JSON', () => '{', ['bad-wacz -', ...stories]],
    ['has a list of another shape', () => ({ resources: 'none' }), ['bad-wacz -', ...stories]],
    [
      'does not list an archive',
      ({ resources }) => ({ resources: resources.slice(1) }),
      [...stories.slice(0, 2), 'bad-wacz -!archive/a.warc.gz', ...stories.slice(2)],
    ],
    [
      'lists an archive that is not there',
      ({ resources }) => ({ resources: [...resources, { path: 'archive/c.warc' }] }),
      [...stories, 'bad-wacz -'],
    ],
    [
      'lists another hash',
      ({ resources }) => ({ resources: resources.map((each) => ({ ...each, hash: 'sha256:00' })) }),
      [
        ...stories.slice(0, 2),
        'bad-wacz -!archive/a.warc.gz',
        stories[2] ?? '',
        'bad-wacz -!archive/b.warc',
      ],
    ],
    [
      'lists another size',
      ({ resources }) => ({ resources: resources.map((each) => ({ ...each, bytes: 7 })) }),
      [
        ...stories.slice(0, 2),
        'bad-wacz -!archive/a.warc.gz',
        stories[2] ?? '',
        'bad-wacz -!archive/b.warc',
      ],
    ],
  ])('that %s is read, and that is told', async (_name, change, expected) => {
    expect(await told(collection(warcs, change))).toEqual(expected);
  });

  it('without an archive, cut, or with its directory torn off is named', async () => {
    expect(await told(collection({}))).toEqual(['bad-wacz -']);
    const whole = collection(warcs);
    expect(await told(whole.subarray(0, whole.length - 40))).toEqual(['bad-wacz -']);
    expect(await told(whole.subarray(0, 200))).toEqual(['bad-wacz -']);
  });

  it('with a damaged archive in it loses the record, not the rest', async () => {
    const bytes = Buffer.from(collection(warcs));
    const inside = bytes.indexOf(warcs['a.warc.gz']);
    const second = packed([warcinfo()]).length;
    for (let at = 40; at < 60; at++) bytes[inside + second + at] = 0;
    const words = await told(bytes);
    expect(words.some((each) => /^bad-warc -!archive\/a\.warc\.gz 2@\d+$/.test(each))).toBe(true);
    expect(words).toContain('bad-wacz -!archive/a.warc.gz');
    expect(
      words.filter((each) => each.includes('https:')).map((each) => each.split(' ')[1]),
    ).toEqual(['https://alby.example/two', 'https://alby.example/three']);
  });
});
