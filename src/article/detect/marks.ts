// What a page shows of its kind without being copied or laid out: each mark a number from 0 to 1.

import { addressKind } from '../address.ts';
import { findHeadline, titleAgreement } from '../headline.ts';
import { addressWords } from './address-words.ts';
import { runningText } from './running.ts';
import { typedByData } from './types-of-data.ts';

/** Marks by name; what each says stands in `reasons-of.ts` and its weight in `weights.ts`. */
export type Marks = Record<string, number>;

/** 0, 0.2 for one, growing slower and slower, 1 for `most` and more. */
function grow(count: number, most: number): number {
  return Math.min(1, Math.log1p(count) / Math.log1p(most));
}

function yes(value: boolean): number {
  return value ? 1 : 0;
}

const datesNear =
  /\b(?:19|20)\d\d\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}\s?(?:min|hours?|days?|hrs?)\b|\bago\b/i;
const signedNear = /\b(?:by|von|par|por|di|автор|written)\b/i;
const forumSoftware = /discourse|vbulletin|phpbb|xenforo|invision|mybb|flarum/i;
const docsSoftware = /docusaurus|sphinx|mkdocs|gitbook|mediawiki|vuepress|vitepress|doxygen/i;
const shopSoftware = /shopify|woocommerce|magento|prestashop|bigcommerce/i;

/** Text of what stands around the headline: where stories carry their date and their author. */
function aroundHeadline(headline: Element): string {
  let at: Element = headline;
  for (let steps = 0; steps < 4; steps += 1) {
    const parent = at.parentElement;
    if (parent === null || (parent.textContent?.length ?? 0) > 1500) break;
    at = parent;
  }
  let text = (at.textContent ?? '').slice(0, 1500);
  for (let next = at.nextElementSibling, n = 0; next !== null && n < 2; n += 1) {
    text += ` ${(next.textContent ?? '').slice(0, 300)}`;
    next = next.nextElementSibling;
  }
  return text.replace(headline.textContent ?? '', ' ');
}

/** @param url the page's address */
export function readMarks(
  document: Document,
  url: string,
): { marks: Marks; paragraphs: number; characters: number } {
  const count = (selector: string): number => document.querySelectorAll(selector).length;
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  const meta = (selector: string): string =>
    document.querySelector(selector)?.getAttribute('content')?.trim().toLowerCase() ?? '';

  const data = typedByData(document);
  const ogType = meta('meta[property="og:type"]');
  const kind = addressKind(url);
  const words = addressWords(url);
  const headline = findHeadline(document);
  const heading = headline?.textContent?.trim() ?? '';
  const headingWords = heading === '' ? 0 : heading.split(/\s+/).length;
  const near = headline === undefined ? '' : aroundHeadline(headline);
  const text = runningText(document);
  const names = ` ${document.body.getAttribute('class') ?? ''} `.slice(0, 2000);
  const generator = `${meta('meta[name="generator"]')} ${names}`;
  const articles = document.getElementsByTagName('article').length;
  const links = document.links?.length ?? count('a[href]');
  const times = document.getElementsByTagName('time').length;

  const marks: Marks = {
    dataArticle: yes(data.articles > 0 && data.articles <= 3),
    dataManyArticles: yes(data.articles > 3),
    dataForum: yes(data.forum),
    dataProduct: yes(data.product),
    dataList: yes(data.list),
    ogArticle: yes(ogType === 'article'),
    ogOther: yes(ogType !== '' && ogType !== 'article' && ogType !== 'website'),
    metaAuthor: yes(
      has(
        'meta[name="author"], meta[property="article:author"], [rel~="author"], [itemprop~="author"]',
      ),
    ),
    microArticle: yes(
      count('[itemtype*="schema.org/"][itemtype$="Article"], [itemtype$="BlogPosting"]') === 1,
    ),
    addressFront: yes(kind === 'front'),
    addressList: yes(kind === 'list'),
    addressStory: yes(kind === 'story'),
    addressDated: yes(words.dated),
    addressBlog: yes(words.blog),
    addressDocs: yes(words.docs),
    addressForum: yes(words.forum),
    addressShop: yes(words.shop),
    addressService: yes(words.service),
    addressLong: grow(words.last, 8),
    singleClass: yes(
      /[\s-](?:single|single-post|postid-\d+|post-template[\w-]*|article)\s/i.test(names),
    ),
    forumSoftware: yes(forumSoftware.test(generator)),
    docsSoftware: yes(docsSoftware.test(generator)),
    shopSoftware: yes(shopSoftware.test(generator) || has('link[href*="cdn.shopify.com"]')),
    oneArticle: yes(articles === 1),
    fewArticles: yes(articles > 0 && articles <= 3),
    manyArticles: grow(Math.max(0, articles - 3), 20),
    noHeadline: yes(headline === undefined),
    headlineLong: grow(headingWords, 14),
    headlineIsTitle: yes(headline !== undefined && titleAgreement(heading, document.title) > 0),
    headlineLinked: yes(
      headline !== undefined && (headline.closest('a') ?? headline.querySelector('a')) !== null,
    ),
    datedNear: yes(datesNear.test(near)),
    signedNear: yes(signedNear.test(near)),
    paragraphs: grow(text.paragraphs, 30),
    longestRun: grow(text.longestRun, 20),
    sentences: Math.min(1, text.sentences / Math.max(1, text.paragraphs) / 5),
    ours: Math.min(1, text.ours),
    linksBesideProse: Math.min(1, (links * 40) / (links * 40 + text.characters + 1)),
    times: grow(Math.max(0, times - 2), 30),
    forms: grow(count('textarea, select, input:not([type="hidden"])'), 20),
    buttons: grow(document.getElementsByTagName('button').length, 40),
    code: grow(count('pre, code, kbd, samp'), 30),
    pages: yes(has('[rel~="next"], [rel~="prev"], .pagination, .pager, nav.page-numbers')),
    comments: yes(has('#comments, #respond, #disqus_thread, .comments-area, .comment-list')),
    bylineClass: yes(
      has('.byline, .author, .author-name, .post-author, .entry-author, .article-author, .vcard'),
    ),
  };
  return { marks, paragraphs: text.paragraphs, characters: text.characters };
}

/**
 * Marks of many people writing on one page. Apart from the others because they are the dearest, a
 * third of the first look: asked for only where they can turn the verdict.
 */
export function readVoices(document: Document): Marks {
  const count = (selector: string): number => document.querySelectorAll(selector).length;
  return {
    replies: grow(
      count('[id^="post-"], [id^="post_"], [id^="comment-"], [class~="post"], [class*="reply" i]'),
      20,
    ),
    users: grow(
      count(
        '[class*="username" i], [class*="avatar" i], a[href*="/user/"], a[href*="/members/"], a[href*="/u/"], a[href*="/profile/"]',
      ),
      20,
    ),
  };
}
