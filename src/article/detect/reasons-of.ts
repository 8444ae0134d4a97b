// The marks of a page as reasons that can be worded.

import type { Reason } from '../reasons.ts';
import type { Marks } from './marks.ts';

/** From what value on a mark is worth a word. */
const worth: readonly (readonly [mark: string, least: number, reason: Reason])[] = [
  ['dataArticle', 1, 'json-ld-article'],
  ['ogArticle', 1, 'og-type-article'],
  ['microArticle', 1, 'microdata-article'],
  ['fewArticles', 1, 'article-element'],
  ['addressStory', 1, 'address-of-story'],
  ['bylineClass', 1, 'signed'],
  ['datedNear', 1, 'dated'],
  ['addressFront', 1, 'address-of-front-page'],
  ['addressList', 1, 'address-of-list'],
  ['dataForum', 1, 'forum'],
  ['addressForum', 1, 'forum'],
  ['forumSoftware', 1, 'forum'],
  ['replies', 0.7, 'many-voices'],
  ['users', 0.7, 'many-voices'],
  ['addressDocs', 1, 'documentation'],
  ['docsSoftware', 1, 'documentation'],
  ['code', 0.7, 'documentation'],
  ['addressShop', 1, 'shop'],
  ['dataProduct', 1, 'shop'],
  ['addressService', 1, 'service'],
  ['ours', 0.6, 'service'],
  ['forms', 0.7, 'form'],
  ['dataManyArticles', 1, 'typed-otherwise'],
  ['dataList', 1, 'typed-otherwise'],
  ['ogOther', 1, 'typed-otherwise'],
  ['manyArticles', 0.75, 'many-articles'],
  ['noHeadline', 1, 'no-headline'],
];

/** What speaks for an article and against it, each once. */
export function reasonsOf(marks: Marks): Reason[] {
  const why = new Set<Reason>();
  for (const [mark, least, reason] of worth) if ((marks[mark] ?? 0) >= least) why.add(reason);
  if (marks['noHeadline'] === 0) why.add('one-headline');
  return [...why];
}
