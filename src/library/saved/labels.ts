// Keys of the words for fields and relations, as the messages have them.

import type { FieldName } from './fields.ts';

export const LABELS: Record<FieldName, string> = {
  title: 'factTitle',
  translatedTitle: 'fieldTranslated',
  authors: 'fieldAuthors',
  outlet: 'factPublisher',
  issued: 'factPublished',
  language: 'fieldLanguage',
  note: 'fieldNote',
  tags: 'fieldTags',
  collections: 'fieldCollections',
};

/** Relations as filters name them; `none` is no match at all. */
export const RELATIONS: Record<string, string> = {
  identical: 'relationSame',
  edited: 'relationEdited',
  contains: 'relationLonger',
  'excerpt-of': 'relationShorter',
  partial: 'relationPartial',
  'shares-quote': 'relationQuote',
  none: 'relationNone',
};
