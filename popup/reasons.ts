// The reasons against an article, by the name of the message that words them.

/** Reasons that a reader can do something with; the rest of them is detail. */
const KEYS: ReadonlyMap<string, string> = new Map([
  ['not-a-page', 'whyNotAPage'],
  ['address-of-front-page', 'whyFrontPage'],
  ['address-of-list', 'whyList'],
  ['typed-otherwise', 'whyTypedOtherwise'],
  ['many-articles', 'whyManyArticles'],
  ['forum', 'whyForum'],
  ['many-voices', 'whyManyVoices'],
  ['documentation', 'whyDocumentation'],
  ['shop', 'whyShop'],
  ['service', 'whyService'],
  ['form', 'whyForm'],
  ['no-headline', 'whyNoHeadline'],
  ['few-paragraphs', 'whyFewParagraphs'],
  ['few-words', 'whyFewWords'],
  ['mostly-links', 'whyMostlyLinks'],
  ['no-body', 'whyNoBody'],
]);

/** The message for a reason code, or undefined for one that speaks for an article or is new. */
export const reasonKey = (reason: string): string | undefined => KEYS.get(reason);
