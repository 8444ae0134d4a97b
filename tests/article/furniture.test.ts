// Which lines belong to the story and which stand between it and the reader.
import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/article/blocks.ts';
import { withoutFurniture } from '../../src/article/furniture.ts';

const context = { title: 'Ferries to stop', byline: ['Bo Marsh'], publisher: 'Quay' };
const prose =
  'Ferries between Wrenmouth and Sker will stop for two weeks in May while the slipway is rebuilt by hand.';

function block(text: string, tag = 'p'): Block {
  return { tag, text, links: [] };
}
/** What is kept of a line between two sentences of the story, and at its end. */
function kept(text: string, place: 'inside' | 'end' = 'inside'): boolean {
  const around = [block(prose), block(prose), block(prose), block(prose), block(prose)];
  const blocks = place === 'end' ? [...around, block(text)] : [...around, block(text), ...around];
  return withoutFurniture(blocks, context).kept.some((one) => one.text === text);
}

describe('furniture', () => {
  it.each([
    'Advertisement',
    'Sign up for our newsletter to get the harbour in your inbox.',
    'Follow us on Facebook and Telegram',
    'Read more: The storm of 2019',
    'Related articles',
    'Updated: 2 May 2024 10:15',
    '29 April 2024',
    'Photo: Ana Teller / Fotovault',
    'The lower ramp at low water. Ana Teller / Flickr (CC BY 4.0)',
    'Our Standards: what we print and why.',
    'Читайте также: Буря сорвала баржу',
    'Topics: ferries, harbour',
  ])('goes: %s', (text) => {
    expect(kept(text)).toBe(false);
  });

  it.each([
    'More than thirty people signed the letter.',
    'Watch keepers on the pier saw nothing that night.',
    'Share prices fell by a third on Monday.',
    'Follow the river for a mile and the mill comes into sight.',
    'By the time the boat came in it was dark.',
    'From the start it was doomed.',
    'Via the old road they reached the lighthouse.',
    'Written with wit and read with pleasure, the log now lies in a museum.',
    'Related to the storm or not, the crack grew, and nobody measured it.',
    'Published figures say otherwise.',
    'Last updated by hand in 1911, the chart shows two rocks that are gone.',
    'The board said it would answer in May. (AP)',
    'Click, said the lock, and the gate swung open.',
  ])('stays: %s', (text) => {
    expect(kept(text)).toBe(true);
    expect(kept(text, 'end')).toBe(true);
  });

  it.each([
    'First published by the Quay Post.',
    'From the Quay Post.',
    'Via Northline, shortened.',
    'Reprinted with kind permission of Fenland & Tide.',
    'Source: Court Reporters’ Pool.',
    'Bo Marsh is a reporter for the Quay and covers the islands.',
  ])('goes at the end only: %s', (text) => {
    expect(kept(text, 'end')).toBe(false);
    expect(kept(text)).toBe(true);
  });

  it('keeps what follows a pointer in the same block', () => {
    const text = `Related article: Storm tears barge from its moorings ${prose}`;
    const start = text.indexOf('Storm');
    const half = text.indexOf('from its');
    const end = text.indexOf(prose) - 1;
    const links = [
      { href: '/storm', text: text.slice(start, half - 1), start, end: half - 1 },
      { href: '/storm', text: text.slice(half, end), start: half, end },
    ];
    expect(withoutFurniture([{ tag: 'p', text, links }], context)).toEqual({
      kept: [{ tag: 'p', text: prose, links: [] }],
      related: [{ title: 'Storm tears barge from its moorings', url: '/storm' }],
    });
  });

  it('drops a heading that nothing follows', () => {
    const { kept: left } = withoutFurniture([block(prose), block('Elsewhere', 'h2')], context);
    expect(left.map((one) => one.text)).toEqual([prose]);
  });
});
