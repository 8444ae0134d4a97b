// Northline: a news agency. JSON-LD @graph, generated class names, data-testid paragraphs, English and Russian.

import { clock, longDate } from '../dates.ts';
import { OUTLET_HOSTS } from '../hosts.ts';
import { blocks, html, jsonLd, type Markup, metas, raw } from '../html.ts';
import { person } from '../people.ts';
import type { Outlet, Shelf, Version } from '../types.ts';
import { picturePath, pictureUrl, versionUrl } from '../urls.ts';
import {
  defined,
  licenceLink,
  licenceUrl,
  listed,
  others,
  relatedTo,
  sectionOf,
} from './shared.ts';

const host = OUTLET_HOSTS.northline;
const home = `https://${host}`;

const mark = raw(
  '<svg viewBox="0 0 40 40" aria-hidden="true"><path d="M0 0h40v40H0z" fill="#ff4b1f"/><path d="M10 30V10l20 20V10" fill="none" stroke="#fff" stroke-width="4.6" stroke-linejoin="bevel"/></svg>',
);

const sections = [
  { slug: 'rights', name: 'Rights' },
  { slug: 'courts', name: 'Courts' },
  { slug: 'economy', name: 'Economy' },
  { slug: 'science', name: 'Science' },
];

const WORDS = {
  en: {
    by: 'By',
    photo: 'Photo',
    published: 'Published',
    next: 'Read next',
    more: 'Latest',
    standards: 'Our standards: what we know, who told us, and what they may want.',
    share: 'Share',
    copy: 'Copy link',
    mail: 'Mail',
    minutes: 'UTC',
  },
  ru: {
    by: 'Автор:',
    photo: 'Фото:',
    published: 'Опубликовано',
    next: 'Читайте также',
    more: 'Последние новости',
    standards: 'Наши правила: что известно, от кого и зачем нам это рассказали.',
    share: 'Поделиться',
    copy: 'Скопировать ссылку',
    mail: 'Почта',
    minutes: 'UTC',
  },
};

function page(title: string, language: 'en' | 'ru', head: Markup[], body: Markup): Markup {
  return html`<!doctype html>
<html lang="${language}" class="no-js">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="preload" href="/type/inter.woff2" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/assets/site.css">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
${head}
</head>
<body class="sc-a1x0">
<div id="app"><div class="sc-b7k2">
<div class="sc-c0bar"><div class="sc-c0in"><a class="sc-c0logo" href="/">${mark}<span>Northline</span></a><nav aria-label="Main" class="sc-c0nav">${sections.map((entry) => html`<a href="/section/${entry.slug}">${entry.name}</a>`)}<a href="/ru/2025/03/19/smotritel-mayaka" hreflang="ru">Русский</a></nav><a class="sc-c0cta" href="#newsletter">The 0600</a></div></div>
${body}
<div class="sc-n3w" id="newsletter"><div><h2>The 0600</h2><p>Ten lines before breakfast. No adjectives.</p></div><form action="/" method="get"><input aria-label="E-mail address" type="email" name="e" placeholder="E-mail address"><button type="submit">Send it to me</button></form></div>
<footer class="sc-f00t"><span>${mark} Northline News Agency</span><span>Desks in Saltmere, Orrinford and Hallgate</span><span>desk@northline.example</span><span>An invented agency on the Stemma newsstand</span></footer>
</div></div>
</body>
</html>`;
}

function stamp(iso: string, language: 'en' | 'ru'): string {
  const time = clock(iso);
  return `${longDate(iso, language)}${time === undefined ? '' : `, ${time} UTC`}`;
}

function datelineOf(of: Version): string | undefined {
  if (of.dateline === undefined || of.published === undefined) return undefined;
  return `${of.dateline}, ${longDate(of.published, of.language)} (Northline) – `;
}

function graph(of: Version, sectionName: string): object {
  const url = versionUrl(of);
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'NewsMediaOrganization',
        '@id': `${home}/#agency`,
        name: 'Northline',
        url: `${home}/`,
        logo: { '@type': 'ImageObject', url: `${home}/assets/mark.svg` },
      },
      {
        '@type': 'WebSite',
        '@id': `${home}/#site`,
        name: 'Northline',
        url: `${home}/`,
        publisher: { '@id': `${home}/#agency` },
      },
      {
        '@type': 'WebPage',
        '@id': url,
        url,
        isPartOf: { '@id': `${home}/#site` },
        breadcrumb: { '@id': `${url}#trail` },
        name: of.copy.headline,
      },
      {
        '@type': 'BreadcrumbList',
        '@id': `${url}#trail`,
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Northline', item: `${home}/` },
          {
            '@type': 'ListItem',
            position: 2,
            name: sectionName,
            item: `${home}/section/${of.section}`,
          },
        ],
      },
      ...of.authors.map((name, index) => ({
        '@type': 'Person',
        '@id': `${url}#author-${index}`,
        name,
      })),
      defined({
        '@type': 'ImageObject',
        '@id': `${url}#picture`,
        url: pictureUrl(of),
        contentUrl: pictureUrl(of),
        caption: of.picture.caption,
        creditText: of.picture.credit,
        license: licenceUrl(of),
        width: 1600,
        height: 1000,
      }),
      defined({
        '@type': 'NewsArticle',
        '@id': `${url}#article`,
        isPartOf: { '@id': url },
        mainEntityOfPage: { '@id': url },
        headline: of.copy.headline,
        description: of.copy.standfirst,
        datePublished: of.published,
        dateModified: of.modified,
        dateline: of.dateline,
        author: of.authors.map((_, index) => ({ '@id': `${url}#author-${index}` })),
        publisher: { '@id': `${home}/#agency` },
        image: { '@id': `${url}#picture` },
        inLanguage: of.language ?? 'en',
        articleSection: [sectionName],
      }),
    ],
  };
}

function article(of: Version, shelf: Shelf): Markup {
  const language = of.language ?? 'en';
  const words = WORDS[language];
  const section = sectionOf(northline, of);
  const url = versionUrl(of);
  let number = -1;
  const body = blocks(of.copy.body).map((block, index) => {
    if (block.kind === 'crosshead') return html`<h2 class="sc-h2x">${block.content}</h2>`;
    if (block.kind === 'quotation')
      return html`<blockquote class="sc-q9">${block.content}</blockquote>`;
    number += 1;
    const place = index === 0 ? datelineOf(of) : undefined;
    const dateline = place === undefined ? undefined : html`<span class="sc-d4">${place}</span>`;
    return html`<p data-testid="paragraph-${number}" class="sc-p1 sc-p1--${number % 2 === 0 ? 'fGhT' : 'kLmQ'}">${dateline}${block.content}</p>`;
  });
  const writer = person(of.authors[0] ?? '');
  return page(
    `${of.copy.headline} – Northline`,
    language,
    [
      html`<meta name="description" content="${of.copy.standfirst}">`,
      html`<link rel="canonical" href="${url}">`,
      ...metas('property', [
        ['og:type', 'article'],
        ['og:site_name', 'Northline'],
        ['og:title', of.copy.headline],
        ['og:url', url],
        ['og:image', pictureUrl(of)],
        ['og:locale', language === 'ru' ? 'ru_RU' : 'en_GB'],
      ]),
      ...metas('name', [['parsely-section', section.name]]),
      jsonLd(graph(of, section.name)),
    ],
    html`<main class="sc-m41n"><div class="sc-grid">
<article class="sc-art" data-testid="article">
<div class="sc-k1ck"><a href="/section/${section.slug}">${section.name}</a></div>
<h1 data-testid="headline" class="sc-h1x">${of.copy.headline}</h1>
<p class="sc-dek" data-testid="standfirst">${of.copy.standfirst}</p>
<div class="sc-meta"><div><span>${words.by} <a href="#author" rel="author">${listed(of.authors, language === 'ru' ? 'и' : 'and')}</a></span>${of.published === undefined ? undefined : html`<time datetime="${of.published}">${words.published} ${stamp(of.published, language)}</time>`}</div><div class="sc-shr"><button type="button">${words.copy}</button><a href="mailto:?subject=${encodeURIComponent(of.copy.headline)}">${words.mail}</a></div></div>
<figure class="sc-fig"><img src="${picturePath(of)}" width="1600" height="1000" alt="${of.picture.alt}"><figcaption><span>${of.picture.caption}</span> <span class="sc-cr">${words.photo} ${of.picture.credit}${of.picture.licence === undefined ? undefined : html` (${licenceLink(of)})`}</span></figcaption></figure>
<div class="sc-txt" data-testid="body">
${body}
</div>
${of.creditLine === undefined ? undefined : html`<p class="sc-src">${of.creditLine}</p>`}
<p class="sc-std">${words.standards}</p>
${writer === undefined ? undefined : html`<div class="sc-auth" id="author"><b>${of.authors[0]}</b> <i>${writer.role}</i><p>${writer.bio}</p></div>`}
</article>
<aside class="sc-rail"><h2>${words.next}</h2>${relatedTo(of, shelf).map((entry) => html`<a class="sc-mini" href="${entry.path}" lang="${entry.language ?? 'en'}"><img src="${picturePath(entry, 400)}" width="400" height="250" alt="" loading="lazy"><span>${entry.copy.headline}</span></a>`)}<h2>${words.more}</h2><ul>${others(of, shelf, 4).map((entry) => html`<li>${entry.published === undefined ? undefined : html`<time datetime="${entry.published}">${longDate(entry.published, language)}</time>`}<a href="${entry.path}" lang="${entry.language ?? 'en'}">${entry.copy.headline}</a></li>`)}</ul></aside>
</div></main>`,
  );
}

const WIRE = [
  ['07:12', 'HALLGATE', 'Grain terminal reopens after conveyor repair'],
  ['06:58', 'ORRINFORD', 'Central bank leaves rate at 3.25 percent'],
  ['06:31', 'SALTMERE', 'Gale warning lifted for outer strait'],
  ['05:47', 'REEDMOUTH', 'Two rescued from upturned skiff, both well'],
  ['05:20', 'OBERAU', 'Pass road open to light traffic only'],
  ['04:55', 'ORRINFORD', 'Ministers to meet on ferry subsidy Thursday'],
];

function entryCard(of: Version): Markup {
  return html`<li class="sc-row"><div>${of.published === undefined ? undefined : html`<time datetime="${of.published}">${longDate(of.published)}</time>`}<span>${sectionOf(northline, of).name}</span></div><div><a href="${of.path}" lang="${of.language ?? 'en'}">${of.copy.headline}</a><p lang="${of.language ?? 'en'}">${of.copy.standfirst}</p></div><img src="${picturePath(of, 400)}" width="400" height="250" alt="" loading="lazy"></li>`;
}

export const northline: Outlet = {
  id: 'northline',
  name: 'Northline',
  host,
  tagline: 'Filed first. Checked twice.',
  language: 'en',
  colour: '#ff4b1f',
  sections,
  sectionPath: (section) => `/section/${section.slug}`,
  convention: 'JSON-LD @graph, generated class names',
  sheet: 'northline.css',
  mark,
  dateline: datelineOf,
  article,
  front: (shelf) => {
    const [lead, ...rest] = shelf.articles;
    if (!lead) throw new Error('Northline has no stories');
    return page(
      'Northline – filed first, checked twice',
      'en',
      metas('property', [
        ['og:type', 'website'],
        ['og:title', 'Northline'],
      ]),
      html`<main class="sc-m41n"><div class="sc-front"><section><a class="sc-lead" href="${lead.path}"><img src="${picturePath(lead)}" width="1600" height="1000" alt=""><span class="sc-leadk">${sectionOf(northline, lead).name}</span><strong>${lead.copy.headline}</strong><em>${lead.copy.standfirst}</em></a><ul class="sc-list">${rest.map(entryCard)}</ul></section><aside class="sc-wire"><h2>The wire</h2><ol>${WIRE.map(([time, place, line]) => html`<li><time>${time}</time><span><b>${place}</b> ${line}</span></li>`)}</ol></aside></div></main>`,
    );
  },
  section: (section, shelf) =>
    page(
      `${section.name} – Northline`,
      'en',
      [],
      html`<main class="sc-m41n"><h1 class="sc-sect">${section.name}</h1><ul class="sc-list">${shelf.articles.filter((entry) => entry.section === section.slug).map(entryCard)}</ul></main>`,
    ),
};
