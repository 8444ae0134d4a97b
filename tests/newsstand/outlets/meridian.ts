// The Meridian Dispatch: a dark investigative site. OpenGraph only, no <article>, and a strict content policy.

import { longDate } from '../dates.ts';
import { OUTLET_HOSTS } from '../hosts.ts';
import { blocks, html, type Markup, metas, raw } from '../html.ts';
import { person } from '../people.ts';
import type { Outlet, Shelf, Version } from '../types.ts';
import { picturePath, pictureUrl, versionUrl } from '../urls.ts';
import { licenceLink, listed, others, readingMinutes, relatedTo, sectionOf } from './shared.ts';

const host = OUTLET_HOSTS.meridian;

const mark = raw(
  '<svg viewBox="0 0 48 48" aria-hidden="true"><g fill="none" stroke="#e2a63d" stroke-width="2.4"><circle cx="24" cy="24" r="21"/><ellipse cx="24" cy="24" rx="9" ry="21"/><path d="M24 3V45"/></g><circle cx="24" cy="24" r="4.4" fill="#e2a63d"/></svg>',
);

const sections = [
  { slug: 'investigations', name: 'Investigations' },
  { slug: 'diary', name: 'Diary' },
  { slug: 'labour', name: 'Labour' },
];

function page(title: string, head: Markup[], body: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="dark">
<meta name="theme-color" content="#0f1113">
<title>${title}</title>
<link rel="stylesheet" href="/assets/site.css">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
${head}
</head>
<body>
<header class="top"><a class="wordmark" href="/">${mark}<span>The Meridian<br>Dispatch</span></a><nav aria-label="Sections">${sections.map((entry) => html`<a href="/${entry.slug}/">${entry.name}</a>`)}</nav><a class="support" href="#newsletter">Support us</a></header>
${body}
<section class="pledge" id="newsletter"><h2>We publish about one story a week.</h2><p>Leave an address and you will hear from us exactly that often.</p><form action="/" method="get"><input type="email" name="m" aria-label="Your e-mail address" placeholder="Your e-mail address"><button type="submit">Write to me</button></form></section>
<footer class="end"><p>${mark} The Meridian Dispatch is owned by its readers. Documents can be left at the desk, 4 Gable Lane, Saltmere.</p><p>An invented publication on the Stemma newsstand.</p></footer>
</body>
</html>`;
}

function article(of: Version, shelf: Shelf): Markup {
  const section = sectionOf(meridian, of);
  const url = versionUrl(of);
  const body = blocks(of.copy.body).map((block) => {
    if (block.kind === 'crosshead') return html`<h2>${block.content}</h2>`;
    if (block.kind === 'quotation') return html`<blockquote><p>${block.content}</p></blockquote>`;
    return html`<p>${block.content}</p>`;
  });
  const writer = person(of.authors.at(-1) ?? '');
  return page(
    of.copy.headline,
    [
      ...metas('property', [
        ['og:type', 'article'],
        ['og:site_name', 'The Meridian Dispatch'],
        ['og:title', of.copy.headline],
        ['og:description', of.copy.standfirst],
        ['og:url', url],
        ['og:image', pictureUrl(of)],
        ['og:image:alt', of.picture.alt],
        ['article:published_time', of.published],
        ['article:modified_time', of.modified],
        ['article:section', section.name],
      ]),
      ...of.authors.map((name) => html`<meta property="article:author" content="${name}">`),
    ],
    html`<main id="content">
<section class="opener"><div class="opener-picture"><img src="${picturePath(of)}" width="1600" height="1000" alt="${of.picture.alt}"></div><div class="opener-words"><a class="opener-section" href="/${section.slug}/">${section.name}</a><h1>${of.copy.headline}</h1><p class="intro">${of.copy.standfirst}</p></div></section>
<div class="strip"><p class="credits"><span>Words</span> ${listed(of.authors)}</p>${of.published === undefined ? undefined : html`<p class="credits"><span>Date</span> ${longDate(of.published)}</p>`}<p class="credits"><span>Length</span> ${readingMinutes(of)} minutes</p><p class="tools"><button type="button">Copy link</button><button type="button">Text size</button></p></div>
<p class="image-caption">${of.picture.caption} <span class="image-credit">Picture: ${of.picture.credit}${of.picture.licence === undefined ? undefined : html` (${licenceLink(of)})`}</span></p>
<div class="prose">
${body}
</div>
${of.creditLine === undefined ? undefined : html`<p class="origin">${of.creditLine}</p>`}
${writer === undefined ? undefined : html`<div class="author-bio"><p><b>${of.authors.at(-1)}</b>, ${writer.role.toLowerCase()}</p><p>${writer.bio}</p></div>`}
<section class="onward"><h2>Keep reading</h2><div class="tiles">${relatedTo(of, shelf).map(tile)}</div><h2 class="small">From the file</h2><ul>${others(of, shelf, 4).map((entry) => html`<li><a href="${entry.path}">${entry.copy.headline}</a></li>`)}</ul></section>
</main>`,
  );
}

function tile(of: Version): Markup {
  return html`<a class="tile" href="${of.path}"><img src="${picturePath(of, 800)}" width="800" height="500" alt="" loading="lazy"><span class="tile-section">${sectionOf(meridian, of).name}</span><span class="tile-title">${of.copy.headline}</span><span class="tile-text">${of.copy.standfirst}</span></a>`;
}

export const meridian: Outlet = {
  id: 'meridian',
  name: 'The Meridian Dispatch',
  host,
  tagline: 'Slow reporting on fast money',
  language: 'en',
  colour: '#e2a63d',
  sections,
  sectionPath: (section) => `/${section.slug}/`,
  convention: 'OpenGraph only, no <article>, strict content policy',
  sheet: 'meridian.css',
  mark,
  headers: {
    'content-security-policy':
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; require-trusted-types-for 'script'",
    'x-content-type-options': 'nosniff',
  },
  article,
  front: (shelf) => {
    const [lead, ...rest] = shelf.articles;
    if (!lead) throw new Error('The Meridian Dispatch has no stories');
    return page(
      'The Meridian Dispatch: slow reporting on fast money',
      metas('property', [
        ['og:type', 'website'],
        ['og:site_name', 'The Meridian Dispatch'],
      ]),
      html`<main id="content"><section class="opener"><div class="opener-picture"><img src="${picturePath(lead)}" width="1600" height="1000" alt=""></div><div class="opener-words"><span class="opener-section">${sectionOf(meridian, lead).name}</span><h1><a href="${lead.path}">${lead.copy.headline}</a></h1><p class="intro">${lead.copy.standfirst}</p></div></section><section class="onward"><div class="tiles">${rest.map(tile)}</div></section></main>`,
    );
  },
  section: (section, shelf) =>
    page(
      `${section.name} · The Meridian Dispatch`,
      [],
      html`<main id="content"><section class="onward"><h1 class="shelf">${section.name}</h1><div class="tiles">${shelf.articles.filter((entry) => entry.section === section.slug).map(tile)}</div></section></main>`,
    ),
};
