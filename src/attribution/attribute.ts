// Who says what in a story: its sources with their statements, or that its language is not read here.

import type { Article, CitedSource } from '../article/types.ts';
import { findSources, languageRead } from './sources.ts';

/** The sources of a story; none, and `analysed: false`, where nobody could have been found. */
export interface Attribution {
  /** Whether the text was searched: false for languages that have no rules here. */
  analysed: boolean;
  /** BCP 47, as the story states it or as its words tell; absent where unknown. */
  language?: string;
  sources: CitedSource[];
}

/** What of an {@link Article} is searched. */
export type StoryText = Pick<Article, 'paragraphs' | 'language' | 'links'>;

/** Whom a story's text attributes its statements to, in the order they first appear. */
export function attribute({ paragraphs, language }: StoryText): Attribution {
  const read = languageRead(paragraphs, language?.value);
  const tag = language?.value ?? read;
  return {
    analysed: read !== undefined,
    ...(tag === undefined ? {} : { language: tag }),
    sources: read === undefined ? [] : findSources(paragraphs),
  };
}

/** The sources alone, see {@link attribute}. */
export function citedSources(story: StoryText): CitedSource[] {
  return attribute(story).sources;
}
