// Fenland & Tide: a natural history magazine. Dublin Core metadata, captions in the margin, crossheads.

import { longDate } from '../dates.ts';
import { OUTLET_HOSTS } from '../hosts.ts';
import { blocks, html, type Markup, metas, raw } from '../html.ts';
import { person } from '../people.ts';
import type { Outlet, Shelf, Version } from '../types.ts';
import { picturePath, versionUrl } from '../urls.ts';
import { licenceLink, licenceUrl, listed, relatedTo, sectionOf } from './shared.ts';

const host = OUTLET_HOSTS.fenland;

const mark = raw(
  '<svg viewBox="0 0 60 60" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round"><path d="M30 56C29 40 30 24 34 6M30 44C22 38 16 28 14 16M31 36C38 32 45 24 48 14M4 56q6-5 13 0t13 0 13 0 13 0"/></g><path d="M34 6c5 1 6 9 3 17-5-2-7-12-3-17zM14 16c-4 1-4 8 1 12 3-3 3-10-1-12zM48 14c4 2 3 9-3 12-2-4-1-11 3-12z" fill="currentColor"/></svg>',
);

const sections = [
  { slug: 'water', name: 'Water' },
  { slug: 'wild', name: 'Wild' },
  { slug: 'coast', name: 'Coast' },
];

function page(title: string, head: Markup[], body: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="en-GB" prefix="dcterms: http://purl.org/dc/terms/">
<head>
<meta charset="UTF-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link href="/assets/site.css" rel="stylesheet">
<link href="/assets/mark.svg" rel="icon" type="image/svg+xml">
${head}
</head>
<body>
<header class="cover-line"><a class="title" href="/">${mark}<span>Fenland <i>&amp;</i> Tide</span></a><nav><ul>${sections.map((entry) => html`<li><a href="/${entry.slug}">${entry.name}</a></li>`)}<li><a href="#newsletter">Field letter</a></li></ul></nav></header>
${body}
<div class="field-letter" id="newsletter"><p>A letter from wet places, on the first of the month.</p><form action="/" method="get"><label>Address <input type="email" name="address"></label> <button>Send</button></form></div>
<footer><p><b>Fenland &amp; Tide</b> is printed four times a year on paper that was once something else.</p><p>Editor: Wren Ashdown. Letters: The Sluice House, Withy Lode. An invented magazine on the Stemma newsstand.</p></footer>
</body>
</html>`;
}

function article(of: Version, shelf: Shelf): Markup {
  const section = sectionOf(fenland, of);
  const related = relatedTo(of, shelf);
  const writer = person(of.authors.at(-1) ?? '');
  return page(
    `${of.copy.headline} — Fenland & Tide`,
    [
      html`<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">`,
      html`<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">`,
      ...metas('name', [
        ['DC.title', of.copy.headline],
        ['DC.description', of.copy.standfirst],
        ['DC.publisher', 'Fenland & Tide'],
        ['DC.date.issued', of.published],
        ['DCTERMS.modified', of.modified],
        ['DC.type', 'Text.Article'],
        ['DC.language', 'en-GB'],
        ['DC.identifier', versionUrl(of)],
        ['DC.rights', licenceUrl(of) === undefined ? undefined : `Picture: ${of.picture.licence}`],
      ]),
      ...of.authors.map((name) => html`<meta name="DC.creator" content="${name}">`),
    ],
    html`<main>
<article>
<header class="opening"><p class="rubric"><a href="/${section.slug}">${section.name}</a></p><h1>${of.copy.headline}</h1><p class="deck">${of.copy.standfirst}</p><p class="written">${listed(of.authors)}</p></header>
<figure class="wide"><img src="${picturePath(of)}" alt="${of.picture.alt}" width="1600" height="1000"><figcaption><p>${of.picture.caption}</p><p class="photographer">Photograph: ${of.picture.credit}${of.picture.licence === undefined ? undefined : html`, ${licenceLink(of)}`}</p></figcaption></figure>
<div class="columns">
<aside class="margin"><p>${of.published === undefined ? undefined : html`Published <time datetime="${of.published}">${longDate(of.published)}</time>`}</p>${of.modified === undefined ? undefined : html`<p>Corrected <time datetime="${of.modified}">${longDate(of.modified)}</time></p>`}<p><button type="button">Copy link</button></p><p><button type="button">Print, two pages</button></p></aside>
<section class="text">
${blocks(of.copy.body).map((block) => {
  if (block.kind === 'crosshead') return html`<h3>${block.content}</h3>`;
  if (block.kind === 'quotation') return html`<blockquote>${block.content}</blockquote>`;
  return html`<p>${block.content}</p>`;
})}
<p class="leaf" aria-hidden="true">${mark}</p>
</section>
</div>
${of.creditLine === undefined ? undefined : html`<p class="permission">${of.creditLine}</p>`}
${writer === undefined ? undefined : html`<aside class="contributor"><h4>${of.authors.at(-1)}</h4><p>${writer.bio}</p></aside>`}
</article>
<section class="further"><h2>Further reading</h2>${related.map(spread)}</section>
</main>`,
  );
}

function spread(of: Version): Markup {
  return html`<a class="spread" href="${of.path}"><img src="${picturePath(of)}" width="1600" height="1000" alt="" loading="lazy"><span><small>${sectionOf(fenland, of).name}</small><b>${of.copy.headline}</b><i>${of.copy.standfirst}</i></span></a>`;
}

export const fenland: Outlet = {
  id: 'fenland',
  name: 'Fenland & Tide',
  host,
  tagline: 'A quarterly of wet places',
  language: 'en',
  colour: '#4d6b3c',
  sections,
  sectionPath: (section) => `/${section.slug}`,
  convention: 'Dublin Core, captions and dates in the margin',
  sheet: 'fenland.css',
  mark,
  article,
  front: (shelf) =>
    page(
      'Fenland & Tide — a quarterly of wet places',
      metas('name', [
        ['DC.title', 'Fenland & Tide'],
        ['DC.type', 'Collection'],
      ]),
      html`<main><header class="issue"><p>No. 58 · Summer 2025</p><h1>A quarterly of wet places</h1></header><section class="further">${shelf.articles.map(spread)}</section><section class="almanac"><h2>Almanac for July</h2><dl><dt>4th</dt><dd>Swifts screaming over the sluice at dusk</dd><dt>11th</dt><dd>Spring tide, the causeway under water by nine</dd><dt>19th</dt><dd>First eels on the move if it rains</dd><dt>27th</dt><dd>Water mint in flower on the lode</dd></dl></section></main>`,
    ),
  section: (section, shelf) =>
    page(
      `${section.name} — Fenland & Tide`,
      [],
      html`<main><header class="issue"><h1>${section.name}</h1></header><section class="further">${shelf.articles.filter((entry) => entry.section === section.slug).map(spread)}</section></main>`,
    ),
};
