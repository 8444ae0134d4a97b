// Feeds: full text becomes stories, summaries do not, and nothing in them is expanded or fetched.

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { storyHtml, storyParagraphs } from '../support/web-archives.ts';
import { readBytes, told, word } from './read-all.ts';

const cdata = (text: string): string => `<![CDATA[${text}]]>`;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const rss = (items: string, head = ''): string => `<?xml version="1.0" encoding="utf-8"?>
<?xml-stylesheet href="feed.xsl"?><!-- a feed -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Alby Gazette</title><link>https://alby.example/</link><language>en</language>${head}
<image><title>Logo</title><link>https://alby.example/logo</link></image>
${items}</channel></rss>`;
const item = (
  name: string,
  more = `<content:encoded>${cdata(storyHtml(name))}</content:encoded>`,
): string =>
  `<item><title>Swans at ${name}</title><link>https://alby.example/${name}</link>
<pubDate>Mon, 03 May 2021 12:20:30 +0200</pubDate><dc:creator>Anna Bell</dc:creator>
<description>Swans hold the ferry.</description>${more}</item>\n`;

const atom = (entries: string, attributes = 'xmlns="http://www.w3.org/2005/Atom"'): string =>
  `<feed ${attributes}><title>The Alby Gazette</title><author><name>The Desk</name><email>desk@alby.example</email></author>
<link rel="self" href="https://alby.example/feed"/><link href="https://alby.example/"/>${entries}</feed>`;
const entry = (
  content: string,
): string => `<entry><title type="html">Swans &amp;amp; the Ferry</title>
<link rel="enclosure" href="https://alby.example/a.mp3"/><link rel="alternate" href="https://alby.example/a"/>
<id>tag:alby.example,2021:a</id><published>2021-05-03T12:20:30+02:00</published><updated>2021-05-04T00:00:00Z</updated>
<summary>Swans hold the ferry.</summary>${content}</entry>`;

async function article(xml: string | Uint8Array) {
  const [first] = await readBytes(Buffer.from(xml));
  if (first === undefined || !('read' in first) || first.read === undefined) {
    throw new Error(first === undefined ? 'nothing' : word(first));
  }
  return first.read.article;
}

describe('RSS', () => {
  it('2.0 gives the text and its facts', async () => {
    expect(await article(rss(item('one')))).toMatchObject({
      url: 'https://alby.example/one',
      title: { value: 'Swans at one', from: 'feed title' },
      byline: [{ value: 'Anna Bell', from: 'feed dc:creator' }],
      publisher: { value: 'The Alby Gazette', from: 'feed title' },
      published: { value: '2021-05-03T12:20:00+02:00', from: 'feed pubDate' },
      paragraphs: storyParagraphs('one'),
    });
  });

  it('passes over summaries, and what has no address or too little text', async () => {
    const items = [
      item('one'),
      item('two', ''),
      item('three').replace(/<link>.*?<\/link>/, ''),
      item('four', '<content:encoded>Swans.</content:encoded>'),
      item('five').replace(/<link>.*?<\/link>/, '<guid>https://alby.example/guid</guid>'),
    ];
    expect(await told(Buffer.from(rss(items.join(''))), 300)).toEqual([
      '-:1 https://alby.example/one',
      'passed -:2 a summary only',
      'passed -:3 no http(s) address',
      'passed -:4 too little text for a story',
      '-:5 https://alby.example/guid',
    ]);
  });

  it('1.0 is read, under any prefix', async () => {
    const xml = `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:d="http://purl.org/dc/elements/1.1/">
<channel r:about="https://alby.example/"><title>The Alby Gazette</title></channel>
<item r:about="https://alby.example/r"><title>Swans</title><link>https://alby.example/r</link><d:date>2021-05-03</d:date><d:creator>Tom Reed</d:creator><c:encoded>${escaped(storyHtml('r'))}</c:encoded></item></r:RDF>`;
    expect(await article(xml)).toMatchObject({
      url: 'https://alby.example/r',
      publisher: { value: 'The Alby Gazette' },
      published: { value: '2021-05-03', from: 'feed dc:date' },
      byline: [{ value: 'Tom Reed' }],
      paragraphs: storyParagraphs('r'),
    });
  });

  it('is read in the encoding it declares', async () => {
    const xml = rss(item('one').replace('Swans at one', 'Лебеди')).replace('utf-8', 'windows-1251');
    const bytes = Uint8Array.from(xml, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });
    expect((await article(bytes)).title?.value).toBe('Лебеди');
  });
});

describe('Atom', () => {
  const xhtml = `<div xmlns="http://www.w3.org/1999/xhtml">${storyHtml('a')}<p>Salt &amp; &lt;rope&gt; were <em>scarce</em> in Alby that week, said the harbour.</p></div>`;
  test.each([
    ['html', `<content type="html">${escaped(storyHtml('a'))}</content>`],
    ['text', `<content>${storyParagraphs('a').join('\n\n')}</content>`],
    ['xhtml', `<content type="xhtml">${xhtml}</content>`],
  ])('gives content of type %s and its facts', async (type, content) => {
    const read = await article(atom(entry(content)));
    expect(read).toMatchObject({
      url: 'https://alby.example/a',
      title: { value: 'Swans & the Ferry' },
      byline: [{ value: 'The Desk' }],
      publisher: { value: 'The Alby Gazette' },
      published: { value: '2021-05-03T12:20:30+02:00' },
      modified: { value: '2021-05-04T00:00:00Z' },
    });
    expect(read.paragraphs.slice(0, 5)).toEqual(storyParagraphs('a'));
    if (type === 'xhtml') expect(read.paragraphs[5]).toMatch(/^Salt & <rope> were scarce in Alby/);
  });

  it('is read under a prefix', async () => {
    const xml = atom(
      entry(`<content type="html">${escaped(storyHtml('a'))}</content>`),
      'xmlns:a="http://www.w3.org/2005/Atom"',
    ).replaceAll(/<(\/?)([a-z])/g, '<$1a:$2');
    expect(await told(Buffer.from(xml))).toEqual(['-:1 https://alby.example/a']);
  });

  test.each([
    ['a summary only', ''],
    ['its text is elsewhere', '<content type="text/html" src="https://alby.example/a.html"/>'],
    ['content that is not text', '<content type="application/pdf">JVBERg==</content>'],
  ])('without its text is passed over: %s', async (why, content) => {
    expect(await told(Buffer.from(atom(entry(content))))).toEqual([`passed -:1 ${why}`]);
  });
});

describe('a hostile or damaged feed', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>`;
  const outside = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>`;
  test.each([
    ['that declares entities', `${bomb}${rss(item('&b;')).slice(38)}`],
    ['that declares a file as one', `${outside}${rss(item('one')).slice(38)}`],
  ])('%s is refused', async (_name, xml) => {
    expect(await told(Buffer.from(xml))).toEqual(['bad-feed -']);
  });

  it('names a document type without being followed', async () => {
    const type =
      '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://alby.example/rss.dtd">';
    const xml = rss(item('one')).replace('<rss', `${type}<rss`);
    expect(await told(Buffer.from(xml))).toEqual(['-:1 https://alby.example/one']);
  });

  it('that is cut gives what stands before', async () => {
    const xml = rss(item('one') + item('two'));
    const cut = Buffer.from(xml).subarray(
      0,
      xml.indexOf('<item>', xml.indexOf('<item>') + 1) + 300,
    );
    const words = await told(cut);
    expect(words[0]).toBe('-:1 https://alby.example/one');
    expect(words[1]).toMatch(/^bad-feed - 2@\d+$/);
    expect(words).toHaveLength(2);
  });

  it('is bounded in depth and in the size of an entry', async () => {
    expect(await told(Buffer.from(`<rss>${'<a>'.repeat(5000)}`))).toEqual(['bad-feed -']);
    const long = 'a'.repeat(33 * 1024 * 1024);
    const words = await told(
      Buffer.from(rss(item('one') + item('two', `<content:encoded><![CDATA[${long}`))),
    );
    expect(words[0]).toBe('-:1 https://alby.example/one');
    expect(words[1]).toMatch(/^too-large - 2@/);
    expect(words).toHaveLength(2);
  });

  it('of any bytes throws nothing', async () => {
    const whole = Buffer.from(rss(item('one') + item('two')));
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 60, max: whole.length - 1 }),
        fc.uint8Array({ minLength: 1, maxLength: 30 }),
        async (at, noise) => {
          const bytes = Buffer.from(whole);
          bytes.set(noise.subarray(0, whole.length - at), at);
          const second = whole.indexOf('</item>') + 7;
          const words = (await readBytes(bytes)).map(word);
          if (at > second) expect(words[0]).toBe('-:1 https://alby.example/one');
        },
      ),
      { numRuns: 60 },
    );
  });
});
