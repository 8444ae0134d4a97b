// Whether a picture's own lines mark it as older than the story, or as an illustration of it.

import type { ArticleImage } from './types.ts';

/** The words of outlets in ten languages; each stands for itself, never inside of a sentence. */
const archive =
  "(?:file|archive|archival|library) (?:photo|photograph|image|picture|footage)|(?:photo|image|picture) (?:d['’]archives?|from (?:the )?archives?)|archivbild|archivfoto|archivaufnahme|(?:foto|imagen|immagine) d(?:e|i|['’]) ?(?:archivo|archivio|arquivo|repertorio)|zdjęcie archiwalne|(?:архивное|архівне) (?:фото|изображение|зображення)|фото из архива|фото з архіву|(?:фото|кадр) архивн(?:ое|ый)";
const illustration =
  "symbolbild|symbolfoto|themenbild|beispielbild|illustrationsbild|(?:illustrative|representational|representative|stock|generic) (?:photo|photograph|image|picture|file image)|(?:photo|image) (?:d['’]illustration|prétexte|for illustrative purposes(?: only)?)|(?:foto|imagen|imagem|immagine) (?:ilustrativa|illustrativa|de ilustración|di illustrazione)|zdjęcie ilustracyjne|иллюстративное (?:фото|изображение)|ілюстративне (?:фото|зображення)|фото носит иллюстративный характер|(?:фото|изображение) для иллюстрации";

/** At the start of a line, in brackets, or behind the end of a sentence or a bar. */
const opening = '(?:^|[([]|[.!?…|/,;:–—-]\\s*)\\s*';
const closing = '(?=\\s*(?:$|[)\\].,:;|/–—-]|\\b(?:of|from|by|dated|taken)\\b))';
const marks: [mark: 'archive' | 'illustration', pattern: RegExp][] = [
  ['illustration', new RegExp(`${opening}(${illustration})${closing}`, 'iu')],
  ['archive', new RegExp(`${opening}(${archive})${closing}`, 'iu')],
  // Agencies set the one word before a caption, or alone in brackets.
  ['archive', /^(FILE)\s*(?:PHOTO)?\s*(?:[-–—:]|$)/u],
  ['archive', /[([](file|archive|архив|архів|archiv|archives?|archivo|archivio|arquivo)[)\]]/iu],
  ['archive', /^(file)\s*:/iu],
  ['archive', /^(архив|архів|archiv|archives?)\s*[:/|.]/iu],
  ['illustration', /^(illustration|иллюстрация|ілюстрація|symbolbild|ilustración)\s*[:.]?\s*$/iu],
];

/** Captions are a sentence or three. */
const longestLine = 1500;

/** The mark that caption or credit carry, with the words that say so. */
export function markOf(
  caption: string | undefined,
  credit: string | undefined,
): ArticleImage['marked'] | undefined {
  for (const line of [caption, credit]) {
    if (line === undefined) continue;
    for (const [value, pattern] of marks) {
      const found = pattern.exec(line.slice(0, longestLine));
      if (found !== null) return { value, from: found[1] ?? found[0] };
    }
  }
  return undefined;
}
