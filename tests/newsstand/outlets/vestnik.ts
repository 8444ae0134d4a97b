// Береговой вестник: a Russian-language paper. JSON-LD in an array with a ReportageNewsArticle, Cyrillic throughout.

import { clock, longDate, shortDate } from '../dates.ts';
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

const host = OUTLET_HOSTS.vestnik;

const mark = raw(
  '<svg viewBox="0 0 48 48" aria-hidden="true"><path d="M20 12h8l4 32H16z" fill="#1d3f72"/><path d="M18.5 24h11l1 8h-13z" fill="#c8332b"/><path d="M19 6h10v6H19z" fill="#f0b93a"/><path d="M17 6l7-5 7 5z" fill="#1d3f72"/><path d="M0 4l16 4v2L0 14zM48 4L32 8v2l16 4z" fill="#f0b93a" opacity=".55"/></svg>',
);

const sections = [
  { slug: 'news', name: 'Новости' },
  { slug: 'people', name: 'Люди' },
];

const WIRE: [string, string][] = [
  ['12:40', 'В порту Солтмира заменили старую приливную рейку'],
  ['11:15', 'Ночной шторм повредил причал на острове Вик'],
  ['10:05', 'Библиотека на Канатной открывает читальный зал по воскресеньям'],
  ['09:20', 'Лов корюшки разрешили на неделю раньше'],
  ['08:50', 'Городской оркестр ищет фаготиста'],
];

function page(title: string, head: Markup[], body: Markup): Markup {
  return html`<!DOCTYPE html>
<html lang="ru">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/assets/site.css">
<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
${head}
</head>
<body>
<header class="b-head"><div class="b-head__in"><a class="b-logo" href="/">${mark}<span>Береговой<br>вестник</span></a><p class="b-head__motto">${vestnik.tagline}</p><nav class="b-menu" aria-label="Разделы"><a href="/">Главная</a>${sections.map((entry) => html`<a href="/${entry.slug}/">${entry.name}</a>`)}<a href="#newsletter">Рассылка</a></nav></div></header>
${body}
<section class="b-sub" id="newsletter"><div><h2>Вечерняя почта</h2><p>Пять новостей и одна хорошая, каждый день в шесть вечера.</p></div><form action="/" method="get"><input type="email" name="mail" aria-label="Электронная почта" placeholder="Электронная почта"><button type="submit">Подписаться</button></form></section>
<footer class="b-foot"><p>«Береговой вестник», Солтмир, Маячная улица, 9. Редактор: Вера Самарина.</p><p>Вымышленное издание газетного киоска Stemma.</p></footer>
</body>
</html>`;
}

function when(iso: string): string {
  const time = clock(iso);
  return `${longDate(iso, 'ru')}${time === undefined ? '' : `, ${time}`}`;
}

function article(of: Version, shelf: Shelf): Markup {
  const section = sectionOf(vestnik, of);
  const url = versionUrl(of);
  const writer = person(of.authors[0] ?? '');
  const related = relatedTo(of, shelf);
  return page(
    `${of.copy.headline} — Береговой вестник`,
    [
      html`<meta name="description" content="${of.copy.standfirst}">`,
      html`<link rel="canonical" href="${url}">`,
      ...metas('property', [
        ['og:type', 'article'],
        ['og:locale', 'ru_RU'],
        ['og:site_name', 'Береговой вестник'],
        ['og:title', of.copy.headline],
        ['og:image', pictureUrl(of)],
      ]),
      jsonLd([
        {
          '@context': 'http://schema.org',
          '@type': 'BreadcrumbList',
          itemListElement: [
            {
              '@type': 'ListItem',
              position: 1,
              name: section.name,
              item: `https://${host}/${section.slug}/`,
            },
          ],
        },
        {
          '@context': 'http://schema.org',
          '@type': ['NewsArticle', 'ReportageNewsArticle'],
          headline: of.copy.headline,
          alternativeHeadline: of.copy.standfirst,
          ...defined({ datePublished: of.published, dateModified: of.modified }),
          author: of.authors.map((name) => ({ '@type': 'Person', name })),
          publisher: { '@type': 'Organization', name: 'Береговой вестник' },
          image: [
            defined({
              '@type': 'ImageObject',
              contentUrl: pictureUrl(of),
              caption: of.picture.caption,
              author: of.picture.credit,
              license: licenceUrl(of),
            }),
          ],
          inLanguage: 'ru-RU',
        },
      ]),
    ],
    html`<div class="b-page"><main class="b-main">
<div class="b-article js-article" data-id="${of.id}">
<div class="b-article__top"><a href="/${section.slug}/">${section.name}</a>${of.published === undefined ? undefined : html`<time datetime="${of.published}">${when(of.published)}</time>`}</div>
<h1 class="b-article__title">${of.copy.headline}</h1>
<div class="b-article__lead">${of.copy.standfirst}</div>
<figure class="b-article__pic"><img src="${picturePath(of, 1600)}" width="1600" height="1000" alt="${of.picture.alt}"><figcaption>${of.picture.caption} <em>Фото: ${of.picture.credit}${of.picture.licence === undefined ? undefined : html` (${licenceLink(of)})`}</em></figcaption></figure>
<div class="b-article__text">
${blocks(of.copy.body).map((block) => (block.kind === 'crosshead' ? html`<h2>${block.content}</h2>` : html`<p>${block.content}</p>`))}
</div>
<div class="b-article__author">${listed(of.authors, 'и')}${writer === undefined ? undefined : html`<small>${writer.bio}</small>`}</div>
${of.creditLine === undefined ? undefined : html`<div class="b-article__src">${of.creditLine}</div>`}
<div class="b-share"><span>Поделиться:</span><a href="mailto:?subject=${encodeURIComponent(of.copy.headline)}">почта</a><button type="button">скопировать ссылку</button><button type="button">в закладки</button></div>
</div>
<section class="b-more"><h2>Читайте также</h2>${related.map(card)}</section>
</main>
<aside class="b-side">${wire()}<h2>Популярное</h2><ul>${others(of, shelf, 4).map((entry) => html`<li><a href="${entry.path}">${entry.copy.headline}</a></li>`)}</ul></aside></div>`,
  );
}

function wire(): Markup {
  return html`<h2>Лента</h2><ol>${WIRE.map(([time, text]) => html`<li><time>${time}</time> ${text}</li>`)}</ol>`;
}

function card(of: Version): Markup {
  return html`<a class="b-card" href="${of.path}"><img src="${picturePath(of, 800)}" width="800" height="500" alt="" loading="lazy"><b>${of.copy.headline}</b><span>${of.copy.standfirst}</span>${of.published === undefined ? undefined : html`<small>${shortDate(of.published, 'ru')}</small>`}</a>`;
}

export const vestnik: Outlet = {
  id: 'vestnik',
  name: 'Береговой вестник',
  host,
  tagline: 'Газета пролива. Выходит при любой погоде',
  language: 'ru',
  colour: '#1d3f72',
  sections,
  sectionPath: (section) => `/${section.slug}/`,
  convention: 'Russian, JSON-LD in an array',
  sheet: 'vestnik.css',
  mark,
  article,
  front: (shelf) =>
    page(
      'Береговой вестник — газета пролива',
      metas('property', [['og:type', 'website']]),
      html`<div class="b-page"><main class="b-main"><div class="b-front">${shelf.articles.map(card)}</div></main><aside class="b-side">${wire()}</aside></div>`,
    ),
  section: (section, shelf) =>
    page(
      `${section.name} — Береговой вестник`,
      [],
      html`<div class="b-page"><main class="b-main"><h1 class="b-sect">${section.name}</h1><div class="b-front">${shelf.articles.filter((entry) => entry.section === section.slug).map(card)}</div></main><aside class="b-side">${wire()}</aside></div>`,
    ),
};
