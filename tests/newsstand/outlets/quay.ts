// The Quay Post: a loud young local site. Microformats and a content system's habits; no JSON-LD, hardly any OpenGraph.

import { americanDate, clock } from '../dates.ts';
import { OUTLET_HOSTS } from '../hosts.ts';
import { blocks, html, type Markup, metas, raw } from '../html.ts';
import { person } from '../people.ts';
import type { Outlet, Shelf, Version } from '../types.ts';
import { picturePath, versionUrl } from '../urls.ts';
import { licenceLink, listed, others, readingMinutes, relatedTo, sectionOf } from './shared.ts';

const host = OUTLET_HOSTS.quay;

const mark = raw(
  '<svg viewBox="0 0 56 48" aria-hidden="true"><path d="M28 2C14 2 4 10 4 20c0 6 4 12 10 15l-2 11 12-9c1 .2 3 .2 4 .2 14 0 24-7 24-17.2S42 2 28 2z" fill="#111"/><path d="M16 23q4-5 8 0t8 0 8 0" fill="none" stroke="#ffd60a" stroke-width="4" stroke-linecap="round"/></svg>',
);

const sections = [
  { slug: 'news', name: 'News' },
  { slug: 'sport', name: 'Sport' },
  { slug: 'longreads', name: 'Long reads' },
];

/** A post's number, as a content system would have given it. */
function postNumber(of: Version): number {
  let sum = 400;
  for (const char of of.id) sum += char.charCodeAt(0);
  return sum;
}

function page(title: string, bodyClass: string, head: Markup[], body: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="en-US">
<head>
<meta charset="UTF-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${title}</title>
<link rel='stylesheet' id='quay-style-css' href='/assets/site.css' media='all' />
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
<meta name="generator" content="Bollard 6.2" />
${head}
</head>
<body class="${bodyClass}">
<div id="page" class="site">
<header id="masthead" class="site-header"><div class="site-branding"><p class="site-title"><a href="/" rel="home">${mark}<span>Quay<br>Post</span></a></p><p class="site-description">${quay.tagline}</p></div>
<nav id="site-navigation" class="main-navigation"><ul id="primary-menu" class="menu">${sections.map((entry) => html`<li class="menu-item"><a href="/category/${entry.slug}/">${entry.name}</a></li>`)}<li class="menu-item menu-item-cta"><a href="#newsletter">Get the Post</a></li></ul></nav></header>
<div id="content" class="site-content">
${body}
</div>
<aside id="newsletter" class="widget widget_signup"><h2 class="widget-title">Get the Post in your post</h2><p>Fridays. Short. With the tide times.</p><form action="/" method="get"><input type="email" name="EMAIL" aria-label="E-mail" placeholder="you@somewhere.example" /><input type="submit" value="Go on then" /></form></aside>
<footer id="colophon" class="site-footer"><div class="site-info">The Quay Post, above the net shop, Saltmere. <span class="sep">|</span> hello@quay-post.example <span class="sep">|</span> An invented site on the Stemma newsstand.</div></footer>
</div>
</body>
</html>`;
}

function article(of: Version, shelf: Shelf): Markup {
  const section = sectionOf(quay, of);
  const id = postNumber(of);
  const writer = person(of.authors[0] ?? '');
  const content = blocks(of.copy.body).map((block, index) => {
    if (block.kind === 'crosshead') return html`<h3 class="wp-block-heading">${block.content}</h3>`;
    if (block.kind === 'quotation')
      return html`<blockquote class="wp-block-quote"><p>${block.content}</p></blockquote>`;
    return html`<p${raw(index === 0 ? ' class="has-drop-cap"' : '')}>${block.content}</p>`;
  });
  const meta =
    of.published === undefined
      ? html`<span class="byline">by <span class="author vcard p-author h-card">${listed(of.authors)}</span></span>`
      : html`<span class="posted-on"><time class="entry-date published dt-published" datetime="${of.published}">${americanDate(of.published)}${clock(of.published) === undefined ? '' : ` at ${clock(of.published)}`}</time></span> <span class="byline">by <span class="author vcard p-author h-card">${listed(of.authors)}</span></span>`;
  return page(
    `${of.copy.headline} - Quay Post`,
    `single single-post postid-${id}`,
    [
      html`<link rel="canonical" href="${versionUrl(of)}" />`,
      html`<link rel="shortlink" href="/?p=${id}" />`,
      ...metas('property', [['og:title', of.copy.headline]]),
    ],
    html`<main id="main" class="site-main">
<article id="post-${id}" class="post-${id} post type-post status-publish format-standard has-post-thumbnail hentry h-entry category-${section.slug}">
<header class="entry-header"><span class="cat-links"><a href="/category/${section.slug}/" rel="category tag" class="p-category">${section.name}</a></span><h1 class="entry-title p-name">${of.copy.headline}</h1><div class="entry-excerpt p-summary">${of.copy.standfirst}</div><div class="entry-meta">${meta} <span class="reading">${readingMinutes(of)} min</span></div></header>
<div class="post-thumbnail wp-caption"><img class="wp-post-image u-photo" src="${picturePath(of, 1600)}" srcset="${picturePath(of, 800)} 800w, ${picturePath(of, 1600)} 1600w" sizes="(max-width: 800px) 100vw, 1100px" width="1600" height="1000" alt="${of.picture.alt}" /><p class="wp-caption-text">${of.picture.caption} Photo: ${of.picture.credit}${of.picture.licence === undefined ? undefined : html` (${licenceLink(of)})`}</p></div>
<div class="entry-content e-content">
${content}
${of.creditLine === undefined ? undefined : html`<p class="via"><em>${of.creditLine}</em></p>`}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this</h3><ul><li><a href="mailto:?subject=${encodeURIComponent(of.copy.headline)}" class="share-email">Email</a></li><li><button type="button">Link</button></li><li><button type="button">Pin it up</button></li></ul></div>
</div>
<footer class="entry-footer"><span class="tags-links">Tagged <span rel="tag">Saltmere</span>, <span rel="tag">${section.name.toLowerCase()}</span></span></footer>
${writer === undefined ? undefined : html`<div class="author-box"><h2>${of.authors[0]}</h2><p>${writer.bio}</p></div>`}
</article>
<nav class="related-posts"><h2>You might also</h2><ul>${relatedTo(of, shelf).map(item)}</ul></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">2 thoughts</h2><ol class="comment-list"><li class="comment"><b>Gullwatcher</b><p>Finally somebody wrote this up. My aunt has been saying so for years.</p></li><li class="comment"><b>No. 9 regular</b><p>Is the bus stop going to be moved back or not?</p></li></ol></div>
</main>
<aside id="secondary" class="widget-area"><section class="widget"><h2 class="widget-title">Latest</h2><ul>${others(of, shelf, 5).map((entry) => html`<li><a href="${entry.path}">${entry.copy.headline}</a></li>`)}</ul></section><section class="widget widget_number"><b>9</b><p>minutes late: the number 9 bus, this morning</p></section></aside>`,
  );
}

function item(of: Version): Markup {
  return html`<li class="post-card category-${of.section}"><a href="${of.path}"><img src="${picturePath(of, 800)}" width="800" height="500" alt="" loading="lazy" /><span class="cat-links">${sectionOf(quay, of).name}</span><strong>${of.copy.headline}</strong><span class="excerpt">${of.copy.standfirst}</span></a></li>`;
}

export const quay: Outlet = {
  id: 'quay',
  name: 'Quay Post',
  host,
  tagline: 'Saltmere, out loud',
  language: 'en',
  colour: '#ffd60a',
  sections,
  sectionPath: (section) => `/category/${section.slug}/`,
  convention: 'Microformats, reader comments, one page without a date',
  sheet: 'quay.css',
  mark,
  article,
  front: (shelf) =>
    page(
      'Quay Post - Saltmere, out loud',
      'home blog',
      [],
      html`<main id="main" class="site-main wide"><ul class="post-grid">${shelf.articles.map(item)}</ul></main>`,
    ),
  section: (section, shelf) =>
    page(
      `${section.name} Archives - Quay Post`,
      `archive category category-${section.slug}`,
      [],
      html`<main id="main" class="site-main wide"><header class="page-header"><h1 class="page-title">${section.name}</h1></header><ul class="post-grid">${shelf.articles.filter((entry) => entry.section === section.slug).map(item)}</ul></main>`,
    ),
};
