// The second look, at what was read of a page: this one decides.

import type { Look } from '../detect.ts';
import type { Reason } from '../reasons.ts';
import type { Article } from '../types.ts';
import type { Marks } from './marks.ts';
import { runningLength } from './running.ts';
import { weigh } from './weights.ts';

/** Made as those of the first look, with what was read besides: prose, its share of the page's text, a day of publication. */
const secondWeights: Readonly<Record<string, number>> = {
  dataArticle: 1.73,
  ogArticle: 0.55,
  metaAuthor: 0.19,
  addressStory: 0.88,
  addressDated: 0.88,
  addressBlog: 1.55,
  addressLong: 1.71,
  singleClass: 0.44,
  oneArticle: 1.01,
  headlineLong: 0.34,
  headlineIsTitle: 0.14,
  datedNear: 0.9,
  signedNear: 0.8,
  longestRun: 0.98,
  sentences: 1.33,
  comments: 1.38,
  bylineClass: 0.55,
  readProse: 1.18,
  readShare: 0.74,
  published: 0.7,
  dataForum: -0.91,
  dataProduct: -0.18,
  addressFront: -0.73,
  addressList: -0.52,
  addressDocs: -0.75,
  addressForum: -1.64,
  addressShop: -0.48,
  addressService: -0.96,
  forumSoftware: -0.41,
  docsSoftware: -1.05,
  shopSoftware: -0.68,
  headlineLinked: -0.57,
  ours: -1.17,
  linksBesideProse: -0.85,
  times: -0.48,
  forms: -0.62,
  buttons: -0.55,
  code: -1.65,
  pages: -0.55,
  replies: -0.96,
  users: -0.97,
  bias: -3.33,
};

const secondThreshold = -0.5;

/** A story shorter than this cannot be matched with any certainty. */
const fewestWords = 60;

/**
 * The second look, at what was read. Decides: what is said no to here is not matched.
 *
 * @param voices what `readVoices` finds
 * @param words words in the paragraphs
 * @param linkShare share of the body's characters that are link text, 0 to 1
 * @param pageLength characters of all text on the page
 */
export function secondLook(
  first: Look,
  voices: Marks,
  article: Pick<Article, 'paragraphs' | 'title' | 'published'>,
  words: number,
  linkShare: number,
  pageLength: number,
): { isArticle: boolean; why: Reason[] } {
  const why: Reason[] = first.why.filter(
    (reason) => reason !== 'few-paragraphs' && reason !== 'running-text',
  );
  const prose = article.paragraphs.filter((text) => text.length >= runningLength);
  const length = article.paragraphs.reduce((sum, text) => sum + text.length, 0);
  const proseLength = prose.reduce((sum, text) => sum + text.length, 0);
  const marks = {
    ...first.marks,
    ...voices,
    readProse: Math.min(1, Math.log1p(prose.length) / Math.log(31)),
    readShare: Math.min(1, length / Math.max(1, pageLength)),
    published: article.published === undefined ? 0 : 1,
  };
  let isArticle =
    first.marks['addressFront'] !== 1 && weigh(marks, secondWeights) >= secondThreshold;
  if (words === 0) {
    why.push('no-body');
    isArticle = false;
  } else if (words < fewestWords) {
    why.push('few-words');
    isArticle = false;
  }
  if (prose.length < 2 && proseLength < 12 * runningLength) {
    why.push('few-paragraphs');
    isArticle = false;
  } else if (prose.length >= 3) why.push('running-text');
  if (linkShare > 0.5) {
    why.push('mostly-links');
    isArticle = false;
  }
  if (article.title === undefined && !why.includes('no-headline')) why.push('no-headline');
  return { isArticle, why };
}
