// The Harbour Gazette: a port city's broadsheet. One JSON-LD NewsArticle, OpenGraph, BEM class names.

import { clock, longDate, shortDate } from '../dates.ts';
import { OUTLET_HOSTS } from '../hosts.ts';
import { blocks, html, jsonLd, type Markup, metas, raw } from '../html.ts';
import { person } from '../people.ts';
import type { Outlet, Shelf, Version } from '../types.ts';
import { picturePath, pictureUrl, versionUrl } from '../urls.ts';
import {
  defined,
  initials,
  licenceLink,
  licenceUrl,
  listed,
  others,
  readingMinutes,
  relatedTo,
  sectionOf,
} from './shared.ts';

const host = OUTLET_HOSTS.harbour;
const home = `https://${host}`;

const mark = raw(
  '<svg viewBox="0 0 64 64" aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"><circle cx="32" cy="32" r="29"/><circle cx="32" cy="15.5" r="4"/><path d="M32 19.5V52M23 25.5h18M14.5 37c1.5 10 8.5 15 17.5 15s16-5 17.5-15M10.5 41.5l4-5 5.5 3M53.5 41.5l-4-5-5.5 3"/></g></svg>',
);

const sections = [
  { slug: 'city', name: 'City' },
  { slug: 'port', name: 'Port' },
  { slug: 'world', name: 'World' },
];

function page(title: string, head: Markup[], body: Markup, current = ''): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/assets/site.css">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
${head}
</head>
<body>
<a class="skip-link" href="#main">Skip to the story</a>
<header class="masthead">
<div class="masthead__ears"><span>Saltmere, ${longDate('2025-07-08')}</span><span class="masthead__tide">High water 11.42 · 4.9 m</span><a href="#newsletter">The Tide Table, by e-mail</a></div>
<a class="masthead__name" href="/"><span class="masthead__mark">${mark}</span>The Harbour Gazette</a>
<p class="masthead__tagline">${harbour.tagline}</p>
<nav class="masthead__nav" aria-label="Sections"><a href="/"${raw(current === '/' ? ' aria-current="page"' : '')}>Front page</a>${sections.map(
    (entry) =>
      html`<a href="/${entry.slug}/"${raw(current === entry.slug ? ' aria-current="page"' : '')}>${entry.name}</a>`,
  )}<a href="#notices">Notices</a><a href="#colophon">About</a></nav>
</header>
${body}
<section class="letter" id="newsletter"><div><h2>The Tide Table</h2><p>What came in and what went out, at half past six each morning.</p></div><form action="/" method="get"><label for="letter-mail">E-mail address</label><input id="letter-mail" type="email" name="mail" autocomplete="off" placeholder="you@harbour.example"><button type="submit">Sign up</button></form></section>
<footer class="foot" id="colophon">
<div class="foot__name">The Harbour Gazette</div>
<p>Founded 1871 and printed on the Long Quay ever since. An invented newspaper on the Stemma newsstand.</p>
<ul><li><a href="/">Front page</a></li>${sections.map((entry) => html`<li><a href="/${entry.slug}/">${entry.name}</a></li>`)}<li>Corrections: corrections@harbour-gazette.example</li></ul>
<small>© 2025 Harbour Gazette Press, Saltmere</small>
</footer>
</body>
</html>`;
}

function datelineOf(of: Version): string | undefined {
  return of.dateline === undefined ? undefined : `${of.dateline} — `;
}

function byline(of: Version): Markup {
  return html`<div class="byline"><span class="byline__portraits">${of.authors.map((name) => html`<span class="byline__portrait" aria-hidden="true">${initials(name)}</span>`)}</span><div><p class="byline__names">By <a rel="author" href="#author">${listed(of.authors)}</a></p>${
    of.published === undefined
      ? undefined
      : html`<p class="byline__time"><time datetime="${of.published}">${longDate(of.published)}${clock(of.published) === undefined ? undefined : html`, ${clock(of.published)}`}</time>${of.modified === undefined ? undefined : html` · Updated <time datetime="${of.modified}">${clock(of.modified) ?? longDate(of.modified)}</time>`} · ${readingMinutes(of)} min read</p>`
  }</div></div>`;
}

function article(of: Version, shelf: Shelf): Markup {
  const section = sectionOf(harbour, of);
  const url = versionUrl(of);
  const body = blocks(of.copy.body).map((block, index) => {
    if (block.kind === 'crosshead') return html`<h2 class="story__crosshead">${block.content}</h2>`;
    if (block.kind === 'quotation')
      return html`<blockquote class="story__quote"><p>${block.content}</p></blockquote>`;
    const place = index === 0 ? datelineOf(of) : undefined;
    const dateline =
      place === undefined ? undefined : html`<span class="story__dateline">${place}</span>`;
    return html`<p class="story__paragraph">${dateline}${block.content}</p>`;
  });
  const [first, second] = relatedTo(of, shelf);
  if (first) {
    body.splice(
      3,
      0,
      html`<aside class="story__inset"><span>Related</span><a href="${first.path}">${first.copy.headline}</a></aside>`,
    );
  }
  const head = [
    html`<meta name="description" content="${of.copy.standfirst}">`,
    html`<meta name="author" content="${listed(of.authors)}">`,
    html`<link rel="canonical" href="${url}">`,
    ...metas('property', [
      ['og:type', 'article'],
      ['og:site_name', harbour.name],
      ['og:title', of.copy.headline],
      ['og:description', of.copy.standfirst],
      ['og:url', url],
      ['og:image', pictureUrl(of)],
      ['og:locale', 'en_GB'],
      ['article:published_time', of.published],
      ['article:modified_time', of.modified],
      ['article:section', section.name],
    ]),
    ...metas('name', [
      ['twitter:card', 'summary_large_image'],
      ['twitter:title', of.copy.headline],
    ]),
    jsonLd({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: { '@type': 'WebPage', '@id': url },
      headline: of.copy.headline,
      description: of.copy.standfirst,
      ...defined({ datePublished: of.published, dateModified: of.modified ?? of.published }),
      author: of.authors.map((name) => ({ '@type': 'Person', name })),
      publisher: {
        '@type': 'NewsMediaOrganization',
        name: harbour.name,
        logo: { '@type': 'ImageObject', url: `${home}/assets/mark.svg` },
      },
      image: defined({
        '@type': 'ImageObject',
        url: pictureUrl(of),
        caption: of.picture.caption,
        creditText: of.picture.credit,
        license: licenceUrl(of),
      }),
      articleSection: section.name,
      isAccessibleForFree: true,
      inLanguage: 'en',
    }),
  ];
  const writer = person(of.authors[0] ?? '');
  return page(
    `${of.copy.headline} | The Harbour Gazette`,
    head,
    html`<main class="sheet" id="main">
<article class="story">
<header class="story__header">
<p class="story__kicker"><a href="/${section.slug}/">${section.name}</a></p>
<h1 class="story__headline">${of.copy.headline}</h1>
<p class="story__standfirst">${of.copy.standfirst}</p>
${byline(of)}
<ul class="share" aria-label="Share this story"><li><a href="mailto:?subject=${encodeURIComponent(of.copy.headline)}">E-mail</a></li><li><button type="button">Copy link</button></li><li><button type="button">Print</button></li><li><button type="button">Save for later</button></li></ul>
</header>
<figure class="story__figure"><img src="${picturePath(of, 800)}" srcset="${picturePath(of, 800)} 800w, ${picturePath(of, 1600)} 1600w" sizes="(min-width: 1000px) 960px, 100vw" width="1600" height="1000" alt="${of.picture.alt}"><figcaption>${of.picture.caption} <span class="story__credit">Photo: ${of.picture.credit}${of.picture.licence === undefined ? undefined : html` (${licenceLink(of)})`}</span></figcaption></figure>
<div class="story__columns">
<div class="story__body">
${body}
${of.creditLine === undefined ? undefined : html`<footer class="story__source">${of.creditLine}</footer>`}
<div class="subscribe-meter"><strong>This is the second of five free stories this month.</strong> The Gazette’s reporting is paid for by its readers. <a href="#newsletter">Subscribe from 9 marks</a></div>
${writer === undefined ? undefined : html`<aside class="author" id="author"><span class="byline__portrait" aria-hidden="true">${initials(of.authors[0] ?? '')}</span><div><h2>${of.authors[0]}</h2><p class="author__role">${writer.role}</p><p>${writer.bio}</p></div></aside>`}
</div>
<aside class="rail"><h2>More from the Gazette</h2><ol>${others(of, shelf, 4).map((entry) => html`<li><a href="${entry.path}">${entry.copy.headline}</a></li>`)}</ol><div class="rail__box"><h2>Movements</h2><dl><dt>06.10</dt><dd>Aurelia, timber, from Hallgate</dd><dt>09.35</dt><dd>Patience, dredger, trials</dd><dt>14.20</dt><dd>Saint Ode, fruit, for Reedmouth</dd></dl></div></aside>
</div>
</article>
<section class="next"><h2>Read next</h2><div class="next__row">${[first, second].filter((entry) => entry !== undefined).map((entry) => card(entry))}</div></section>
</main>`,
    section.slug,
  );
}

function card(of: Version): Markup {
  return html`<a class="card" href="${of.path}"><img src="${picturePath(of, 400)}" width="400" height="250" loading="lazy" alt=""><span class="card__kicker">${sectionOf(harbour, of).name}</span><span class="card__headline">${of.copy.headline}</span>${of.published === undefined ? undefined : html`<span class="card__date">${shortDate(of.published)}</span>`}</a>`;
}

const NOTICES = [
  'Fish market closed on Thursday for the washing of the hall.',
  'Found on the No. 2 slip: one accordion, left-handed.',
  'Tide gauge at the Coal Steps out of order until Friday.',
  'Choir of St Ode’s seeks two basses, or one loud one.',
];

function front(shelf: Shelf): Markup {
  const [lead, ...rest] = shelf.articles;
  if (!lead) throw new Error('the Gazette has no stories');
  return page(
    'The Harbour Gazette | News from Saltmere and the strait',
    metas('property', [
      ['og:type', 'website'],
      ['og:site_name', harbour.name],
      ['og:title', harbour.name],
    ]),
    html`<main class="sheet" id="main">
<section class="lead"><div class="lead__text"><p class="story__kicker">${sectionOf(harbour, lead).name}</p><h2 class="lead__headline"><a href="${lead.path}">${lead.copy.headline}</a></h2><p class="lead__standfirst">${lead.copy.standfirst}</p><p class="lead__by">By ${listed(lead.authors)}</p></div><a class="lead__picture" href="${lead.path}" tabindex="-1" aria-hidden="true"><img src="${picturePath(lead, 800)}" width="800" height="500" alt=""></a></section>
<section class="next"><h2>More from the Gazette</h2><div class="next__row">${rest.map(card)}</div></section>
<section class="notices" id="notices"><h2>Notices</h2><ul>${NOTICES.map((notice) => html`<li>${notice}</li>`)}</ul></section>
</main>`,
    '/',
  );
}

export const harbour: Outlet = {
  id: 'harbour',
  name: 'The Harbour Gazette',
  host,
  tagline: 'News from Saltmere and the strait, since 1871',
  language: 'en',
  colour: '#0b4a5e',
  sections,
  sectionPath: (section) => `/${section.slug}/`,
  convention: 'JSON-LD NewsArticle, OpenGraph',
  sheet: 'harbour.css',
  mark,
  dateline: datelineOf,
  article,
  front,
  section: (section, shelf) =>
    page(
      `${section.name} | The Harbour Gazette`,
      [],
      html`<main class="sheet" id="main"><h1 class="section-title">${section.name}</h1><div class="list">${shelf.articles
        .filter((entry) => entry.section === section.slug)
        .map(
          (entry) =>
            html`<article class="list__item"><img src="${picturePath(entry, 400)}" width="400" height="250" alt=""><div><h2><a href="${entry.path}">${entry.copy.headline}</a></h2><p>${entry.copy.standfirst}</p><p class="list__by">${listed(entry.authors)}${entry.published === undefined ? undefined : html` · ${longDate(entry.published)}`}</p></div></article>`,
        )}</div></main>`,
      section.slug,
    ),
};
