// What an address says of its page: a front page, a list, or one story.

export type AddressKind = 'front' | 'list' | 'story' | 'unknown';

/** First path segments under which sites keep lists of stories rather than stories. */
const listSegment =
  /^(?:tags?|topics?|themes?|category|categories|kategorie|categoria|rubrics?|sections?|authors?|autor|auteurs?|profile|people|search|suche|archives?|page|latest|newest|live|videos?|galleries|podcasts?|newsletters?|rss|feeds?|subscribe|subscriptions?|about(?:-us)?|contact(?:-us)?|imprint|impressum|privacy(?:-policy)?|terms(?:-of-(?:use|service))?|advertise|help|faq|login|register|account|shop|store|products?|cart|jobs|careers|events?|forums?|community|docs?|documentation|wiki)$/i;
/** A day or a month in a path: `/2024/04/29/`. */
export const dated = /\/(?:19|20)\d\d[/-](?:0?[1-9]|1[0-2]|[a-z]{3})(?:[/-]|$)/i;
/** A locale as the only segment: `/en`, `/en-gb`. */
const locale = /^[a-z]{2}(?:[-_][a-z]{2})?$/i;
const index = /^(?:index|home|default|main|startseite|homepage)(?:\.\w+)?$/i;

/**
 * Reads the form of an address. A guess from the path alone: it weighs in, it never decides.
 * A story's last segment has four words or more, or a long number; a list's is one word.
 */
export function addressKind(url: string): AddressKind {
  if (!URL.canParse(url)) return 'unknown';
  const { pathname, searchParams } = new URL(url);
  const segments = pathname.split('/').filter((segment) => segment !== '');
  const [first = ''] = segments;
  const last = segments.at(-1) ?? '';
  if (
    segments.length === 0 ||
    (segments.length === 1 && (locale.test(first) || index.test(first)))
  ) {
    // `/?p=123`, `/index.php?id=77`: the story is named by the query.
    // By `forEach`: in Firefox's content scripts the iterators of `URLSearchParams` do not iterate.
    let numbered = false;
    searchParams.forEach((value) => {
      if (/^\d{2,}$/.test(value)) numbered = true;
    });
    return numbered ? 'unknown' : 'front';
  }
  const words = last
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_]+|%20/)
    .filter((word) => word !== '');
  const storyName = words.length >= 4 || /\d{5,}/.test(last);
  const inDate = dated.test(pathname);
  if (inDate && /[a-z]{3}/i.test(last)) return 'story';
  if (segments.some((segment) => listSegment.test(segment)) && !storyName) return 'list';
  if (/^(?:\d{1,2}|(?:19|20)\d\d)$/.test(last) && inDate) return 'list';
  if (storyName) return 'story';
  if (segments.length <= 2 && words.length === 1 && !/\d/.test(last) && pathname.endsWith('/')) {
    return 'list';
  }
  return 'unknown';
}
