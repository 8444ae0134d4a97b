// Styles that people add: the good are used, the broken are refused in words.
import { describe, expect, it } from 'vitest';
import { bibliography } from '../../src/citation/bibliography.ts';
import { BrokenStyleError, checkStyle } from '../../src/citation/csl-style.ts';
import { exportCitations } from '../../src/citation/export.ts';
import { loadStyle, STYLES } from '../../src/citation/styles.ts';
import { citation } from './facts.ts';

const XMLNS = 'xmlns="http://purl.org/net/xbiblio/csl"';

function style(body: string, attributes = 'class="in-text" version="1.0"'): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style ${XMLNS} ${attributes}>
  <info><title>House style</title><id>x</id><updated>2026-01-01T00:00:00Z</updated></info>
  ${body}
</style>`;
}

const CITATION = '<citation><layout><text variable="title"/></layout></citation>';
const GOOD = style(
  `${CITATION}<bibliography><layout suffix="!"><text variable="title" font-style='italic'/></layout></bibliography>`,
);

describe('checkStyle', () => {
  it.each(STYLES.map(({ id }) => id))('takes %s', async (id) => {
    const facts = checkStyle(await loadStyle(id));
    expect(facts.hasBibliography).toBe(true);
    expect(facts.notes).toBe(STYLES.find((each) => each.id === id)?.notes);
  });

  it('reads title and kind', () => {
    expect(checkStyle(GOOD)).toEqual({ title: 'House style', notes: false, hasBibliography: true });
  });

  it.each([
    ['nothing', '', /no XML element/],
    ['a picture', '\u0089PNG\r\n\u001A\n', /no XML element/],
    ['a page', '<html><body></body></html>', /begins with <html>/],
    [
      'a locale',
      '<locale xmlns="http://purl.org/net/xbiblio/csl"></locale>',
      /begins with <locale>/,
    ],
    ['a cut file', GOOD.slice(0, -30), /Line \d+|ends before/],
    [
      'crossed tags',
      style('<citation><layout></citation></layout>'),
      /Line 4: <\/citation> closes nothing/,
    ],
    ['a bare ampersand tag', style('<citation <layout/>'), /Line 4: this is not well-formed/],
    ['no layout', style('<citation/>'), /no <citation> with a <layout>/],
    [
      'a macro that is not there',
      style(CITATION.replace('variable="title"', 'macro="gone"')),
      /Line 4: the macro "gone"/,
    ],
    [
      'macros in a circle',
      style(
        `<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>${CITATION}`,
      ),
      /never ends: a → b → a/,
    ],
    [
      'a style that points to another',
      style('').replace(
        '<id>x</id>',
        '<id>x</id><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/>',
      ),
      /only points to http:\/\/www\.zotero\.org\/styles\/apa/,
    ],
    ['entities that multiply', `<!DOCTYPE x [<!ENTITY a "aa">]>${GOOD}`, /no DOCTYPE/],
    ['too much', `${GOOD}${' '.repeat(2_000_001)}`, /the limit is 2000000/],
    ['depths', style('<group>'.repeat(500)), /more than 200 elements/],
  ])('refuses %s', (_, xml, message) => {
    expect(() => checkStyle(xml)).toThrow(BrokenStyleError);
    expect(() => checkStyle(xml)).toThrow(message);
  });
});

describe('a style that was added', () => {
  it('is used', async () => {
    const [entry] = await bibliography([citation().item], { csl: GOOD });
    expect(entry).toMatchObject({
      text: 'Ferry line to reopen!',
      markdown: '*Ferry line to reopen*!',
    });
  });

  it('is used for notes where it has no bibliography', async () => {
    const [entry] = await bibliography([citation().item], { csl: style(CITATION) });
    expect(entry?.text).toBe('Ferry line to reopen');
  });

  it('fails with a message, whatever the processor stumbles over', async () => {
    const odd = style(
      CITATION.replace('<text variable="title"/>', '<choose><else><text/></else></choose><names/>'),
    );
    await expect(exportCitations([citation()], 'html', { csl: odd })).rejects.toThrow(
      BrokenStyleError,
    );
  });

  it('that is not there is said to be so, with those that are', async () => {
    await expect(exportCitations([], 'html', { style: 'constructor' })).rejects.toThrow(/apa, mla/);
  });
});
