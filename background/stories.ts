// The stories this worker read last, in memory alone: gone with the worker, and never stored.

interface Story {
  tabId: number;
  digest: string;
  paragraphs: readonly string[];
}

/** Enough for a reader who goes between a few tabs; a story is some 30 KB. */
const MOST_STORIES = 4;

const stories: Story[] = [];

/** Keeps a story for as long as this worker lives, or until others take its place. */
export function remember(tabId: number, digest: string, paragraphs: readonly string[]): void {
  const known = stories.findIndex((story) => story.tabId === tabId);
  if (known >= 0) stories.splice(known, 1);
  stories.push({ tabId, digest, paragraphs });
  if (stories.length > MOST_STORIES) stories.shift();
}

/** The paragraphs of the story with that digest of its words, if it was the last of that tab. */
export function recalled(tabId: number, digest: string): readonly string[] | undefined {
  return stories.find((story) => story.tabId === tabId && story.digest === digest)?.paragraphs;
}

/** The tab has gone elsewhere. */
export function forget(tabId: number): void {
  const known = stories.findIndex((story) => story.tabId === tabId);
  if (known >= 0) stories.splice(known, 1);
}
