// The page on which a saved article first appeared, with the furniture of a real news site. Text comes at run time.

import { longDate } from '../dates.ts';
import { html, jsonLd, type Markup, metas, raw } from '../html.ts';
import { LICENCE_URLS } from '../pictures/licences.ts';
import type { SeedText } from '../seed-text.ts';

/** The original's page. `summary` is the text's own first paragraph, for the metadata. */
export function moscowTimes(text: SeedText, summary: string): Markup {
  const { origin, pathname } = new URL(text.url);
  const picture = `${origin}/media/blank-1600.png`;
  const licenceUrl = Object.entries(LICENCE_URLS).find(([name]) => name === text.licence)?.[1];
  const credit = `${text.credit}${text.licence === undefined ? '' : ` (${text.licence})`}`;
  const body = text.paragraphs.map(
    (entry) => html`<div class="article__block article__block--html"><p>${entry}</p></div>`,
  );
  if (text.relatedTitle !== undefined) {
    body.splice(
      2,
      0,
      html`<div class="article__block article__block--related"><a class="related-article" href="/related" title="${text.relatedTitle}"><span class="related-article__label">Related article:</span> <span class="related-article__title">${text.relatedTitle}</span></a></div>`,
    );
  }
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text.title} - The Moscow Times</title>
<link rel="canonical" href="${text.url}">
<link rel="stylesheet" href="/assets/site.css">
<link rel="icon" href="data:,">
<meta name="description" content="${summary}">
<meta name="author" content="The Moscow Times">
${metas('property', [
  ['og:type', 'article'],
  ['og:site_name', 'The Moscow Times'],
  ['og:title', text.title],
  ['og:description', summary],
  ['og:url', text.url],
  ['og:image', picture],
  ['article:published_time', text.published],
  ['article:section', 'news'],
])}
${metas('name', [['twitter:card', 'summary_large_image']])}
${jsonLd({
  '@context': 'http://schema.org/',
  '@type': 'NewsArticle',
  mainEntityOfPage: { '@type': 'WebPage', '@id': text.url },
  headline: text.title,
  description: summary,
  datePublished: text.published,
  author: { '@type': 'Organization', name: 'The Moscow Times' },
  publisher: { '@type': 'Organization', name: 'The Moscow Times', url: origin },
  image: {
    '@type': 'ImageObject',
    url: picture,
    caption: text.caption,
    creditText: text.credit,
    ...(licenceUrl === undefined ? {} : { license: licenceUrl }),
  },
  inLanguage: 'en',
})}
</head>
<body class="site site--article">
<header class="site-header"><div class="container"><a class="site-header__logo" href="/"><span>The</span> Moscow Times</a><nav class="site-nav"><ul><li><a href="/news">News</a></li><li><a href="/opinion">Opinion</a></li><li><a href="/business">Business</a></li><li><a href="/city">City</a></li></ul></nav><a class="site-header__contribute" href="#contribute">Contribute</a></div></header>
<main class="container">
<article class="article article--news" data-url="${pathname}">
<header class="article__header"><h1>${text.title}</h1>
<div class="article__byline byline"><div class="byline__details"><span class="byline__author">The Moscow Times</span> <time class="byline__datetime timeago" datetime="${text.published}">${longDate(text.published)}</time></div><div class="byline__social social" data-url="${text.url}"><button type="button" class="social__icon">Share</button><button type="button" class="social__icon">Copy link</button></div></div></header>
<figure class="article__featured-image featured-image"><img src="/media/blank-1600.png" width="1600" height="1000" alt=""><figcaption><span class="article__featured-image__caption featured-image__caption">${text.caption}</span> <span class="article__featured-image__credits featured-image__credits">${credit}</span></figcaption></figure>
<div class="article__content" id="article-content">
${body}
</div>
<div class="article__tags">Read more about: <a href="/tag/lgbt">LGBT</a>, <a href="/tag/chechnya">Chechnya</a></div>
</article>
<aside class="sidebar"><section class="sidebar__section"><h3>Most read</h3><ol><li>Ice road reopens on the upper river</li><li>Museum extends its winter hours</li><li>Commuter line adds a Sunday train</li></ol></section></aside>
</main>
<section class="contribute" id="contribute"><p>Independent journalism needs its readers.</p><button type="button">Contribute today</button></section>
<footer class="site-footer"><div class="container"><ul><li><a href="/news">News</a></li><li><a href="/opinion">Opinion</a></li></ul><p>${raw('A local page for tests. Not the outlet’s own site.')}</p></div></footer>
</body>
</html>`;
}
