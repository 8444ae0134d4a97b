// Reads a saved article in the seed's form, just far enough to serve it as a web page.

/** A saved article taken apart. Nothing of it is kept anywhere but in memory. */
export interface SeedText {
  title: string;
  /** ISO 8601 date. */
  published: string;
  url: string;
  caption: string;
  credit: string;
  licence?: string;
  relatedTitle?: string;
  paragraphs: string[];
}

/** A seed file that cannot be served, with its name and what it lacks. */
export class SeedError extends Error {
  override name = 'SeedError';
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function isoDate(line: string): string | undefined {
  const found = /^([A-Za-z]+) (\d{1,2}), (\d{4})$/.exec(line.trim());
  const month = MONTHS.indexOf(found?.[1]?.toLowerCase() ?? '') + 1;
  if (!found || month === 0) return undefined;
  return `${found[3]}-${String(month).padStart(2, '0')}-${(found[2] ?? '').padStart(2, '0')}`;
}

function plain(text: string): string {
  return text
    .replace(/<\/?u>/g, '')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Takes a saved article apart.
 * @param name file name for messages
 * @throws {SeedError} when the title, the date, the address or the body is missing
 */
export function readSeed(name: string, source: string): SeedText {
  const [story = '', address = ''] = source.replace(/\r\n?/g, '\n').split(/^Original url:\s*$/im);
  const url = address.replace(/\s+/g, '');
  if (!/^https?:\/\/[^/]+\/./.test(url)) throw new SeedError(`${name}: no original address`);
  const chunks = story
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '');
  const title = plain(chunks.shift() ?? '');
  const dateAt = chunks.findIndex((chunk) => isoDate(chunk) !== undefined);
  const published = isoDate(chunks[dateAt] ?? '');
  if (title === '' || published === undefined) throw new SeedError(`${name}: no title or date`);
  chunks.splice(dateAt, 1);

  let caption = '';
  let credit = '';
  let licence: string | undefined;
  let relatedTitle: string | undefined;
  const paragraphs: string[] = [];
  for (const chunk of chunks) {
    const bold = /\*\*([^*]+)\*\*\s*$/.exec(chunk);
    if (bold && caption === '') {
      caption = plain(chunk.slice(0, bold.index));
      const whole = plain(bold[1] ?? '');
      licence = /\(([^)]+)\)\s*$/.exec(whole)?.[1];
      credit = whole.replace(/\s*\([^)]*\)\s*$/, '');
      continue;
    }
    const related = /^Related article:\s*((?:<u>[\s\S]*?<\/u>\s*)+)/i.exec(chunk);
    if (related) {
      relatedTitle = plain((related[1] ?? '').replace(/-<\/u>\s*<u>/g, '-'));
      const rest = plain(chunk.slice(related[0].length));
      if (rest !== '') paragraphs.push(rest);
      continue;
    }
    paragraphs.push(plain(chunk));
  }
  if (paragraphs.length < 3) throw new SeedError(`${name}: ${paragraphs.length} paragraphs, not 3`);
  return {
    title,
    published,
    url,
    caption,
    credit,
    paragraphs,
    ...(licence === undefined ? {} : { licence }),
    ...(relatedTitle === undefined ? {} : { relatedTitle }),
  };
}

/** Sentences of a paragraph, by stops that a capital follows. */
export function sentences(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?])\s+(?=[A-Z“"'])/);
}

/** Words that stand in for others without a story behind them. */
const SWAPS: [RegExp, string][] = [
  [/\ballegedly\b/, 'reportedly'],
  [/\bhome\b/, 'native'],
  [/\brelocate\b/, 'move'],
  [/\bcity\b/, 'town'],
  [/\bsome\b/, 'about'],
  [/\blater\b/, 'afterwards'],
  [/\bforced\b/, 'made'],
  [/\bwent\b/, 'had gone'],
  [/\baround\b/, 'about'],
  [/\bdescribed\b/, 'spoke of'],
  [/\bapartment\b/, 'flat'],
  [/\blocal\b/, 'the city’s'],
  [/\bearlier\b/, 'before'],
  [/\bappeared\b/, 'seemed'],
  [/\brecent\b/, 'past'],
  [/\bdenies\b/, 'disputes'],
  [/\bsaid\b/, 'stated'],
];

/** What was done to a text, for tests to hold the pages to. */
export interface SeedEdit {
  paragraphs: string[];
  dropped: string;
  added: string;
  swapped: number;
}

/** An edited copy: the last sentence of a longer paragraph dropped, `added` put in, words swapped. */
export function editSeed(text: SeedText, added: string, swaps = 10): SeedEdit {
  const paragraphs = [...text.paragraphs];
  const at = paragraphs.findIndex((entry, index) => index > 1 && sentences(entry).length > 1);
  if (at < 0) throw new SeedError('no paragraph of two sentences to drop one from');
  const parts = sentences(paragraphs[at] ?? '');
  const dropped = parts.at(-1) ?? '';
  paragraphs[at] = parts.slice(0, -1).join(' ');
  let swapped = 0;
  for (const [from, to] of SWAPS) {
    if (swapped === swaps) break;
    const place = paragraphs.findIndex((entry) => from.test(entry));
    if (place < 0) continue;
    paragraphs[place] = (paragraphs[place] ?? '').replace(from, to);
    swapped += 1;
  }
  paragraphs[1] = `${paragraphs[1]} ${added}`;
  return { paragraphs, dropped, added, swapped };
}
