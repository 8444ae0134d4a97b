// @vitest-environment happy-dom
// Photo, publisher, addresses alike, related in time: said with what it rests on, and no more.

import { afterEach, describe, expect, it } from 'vitest';
import type { CheckedState } from '../../popup/services.ts';
import { checkedState, tellingState, withoutMain } from './fixtures.ts';
import { close, every, open, press, settle, text } from './open.tsx';

afterEach(close);

/** The text of the section under a heading. */
function section(heading: string): string {
  const found = every('section').find((one) => one.querySelector('h2')?.textContent === heading);
  return found?.textContent ?? '';
}

/** Titles of the related stories, as they stand. */
const shown = (): string[] =>
  every('.timeline a').map((link) => link.textContent?.replace(/ \(.*/, '') ?? '');

async function pressStarting(name: string): Promise<void> {
  const found = every('button').find((one) => one.getAttribute('aria-label')?.startsWith(name));
  await press(found?.getAttribute('aria-label') ?? name);
  await settle();
}

describe('the photo', () => {
  it('names credit and licence, and in how many other versions the same credit stands', async () => {
    await open({ state: tellingState() });
    expect(section('Photo')).toContain('Tamsin Reed / Shorelight, CC BY 4.0');
    expect(section('Photo')).toContain('same credit in 2 other versions');
    await pressStarting('What this rests on: Photo: Tamsin');
    expect(section('Photo')).toMatch(/The Pebble Bay Mercury.*North Quay Post/);
  });

  it('is called older only with the page’s own mark as the reason', async () => {
    await open({ state: tellingState() });
    expect(section('Photo')).toContain('older photo, as the page says');
    await pressStarting('What this rests on: Photo: Harbour museum');
    expect(section('Photo')).toContain('caption “File photo”');
    await open({ state: checkedState() });
    expect(section('Photo')).not.toContain('older');
  });
});

describe('the publisher', () => {
  it('is what the site says of itself, with its links and without a rating', async () => {
    await open({ state: tellingState() });
    expect(section('Publisher')).toContain('Harbour Gazette Press Ltd');
    const links = every('section .inline a').map((link) => link.textContent);
    expect(links.map((link) => link?.replace(/ \(.*/, ''))).toEqual([
      'Principles',
      'Corrections',
      'Ownership',
    ]);
    await pressStarting('What this rests on: Harbour Gazette Press');
    expect(section('Publisher')).toContain('It is not a rating.');
  });

  it('tells where the page says it comes from, in the page’s own words when opened', async () => {
    await open({ state: tellingState() });
    expect(section('Publisher')).toContain('Says it was first published by The Pebble Bay Mercury');
    expect(section('Publisher')).toContain('Says it comes from Shorelight Wire');
    await pressStarting('What this rests on: Says it was first');
    expect(section('Publisher')).toContain('This story was first published by');
  });
});

describe('an address like another', () => {
  it('is pointed out with what it rests on, and as something that may mean nothing', async () => {
    await open({ state: tellingState() });
    expect(text('.warning')).toContain('gazette.example, resembles that of Harbour Gazette');
    await pressStarting('What this rests on: This address');
    expect(text('.warning .rests')).toContain('the ending is another one');
    expect(text('.warning .rests')).toContain('may well be another address of the same house');
  });

  it('is not spoken of where there is none', async () => {
    await open({ state: checkedState() });
    expect(every('.warning')).toEqual([]);
  });
});

describe('related coverage', () => {
  it('runs in time, with undated stories last, and says why each is there', async () => {
    await open({ state: tellingState() });
    const stories = every('.timeline .row').map((row) => row.textContent ?? '');
    expect(stories.map((story) => story.slice(0, 12))).toEqual([
      '1 day earlie',
      '4 days later',
      expect.stringMatching(/^no date/),
    ]);
    await pressStarting('What this rests on: Harbour trust');
    expect(text('.timeline .rests')).toContain('Pebble Bay');
    expect(text('.timeline .rests')).toContain('44%');
    expect(text('.timeline .rests')).toContain('No text is shared');
  });

  it('chooses by rank before it sorts by time', async () => {
    const related = Array.from({ length: 9 }, (_, index) => ({
      title: `Story ${index}`,
      url: `https://quay.example/${index}`,
      published: `2024-05-${20 - index}`,
    }));
    const state: CheckedState = checkedState({
      provenance: withoutMain({ kind: 'related', related }),
    });
    await open({ state });
    expect(shown()).toEqual(['Story 3', 'Story 2', 'Story 1', 'Story 0']);
    await press('Show all 9');
    expect(shown()).toHaveLength(9);
  });
});
