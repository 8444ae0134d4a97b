// The Vallis Courier: a mountain valley's regional paper. Microdata, table-like layout, notices inside the text.

import { clock, longDate, shortDate } from '../dates.ts';
import { OUTLET_HOSTS } from '../hosts.ts';
import { blocks, html, type Markup, raw } from '../html.ts';
import { person } from '../people.ts';
import type { Outlet, Shelf, Version } from '../types.ts';
import { picturePath, pictureUrl, versionUrl } from '../urls.ts';
import { licenceUrl, others, relatedTo, sectionOf } from './shared.ts';

const host = OUTLET_HOSTS.vallis;

const mark = raw(
  '<svg viewBox="0 0 72 48" aria-hidden="true"><path d="M2 46L24 10l11 18L44 14l26 32z" fill="none" stroke="currentColor" stroke-width="3.4" stroke-linejoin="round"/><path d="M17 22l7 6 5-5M39 22l5 5 6-4" fill="none" stroke="currentColor" stroke-width="3" stroke-linejoin="round"/></svg>',
);

const sections = [
  { slug: 'valley', name: 'Valley' },
  { slug: 'courts', name: 'Courts' },
  { slug: 'transport', name: 'Transport' },
  { slug: 'sport', name: 'Sport' },
];

function page(title: string, head: Markup, body: Markup, current = ''): Markup {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" type="text/css" href="/assets/site.css">
<link rel="shortcut icon" href="/assets/mark.svg" type="image/svg+xml">
${head}
</head>
<body>
<div id="page">
<div id="header"><div id="logo"><a href="/">${mark}<span>Vallis Courier</span></a></div><div id="weather"><b>Oberau 14°</b><br>Föhn until evening, then rain</div></div>
<ul id="menu"><li${raw(current === '/' ? ' class="on"' : '')}><a href="/">Home</a></li>${sections.map((entry) => html`<li${raw(current === entry.slug ? ' class="on"' : '')}><a href="/${entry.slug}/index.html">${entry.name}</a></li>`)}<li class="right"><a href="#newsletter">Newsletter</a></li></ul>
${body}
<div id="footer"><div class="cols"><div><b>Vallis Courier</b><br>Kirchgasse 2, Oberau<br>Published Tuesday to Saturday</div><div><b>Desk</b><br>desk@vallis-courier.example<br>Deaths and weddings until 16.00</div><div id="newsletter"><b>Morning letter</b><form action="/" method="get"><input type="email" name="mail" aria-label="E-mail"><input type="submit" value="Order"></form></div></div><p>Independent since 1904. An invented newspaper on the Stemma newsstand.</p></div>
</div>
</body>
</html>`;
}

function rail(of: Version | undefined, shelf: Shelf): Markup {
  const list = of === undefined ? shelf.articles.slice(0, 5) : others(of, shelf, 5);
  return html`<div id="right">
<div class="box"><div class="box-title">Most read in the valley</div><ol>${list.map((entry) => html`<li><a href="${entry.path}">${entry.copy.headline}</a></li>`)}</ol></div>
<div class="box ad"><small>Advertisement</small><b>Moser’s Bakery</b><br>Rye, spelt and the long white one.<br>Open from five.</div>
<div class="box"><div class="box-title">Pass roads</div><table><tr><td>Sorrel Pass</td><td class="open">open</td></tr><tr><td>Hochtor</td><td class="shut">shut</td></tr><tr><td>Reed Saddle</td><td class="open">open</td></tr></table></div>
<div class="box"><div class="box-title">Lost and found</div><p>One skate, left. One hearing aid, right. Ask at the town hall.</p></div>
</div>`;
}

function datelineOf(of: Version): string | undefined {
  return of.dateline === undefined ? undefined : `${of.dateline}. `;
}

function article(of: Version, shelf: Shelf): Markup {
  const section = sectionOf(vallis, of);
  const url = versionUrl(of);
  const text = blocks(of.copy.body).map((block, index) => {
    if (block.kind === 'crosshead') return html`<h3 class="sub">${block.content}</h3>`;
    if (block.kind === 'quotation') return html`<blockquote>${block.content}</blockquote>`;
    const place = index === 0 ? datelineOf(of) : undefined;
    const dateline = place === undefined ? undefined : html`<b class="place">${place}</b>`;
    return html`<p>${dateline}${block.content}</p>`;
  });
  text.splice(
    Math.min(4, text.length),
    0,
    html`<div class="ad inline-ad"><small>Advertisement</small><b>Sleep above the clouds</b> Alpenrose guest house, half board from 58 marks.</div>`,
  );
  const [first] = relatedTo(of, shelf);
  if (first) {
    text.splice(
      2,
      0,
      html`<div class="also">Also in the Courier: <a href="${first.path}">${first.copy.headline}</a></div>`,
    );
  }
  const licence = licenceUrl(of);
  const writer = person(of.authors[0] ?? '');
  return page(
    `${of.copy.headline} - ${section.name} - Vallis Courier`,
    html`<meta name="description" content="${of.copy.standfirst}">
<meta name="date" content="${of.published ?? ''}">
<link rel="canonical" href="${url}">`,
    html`<div id="crumbs"><a href="/">Home</a> › <a href="/${section.slug}/index.html">${section.name}</a></div>
<div id="columns"><div id="left" itemscope itemtype="https://schema.org/NewsArticle">
<meta itemprop="mainEntityOfPage" content="${url}">
<h1 itemprop="headline">${of.copy.headline}</h1>
<p class="lead" itemprop="description">${of.copy.standfirst}</p>
<div class="info"><span class="by">By ${of.authors.map((name, index) => html`${index === 0 ? '' : ', '}<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${name}</span></span>`)}</span>${of.published === undefined ? undefined : html` <span class="when"><time itemprop="datePublished" datetime="${of.published}">${longDate(of.published)}${clock(of.published) === undefined ? '' : `, ${clock(of.published)}`}</time></span>`}<span itemprop="publisher" itemscope itemtype="https://schema.org/NewsMediaOrganization"><meta itemprop="name" content="Vallis Courier"></span><span class="acts"><a href="mailto:?subject=${encodeURIComponent(of.copy.headline)}">Send</a><button type="button">Print</button><button type="button">Comment (0)</button></span></div>
<div class="photo" itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="contentUrl" src="${picturePath(of, 800)}" width="800" height="500" alt="${of.picture.alt}"><meta itemprop="url" content="${pictureUrl(of)}"><div class="legend"><span itemprop="caption">${of.picture.caption}</span> <span class="copy">(Photo: <span itemprop="creditText">${of.picture.credit}</span>${licence === undefined ? undefined : html`, <a itemprop="license" rel="license" href="${licence}">${of.picture.licence}</a>`})</span></div></div>
<div class="text" itemprop="articleBody">
${text}
</div>
${of.creditLine === undefined ? undefined : html`<p class="source">${of.creditLine}</p>`}
${writer === undefined ? undefined : html`<div class="author-bio"><b>${of.authors[0]}</b> ${writer.bio}</div>`}
<div class="seealso"><h2>More on this</h2>${relatedTo(of, shelf).map(strip)}</div>
</div>
${rail(of, shelf)}</div>`,
    section.slug,
  );
}

function strip(of: Version): Markup {
  return html`<div class="strip"><a href="${of.path}"><img src="${picturePath(of, 400)}" width="400" height="250" alt="" loading="lazy"></a><div><span class="tag">${sectionOf(vallis, of).name}${of.published === undefined ? '' : ` · ${shortDate(of.published)}`}</span><h3><a href="${of.path}">${of.copy.headline}</a></h3><p>${of.copy.standfirst}</p></div></div>`;
}

export const vallis: Outlet = {
  id: 'vallis',
  name: 'Vallis Courier',
  host,
  tagline: 'The valley’s own paper',
  language: 'en',
  colour: '#14603f',
  sections,
  sectionPath: (section) => `/${section.slug}/index.html`,
  convention: 'Microdata, advertisements inside the text',
  sheet: 'vallis.css',
  mark,
  dateline: datelineOf,
  article,
  front: (shelf) => {
    const [lead, ...rest] = shelf.articles;
    if (!lead) throw new Error('the Courier has no stories');
    return page(
      'Vallis Courier - the valley’s own paper',
      html`<meta name="description" content="${vallis.tagline}">`,
      html`<div id="columns"><div id="left"><div class="hero"><a href="${lead.path}"><img src="${picturePath(lead, 800)}" width="800" height="500" alt=""></a><div><span class="tag">${sectionOf(vallis, lead).name}</span><h2><a href="${lead.path}">${lead.copy.headline}</a></h2><p>${lead.copy.standfirst}</p></div></div>${rest.map(strip)}</div>${rail(undefined, shelf)}</div>`,
      '/',
    );
  },
  section: (section, shelf) =>
    page(
      `${section.name} - Vallis Courier`,
      raw(''),
      html`<div id="columns"><div id="left"><h1 class="sect">${section.name}</h1>${shelf.articles.filter((entry) => entry.section === section.slug).map(strip)}</div>${rail(undefined, shelf)}</div>`,
      section.slug,
    ),
};
