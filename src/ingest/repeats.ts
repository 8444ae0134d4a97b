// Text that a saved article holds twice: the caption that repeats a sentence, the headline over the body.

import type { ArticleImage } from '../article/types.ts';
import type { InlineLink } from './markup.ts';

/** A paragraph of the body and where it stands. */
export interface Paragraph {
  text: string;
  line: number;
  links: InlineLink[];
}

/** A repetition of fewer words may be the author's. */
const fewestWords = 8;
/** A caption may be short, but not so short that any sentence holds it. */
const fewestCaptionWords = 5;
/** Captions are a sentence or three. */
const longestCaption = 600;

/** What two texts have in common when they differ in case, signs and spaces alone. */
function key(text: string): string {
  return ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
}

const wordsIn = (normalised: string): number => normalised.split(' ').length - 2;

/**
 * Leaves each text once. A first paragraph that stands again below is the caption of a picture
 * whose credit was not kept, or stands apart from it; a paragraph that repeats an earlier one, and
 * one that repeats the headline, goes. Whatever is removed stands elsewhere in the article.
 *
 * @returns the body and the pictures, in order
 */
export function removeRepeats(
  title: string | undefined,
  paragraphs: readonly Paragraph[],
  images: readonly ArticleImage[],
): { body: Paragraph[]; images: ArticleImage[] } {
  const body: Paragraph[] = [];
  const pictures = [...images];
  const seen = new Set<string>();
  const keys = paragraphs.map(({ text }) => key(text));
  for (const [index, paragraph] of paragraphs.entries()) {
    const own = keys[index] ?? '';
    if (index === 0 && title !== undefined && own === key(title)) continue;
    const captionLike =
      paragraph.text.length <= longestCaption && wordsIn(own) >= fewestCaptionWords;
    const first = body.length === 0;
    if (first && captionLike && keys.slice(index + 1).some((later) => later.includes(own))) {
      const bare = pictures.findIndex(({ caption }) => caption === undefined);
      const found = pictures[bare];
      if (found === undefined) {
        pictures.push({ caption: paragraph.text, from: `line ${paragraph.line}` });
      } else {
        pictures[bare] = { ...found, caption: paragraph.text };
      }
      continue;
    }
    if (wordsIn(own) >= fewestWords && seen.has(own)) continue;
    seen.add(own);
    body.push(paragraph);
  }
  return { body, images: pictures };
}
