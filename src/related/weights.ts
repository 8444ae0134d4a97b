// How much a shared word says about two stories: every number of related coverage, with its reason.

import type { Feature } from './features.ts';

/** Features of a document that a pack keeps: 72 find 1 % less of the reports of one event. */
export const KEPT_FEATURES = 96;
/** Features of the page that are looked up. */
export const ASKED_FEATURES = 128;

/**
 * Documents that a word is thought to have stood in before any was counted, of {@link PRIOR_TOTAL}:
 * in a small archive "the" would otherwise be as rare as a name.
 */
const PRIOR_TOTAL = 100;
const PRIOR = 1;
const PRIOR_SHORT = 30;

/** Full names count once more through their parts. */
const FULL_NAME = 0.6;
const NAME = 1.2;

/** Inverse document frequency, smoothed. */
export function rarityOf(documentFrequency: number, documents: number, short: boolean): number {
  const prior = short ? PRIOR_SHORT : PRIOR;
  return Math.log(1 + (documents + PRIOR_TOTAL) / (documentFrequency + prior));
}

/** How often a word stands in a story, damped: 1, 1.7 for two, 2.1 for three. */
function damped(frequency: number): number {
  return 1 + Math.log(frequency);
}

/** Steps of 1/3, of which 16 are kept: a word that stands 150 times says no more. */
const FREQUENCY_STEPS = 16;

/** The damped frequency as a pack keeps it. */
export function frequencyCode(frequency: number): number {
  const code = Math.round((damped(frequency) - 1) * 3);
  return Math.min(FREQUENCY_STEPS - 1, Math.max(0, code));
}

/** The damped frequency that a code stands for. */
export function codedFrequency(code: number): number {
  return 1 + code / 3;
}

/** Names count more than other words, full ones less than their parts together. */
export function kindWeight({ kind, length }: Feature): number {
  if (kind === 'term') return 1;
  return length === 2 ? NAME * FULL_NAME : NAME;
}

/** The share of a score that is left `days` from the page's day: reports of one event come together. */
export function nearness(days: number): number {
  const FLOOR = 0.06;
  const DECAY_DAYS = 1.2;
  return FLOOR + (1 - FLOOR) * Math.exp(-Math.max(0, days - 1) / DECAY_DAYS);
}

/** The same where one of the two has no date. */
export const UNDATED = 0.7;
/** A story of the page's own outlet: asked is who else covered it. */
export const SAME_OUTLET = 0.4;
/** What is left of the score of an outlet's second story in the list. */
export const SECOND_OF_OUTLET = 0.75;

/** Least score told. */
export const LEAST_SCORE = 0.03;
