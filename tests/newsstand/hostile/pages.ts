// Pages that are broken, huge or lying: what a reader of pages has to survive.

import { HOSTILE_HOST, UNLISTED_HOST } from '../hosts.ts';
import { blocks, escape, html, jsonLd, type Markup, raw } from '../html.ts';
import { chance } from '../pictures/draw.ts';
import { version } from '../stories/index.ts';
import type { Copy, Expectation, Resource } from '../types.ts';
import { FAKES, REMOVES, RERENDERS, singlePage } from './scripts.ts';

export interface HostilePage {
  url: string;
  title: string;
  expect: Expectation;
  resource: Resource;
}

const MEBIBYTE = 1024 * 1024;

function bodyOf(of: Copy): Markup[] {
  return blocks(of.body).map((block) => html`<p>${block.content}</p>`);
}

function page(head: Markup | Markup[], content: Markup): string {
  return html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${head}</head><body>${content}</body></html>`
    .source;
}

/** An article page with nothing wrong about it but what `head` and `tail` do. */
function articlePage(of: Copy, head: Markup, tail: Markup): string {
  return page(
    html`<title>${of.headline}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2025-09-01">${head}`,
    html`<main id="root"><article><h1>${of.headline}</h1><p class="by">By the desk, 1 September 2025</p>${bodyOf(of)}</article></main>${tail}`,
  );
}

const script = (source: string): Markup => raw(`<script>${source}</script>`);

function metadata(of: Copy): string {
  const long = 'A'.repeat(MEBIBYTE);
  const nasty =
    '"><script>document.documentElement.dataset.owned="1"</script><img src=x onerror="document.documentElement.dataset.owned=2">';
  const ld = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': ['NewsArticle', 7, null, { toString: 'x' }],
    headline: nasty,
    datePublished: '9999-99-99T99:99:99Z',
    dateModified: { '@value': ['2025'] },
    author: [{ name: nasty }, 12, null, [[[{ name: 'deep' }]]], 'javascript:alert(1)'],
    publisher: { name: long },
    url: 'javascript:alert(document.domain)',
    image: [
      {
        url: 'javascript:alert(2)',
        caption: nasty,
        creditText: long,
        license: 'javascript:alert(3)',
      },
      'data:text/html,<script>1</script>',
    ],
    __proto__: { polluted: true },
  }).replace(/</g, '\\u003c');
  const head = raw(
    [
      `<title>${escape(nasty)} ${escape(of.headline)}</title>`,
      `<meta property="og:type" content="article">`,
      `<meta property="og:title" content="${escape(nasty)}">`,
      `<meta property="og:site_name" content="${escape('‮' + nasty)}">`,
      `<meta property="og:url" content="javascript:alert(1)">`,
      `<meta property="article:published_time" content="yesterday-ish">`,
      `<meta name="description" content="${long}">`,
      `<meta name="author" content="${escape(nasty)}">`,
      `<meta name="keywords" content="${'k,'.repeat(MEBIBYTE / 2)}">`,
      `<link rel="canonical" href="javascript:alert(1)">`,
      `<base href="javascript:alert(1)//">`,
      `<script type="application/ld+json">${ld}</script>`,
      '<script type="application/ld+json">{ "broken": </script>',
      `<script type="application/ld+json">${'['.repeat(5000)}${']'.repeat(5000)}</script>`,
    ].join(''),
  );
  return page(
    head,
    html`<article><h1>${of.headline}</h1><p class="byline">By <a rel="author" href="javascript:alert(1)">The desk</a></p><figure><img alt="${nasty}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>${nasty} Photo: <a href="javascript:alert(4)" rel="license">CC BY 4.0</a></figcaption></figure>${bodyOf(of)}</article>`,
  );
}

function fiveMegabytes(): string {
  const random = chance(5);
  const words =
    'harbour council ferry morning letter river engine bell window paper glass winter market road number voice table stone field garden'.split(
      ' ',
    );
  const paragraphs: string[] = [];
  let size = 0;
  while (size < 5 * MEBIBYTE) {
    const sentence: string[] = [];
    for (let index = 0; index < 60; index += 1) {
      sentence.push(`${words[Math.floor(random() * words.length)]}${Math.floor(random() * 90)}`);
    }
    const paragraph = `<p>${sentence.join(' ')}.</p>`;
    paragraphs.push(paragraph);
    size += paragraph.length;
  }
  return page(
    html`<title>Five megabytes of minutes</title><meta property="og:type" content="article">`,
    html`<article><h1>Five megabytes of minutes</h1>${raw(paragraphs.join('\n'))}</article>`,
  );
}

function junk(): string {
  const random = chance(10);
  let out = '';
  for (let index = 0; index < 10_000; index += 1) {
    const name = ['div', 'span', 'li', 'section', 'b', 'a'][Math.floor(random() * 6)] ?? 'div';
    out += `<${name} class="j${index % 97}" data-k="${index}">${index % 9 === 0 ? `item ${index}` : ''}</${name}>`;
  }
  return page(html`<title>Inventory</title>`, html`<div id="grid">${raw(out)}</div>`);
}

const RESTYLE = raw(`<style>
* { transform: rotate(.4deg) !important; letter-spacing: 3px !important; text-transform: uppercase !important; color: #c00 !important; font: 30px/2 fantasy !important; }
span:not([class]), div:not([class]):not([id]), h1 ~ *:not(p):not(figure), h1 *, button { display: none !important; visibility: hidden !important; opacity: 0 !important; position: fixed !important; left: -9999px !important; width: 0 !important; height: 0 !important; overflow: hidden !important; pointer-events: none !important; content-visibility: hidden !important; clip-path: inset(100%) !important; }
</style>`);

function at(
  path: string,
  title: string,
  expect: Expectation,
  body: string | (() => string),
  headers?: Record<string, string>,
): HostilePage {
  return {
    url: `https://${HOSTILE_HOST}${path}`,
    title,
    expect,
    resource: {
      type: 'text/html; charset=utf-8',
      body,
      ...(headers === undefined ? {} : { headers }),
    },
  };
}

const copy = (note: string): Expectation => ({ verdict: 'copy', isArticle: true, note });
const none = (note: string): Expectation => ({ isArticle: false, note });

/** All hostile pages. Each holds a story of the newsstand unless its fault is to hold none. */
export function hostilePages(): HostilePage[] {
  const strike = version('ferry-strike/harbour').copy;
  const dredging = version('dredging-vote/harbour').copy;
  const meals = version('school-meals/meridian').copy;
  const train = version('night-train/vallis').copy;
  const spa = singlePage(strike);
  return [
    at(
      '/no-title',
      '',
      copy('An article without a title or a heading, whose metadata names none.'),
      page(
        [jsonLd({ '@context': 'https://schema.org', '@type': 'NewsArticle' })],
        html`<article>${bodyOf(strike)}</article>`,
      ),
    ),
    at(
      '/empty-article',
      'Nothing yet',
      none('Metadata of an article around an empty body.'),
      page(
        html`<title>Nothing yet</title><meta property="og:type" content="article"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Nothing yet","datePublished":"2025-09-01"}</script>`,
        html`<article><h1>Nothing yet</h1></article>`,
      ),
    ),
    at(
      '/five-megabytes',
      'Five megabytes of minutes',
      { isArticle: true, note: 'Five megabytes of text that nobody wrote: no freeze, no claim.' },
      fiveMegabytes,
    ),
    at('/junk', 'Inventory', none('Ten thousand elements without a story.'), junk),
    at(
      '/metadata',
      dredging.headline,
      copy('Metadata full of scripts, false addresses and megabytes.'),
      () => metadata(dredging),
    ),
    at(
      '/clobbers',
      meals.headline,
      {
        isArticle: true,
        note: 'Forms and pictures whose names shadow the document’s own: nothing may break.',
      },
      articlePage(
        meals,
        html``,
        raw(
          '<form id="f"><input name="body"><input name="head"><input name="title"><input name="querySelector"></form><img name="body" alt=""><img name="querySelector" alt=""><img name="querySelectorAll" alt=""><img name="documentElement" alt=""><img name="cloneNode" alt=""><a id="URL"></a><a id="location"></a>',
        ),
      ),
    ),
    at(
      '/removes-badge',
      strike.headline,
      copy('A script that takes away whatever is put near the headline.'),
      articlePage(strike, html``, script(REMOVES)),
    ),
    at(
      '/restyles',
      strike.headline,
      copy('Styles that hide and twist whatever the page did not make itself.'),
      articlePage(strike, RESTYLE, html``),
    ),
    at(
      '/fakes',
      train.headline,
      {
        verdict: 'no-match',
        isArticle: true,
        note: 'A script that sends messages as if it were the extension, and a badge of its own making.',
      },
      articlePage(train, html``, script(FAKES)),
    ),
    at('/spa', 'The Single Page', none('A list that turns into an article without a load.'), spa),
    at(
      '/spa/story',
      strike.headline,
      copy('The article of the single page, loaded by itself.'),
      spa,
    ),
    at(
      '/rerenders',
      meals.headline,
      copy('The article’s elements are made anew after half a second, then again.'),
      articlePage(meals, html``, script(RERENDERS)),
    ),
    at(
      '/no-scripts',
      dredging.headline,
      copy('A policy that forbids every script and style.'),
      articlePage(dredging, html``, html``),
      { 'content-security-policy': "default-src 'none'; sandbox" },
    ),
  ];
}

/** Pages on a host that no build of the extension is given. */
export function unlistedPages(): HostilePage[] {
  const strike = version('ferry-strike/harbour').copy;
  const type = 'text/html; charset=utf-8';
  const path = '/reposts/strike-over';
  return [
    {
      url: `https://${UNLISTED_HOST}${path}`,
      title: strike.headline,
      expect: {
        verdict: 'copy',
        isArticle: true,
        note: 'A copy on a host without permission: read only after a click.',
      },
      resource: { type, body: articlePage(strike, html``, html``) },
    },
    {
      url: `https://${UNLISTED_HOST}/`,
      title: 'Unlisted',
      expect: { isArticle: false, note: 'The front page of a host without permission.' },
      resource: {
        type,
        body: page(
          html`<title>Unlisted</title>`,
          html`<h1>Unlisted</h1><ul><li><a href="${path}">${strike.headline}</a></li></ul>`,
        ),
      },
    },
  ];
}
