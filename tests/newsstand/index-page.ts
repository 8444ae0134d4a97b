// The newsstand's own front page: every outlet, every story, and what each page is there to show.

import { longDate } from './dates.ts';
import { hostilePages, unlistedPages } from './hostile/pages.ts';
import { HOSTILE_HOST } from './hosts.ts';
import { html, type Markup, raw } from './html.ts';
import { OUTLETS } from './outlets/index.ts';
import type { SeedPages } from './seed-pages.ts';
import { STORIES } from './stories/index.ts';
import type { Expectation, Outlet } from './types.ts';
import { picturePath, versionUrl } from './urls.ts';

/** A reader's word for each verdict, as the index prints it. */
const VERDICTS: Record<string, string> = {
  original: 'Original',
  earliest: 'Earliest',
  copy: 'Copy',
  edited: 'Edited',
  changed: 'Changed',
  excerpt: 'Excerpt',
  contains: 'Contains',
  passages: 'Passages',
  related: 'Related',
  'no-match': 'No match',
};

function chip(expect: Expectation): Markup {
  const kind = expect.verdict ?? 'none';
  return html`<span class="kind kind--${kind}">${expect.isArticle ? (VERDICTS[kind] ?? 'No claim') : 'Not an article'}</span>`;
}

function outletCard(outlet: Outlet): Markup {
  return html`<li class="outlet outlet--${outlet.id}"><a href="https://${outlet.host}/"><span class="outlet__mark">${outlet.mark}</span><b lang="${outlet.language}">${outlet.name}</b><span lang="${outlet.language}">${outlet.tagline}</span><small>${outlet.convention}</small></a></li>`;
}

function row(
  url: string,
  outlet: string,
  title: string,
  expect: Expectation,
  date?: string,
): Markup {
  return html`<li><a href="${url}">${chip(expect)}<span class="row__outlet">${outlet}${date === undefined ? undefined : html`<small>${date}</small>`}</span><span class="row__words"><b>${title}</b><span>${expect.note}</span></span></a></li>`;
}

/** The index. Pages made from a saved article are listed where they could be made. */
export function indexPage(seeds: SeedPages): Markup {
  const stories = STORIES.map((story) => {
    const [first] = story.versions;
    return html`<section class="story" id="${story.slug}"><header>${first === undefined ? undefined : html`<img src="${picturePath(first)}" width="1600" height="1000" alt="" loading="lazy">`}<h3>${story.about}</h3></header><ul>${story.versions.map((entry) => row(versionUrl(entry), OUTLETS[entry.outlet].name, entry.copy.headline, { ...entry.expect, isArticle: true }, entry.published === undefined ? 'no date' : longDate(entry.published)))}</ul></section>`;
  });
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The newsstand</title>
<link rel="stylesheet" href="/assets/site.css">
<link rel="icon" href="data:,">
</head>
<body>
<header class="head"><h1>The newsstand</h1><p>Seven news sites that do not exist, and the stories they share. Everything is served from your own machine and, but for the saved article, was written for trying Stemma out. Open a page and see what the badge and the toolbar say of it.</p></header>
<main>
<section aria-labelledby="outlets"><h2 id="outlets">Outlets</h2><ul class="outlets">${Object.values(OUTLETS).map(outletCard)}</ul></section>
<section aria-labelledby="stories"><h2 id="stories">Stories and their versions</h2><p class="about">The label says what the page is, measured against the archive of earlier versions that comes with this newsstand.</p>${stories}</section>
<section aria-labelledby="saved"><h2 id="saved">The saved article</h2>${
    seeds.pages.length === 0
      ? html`<p class="about">These pages are made at run time from a saved article, and it is not here: ${seeds.reason ?? 'no reason given'}.</p>`
      : html`<p class="about">Made at run time from a saved article; measured against the archive that ships with the extension.</p><section class="story story--plain"><ul>${seeds.pages.map((page) => row(page.url, page.outlet, page.title, page.expect))}</ul></section>`
  }</section>
<section aria-labelledby="hard"><h2 id="hard">Hard cases</h2><p class="about">Pages on ${HOSTILE_HOST} that are broken, huge or lying, and one site the extension is not given.</p><section class="story story--plain"><ul>${[...hostilePages(), ...unlistedPages()].map((page) => row(page.url, new URL(page.url).pathname, page.title === '' ? 'No title' : page.title, page.expect))}</ul></section></section>
</main>
<footer>${raw('Typefaces: Inter, Newsreader, Archivo, Playfair Display and Source Serif 4, under the SIL Open Font License. Drawings and texts were made for this newsstand.')}</footer>
</body>
</html>`;
}
