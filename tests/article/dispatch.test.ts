// Datelines, agencies and notices of origin, as outlets write them; people and outlets are invented.
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { agencyInCredit, agencyOf } from '../../src/article/agencies.ts';
import { readDateline } from '../../src/article/dispatch.ts';
import { extractArticle } from '../../src/article/extract.ts';
import { originIn } from '../../src/article/origins.ts';
import type { Article } from '../../src/article/types.ts';

describe('readDateline', () => {
  it.each([
    ['WRENMOUTH, Feb 5 (Reuters) - Ferries stop', 'WRENMOUTH', 'Feb 5', 'Reuters'],
    ['WRENMOUTH (AP) — Ferries stop', 'WRENMOUTH', undefined, 'AP'],
    ['WRENMOUTH, Sker (AP) — Ferries stop', 'WRENMOUTH, Sker', undefined, 'AP'],
    ['ВРЕНМУТ, 5 февраля. /ТАСС/. Паромы встанут', 'ВРЕНМУТ', '5 февраля', 'TASS'],
    ['ВРЕНМУТ, 5 фев — РИА Новости. Паромы встанут', 'ВРЕНМУТ', '5 фев', 'RIA Novosti'],
    ['Вренмут. 5 февраля. INTERFAX.RU - Паромы встанут', 'Вренмут', '5 февраля', 'Interfax'],
    ['Wrenmouth, 5 feb (EFE).- El puerto cierra', 'Wrenmouth', '5 feb', 'EFE'],
    ['(ANSA) - WRENMOUTH, 05 FEB - Il porto chiude', 'WRENMOUTH', '05 FEB', 'ANSA'],
    ['WRENMOUTH, Feb. 5 (Xinhua) -- Ferries stop', 'WRENMOUTH', 'Feb. 5', 'Xinhua'],
    ['Wrenmouth (dpa) - Die Fähren stehen still', 'Wrenmouth', undefined, 'dpa'],
    ['WRENMOUTH — Ferries stop', 'WRENMOUTH', undefined, undefined],
  ])('%s', (text, place, date, agency) => {
    const { text: words, ...dateline } = readDateline(text) ?? { text: '' };
    expect(dateline).toEqual({
      place,
      ...(date === undefined ? {} : { date }),
      ...(agency === undefined ? {} : { agency }),
    });
    expect(text.startsWith(words)).toBe(true);
  });

  it.each([
    'Wrenmouth — Ferries stop for two weeks',
    'EXCLUSIVE — The harbour board knew',
    'Ana Teller (AP) said the ferries would stop',
    'The pa (pa) - a word of the coast - is old',
    'Ferries will stop, Reuters reported on Monday.',
    '',
  ])('none in: %s', (text) => {
    expect(readDateline(text)).toBeUndefined();
  });
});

describe('agencies', () => {
  it('go by their names in any language, and by short signs in capitals alone', () => {
    expect(agencyOf('The Associated Press')).toBe('AP');
    expect(agencyOf('ТАСС')).toBe('TASS');
    expect(agencyOf('Harbour Press')).toBeUndefined();
    expect(agencyInCredit('Ana Teller/AFP')).toBe('AFP');
    expect(agencyInCredit('Bo Marsh / picture alliance / dpa')).toBe('dpa');
    expect(agencyInCredit('Cap Marsh / Openframe')).toBeUndefined();
    expect(agencyInCredit('Pa Teller')).toBeUndefined();
  });
});

describe('originIn', () => {
  it.each([
    ['This article was originally published on Quay Post.', 'first-published', 'Quay Post'],
    ['First published in The Quay Post on May 3, 2021.', 'first-published', 'The Quay Post'],
    ['This story originally appeared in the May issue of Quay.', 'first-published', 'Quay'],
    ['A version of this article appeared in Sea Letters.', 'first-published', 'Sea Letters'],
    [
      'This article is republished from The Quay Review under a Creative Commons license.',
      'republished',
      'The Quay Review',
    ],
    ['Reprinted with permission from Quay Post', 'republished', 'Quay Post'],
    ['This article was translated from Russian.', 'translated', undefined],
    ['Translated from the Russian by Ana Teller', 'translated', undefined],
    ['Adapted from Sea Letters', 'adapted', 'Sea Letters'],
    ['This story was provided by Northline.', 'agency', 'Northline'],
    ['Статья впервые опубликована на сайте «Причал».', 'first-published', 'Причал'],
    ['Оригинал материала: Quay Post', 'first-published', 'Quay Post'],
    ['Перепечатано с разрешения Quay Post', 'republished', 'Quay Post'],
    ['Перевод с английского: Анна Теллер', 'translated', undefined],
    ['По материалам Quay Post', 'adapted', 'Quay Post'],
  ])('%s', (text, kind, name) => {
    const { at: _, ...notice } = originIn(text) ?? { at: 0 };
    expect(notice).toEqual({ kind, ...(name === undefined ? {} : { name }) });
  });

  it.each([
    'The story was first published by the Quay Post, which said the board had known.',
    'The report was originally published in March.',
    'Translated into forty languages, the book sold well.',
    'Перевод денег между банками занимает день.',
    'По материалам МВД возбуждено уголовное дело о краже на причале, сообщила прокуратура в понедельник вечером',
    'Adapted from a novel, the film tells of a ferry that sank in 1911 and of the men who built it, and of what came after.',
    'Ferries will stop for two weeks in May.',
  ])('says nothing in: %s', (text) => {
    expect(originIn(text)?.name).toBeUndefined();
    expect(originIn(text)?.kind).not.toBe('translated');
  });
});

const sentence =
  'Ferries between Wrenmouth and Sker will stop for two weeks in May while the slipway is rebuilt. ';

function read(first: string, notice: string, head = ''): Article {
  const { document } = parseHTML(
    `<html lang="en"><head><title>Ferries to stop</title><meta property="og:site_name" content="Harbour Gazette">${head}</head><body><article><h1>Ferries to stop</h1><p>${first}${sentence.repeat(3)}</p>${`<p>${sentence.repeat(3)}</p>`.repeat(4)}${notice}</article></body></html>`,
  );
  return extractArticle(document, 'https://gazette.example/2024/04/29/ferries-to-stop').article;
}

describe('the dispatch of a page', () => {
  it('holds the agency of the dateline and the notice with its link, which is no body', () => {
    const { dispatch, paragraphs } = read(
      'WRENMOUTH (AP) — ',
      '<p><em>This story was first published in <a href="https://quay.example/ferries">Quay Post</a> on May 3, 2021.</em></p>',
    );
    expect(dispatch).toEqual({
      agencies: [{ value: 'AP', from: 'dateline' }],
      dateline: { place: 'WRENMOUTH', agency: 'AP', text: 'WRENMOUTH (AP) —' },
      origins: [
        {
          kind: 'first-published',
          name: 'Quay Post',
          url: 'https://quay.example/ferries',
          published: '2021-05-03',
          text: 'This story was first published in Quay Post on May 3, 2021.',
          from: 'notice on the page',
        },
      ],
    });
    expect(paragraphs).toHaveLength(5);
  });

  it('takes no hostile link and no claim of the outlet about itself', () => {
    expect(
      read(
        '',
        '<p>This article was first published in <a href="javascript:alert(1)">Quay Post</a>.</p>',
      ).dispatch?.origins[0],
    ).not.toHaveProperty('url');
    expect(
      read('', '<p>This article was first published in the Harbour Gazette.</p>').dispatch,
    ).toBeUndefined();
  });

  it('reads what metadata says of other places', () => {
    const head =
      '<meta name="syndication-source" content="https://quay.example/ferries"><meta name="original-source" content="https://gazette.example/ferries">';
    expect(read('', '', head).dispatch?.origins).toEqual([
      {
        kind: 'republished',
        name: 'quay.example',
        url: 'https://quay.example/ferries',
        text: 'https://quay.example/ferries',
        from: 'meta syndication-source',
      },
    ]);
  });

  it('is absent from a story that says nothing of the kind', () => {
    expect(read('', '').dispatch).toBeUndefined();
  });
});
