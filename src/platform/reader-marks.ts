// What a reader marked as wrong, in local storage: an item a page, so that the popup reads one.

import type { Mark, MarkKind } from '../provenance/marks.ts';
import { browser } from './browser.ts';

const PREFIX = 'wrong:';
const KINDS: readonly string[] = [
  'verdict',
  'relative',
  'source',
  'photo',
  'publisher',
  'look-alike',
  'related',
] satisfies MarkKind[];

const keyOf = (page: string): string => `${PREFIX}${page.replace(/#.*$/s, '')}`;

/**
 * By hand rather than by schema: this is read before the popup's first paint. What another version
 * stored and this one does not know is left where it is, and not told.
 */
function isMark(value: unknown): value is Mark {
  if (typeof value !== 'object' || value === null) return false;
  const field = (name: string): unknown => Reflect.get(value, name);
  const texts = ['id', 'page', 'said', 'at'].every((name) => typeof field(name) === 'string');
  const kind = field('kind');
  return texts && typeof kind === 'string' && KINDS.includes(kind);
}

const marksIn = (value: unknown): Mark[] => (Array.isArray(value) ? value.filter(isMark) : []);

/** What was marked about a page. */
export async function readMarks(page: string): Promise<Mark[]> {
  const key = keyOf(page);
  return marksIn((await browser.storage.local.get(key))[key]);
}

/** Keeps a mark; one of the same statement takes its place. */
export async function writeMark(mark: Mark): Promise<void> {
  const others = (await readMarks(mark.page)).filter(({ id }) => id !== mark.id);
  await browser.storage.local.set({ [keyOf(mark.page)]: [...others, mark] });
}

/** Takes a mark back. */
export async function removeMark(page: string, id: string): Promise<void> {
  const others = (await readMarks(page)).filter((mark) => mark.id !== id);
  if (others.length === 0) await browser.storage.local.remove(keyOf(page));
  else await browser.storage.local.set({ [keyOf(page)]: others });
}

/** Everything that was ever marked, on any page. */
export async function allMarks(): Promise<Mark[]> {
  const stored = await browser.storage.local.get(null);
  return Object.entries(stored).flatMap(([key, value]) =>
    key.startsWith(PREFIX) ? marksIn(value) : [],
  );
}
