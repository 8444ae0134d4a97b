// The saved-article text form to an Article: every line gets one role, and nothing is said twice.

import type { Article, ArticleImage, ArticleLink } from '../article/types.ts';
import { canonicaliseUrl, checkedUrl } from '../article/url.ts';
import { headlineAttribution } from './headline.ts';
import { detectLanguage } from './language.ts';
import { LineReader } from './line-reader.ts';
import { splitBlocks } from './lines.ts';
import type { InlineLink } from './markup.ts';
import { checkOriginalUrl } from './original-url.ts';
import { outletOf } from './outlets.ts';
import type { IngestProblem } from './problem.ts';
import type { Paragraph } from './repeats.ts';
import { removeRepeats } from './repeats.ts';
import { findBinary, longestText, repairText } from './text.ts';

export interface SavedArticleOptions {
  /** Whether a text without an address is refused (default), as an archive needs one. */
  requireUrl?: boolean;
  /** The address, for a text that does not hold it; wins over the one it holds. */
  url?: string;
}

/** Words that make a link point at what a claim rests on. */
const attributing =
  /^(?:reported|reports?|said|says|told|wrote|announced|confirmed|denied|stated|statement|according to|cited|tweeted|posted|study|survey|interview|letter|document|data|published|сообщил[аи]?|заявил[аи]?)$/i;

function toLink(link: InlineLink, kind: ArticleLink['kind']): ArticleLink {
  return { url: checkedUrl(link.url ?? '') ?? '', text: link.text, kind };
}

/** Links of the body and of related stories, with the address where the file kept one. */
function articleLinks(body: readonly Paragraph[], related: readonly InlineLink[]): ArticleLink[] {
  const inBody = body.flatMap(({ links }) =>
    links.map((link) => toLink(link, attributing.test(link.text) ? 'source' : 'other')),
  );
  return [...inBody, ...related.map((link) => toLink(link, 'related'))];
}

/**
 * Reads a saved article: headline, date line, byline, picture lines with bold credit, body,
 * "Related article:" and "Original url:", in the order they come and with any of them missing but
 * the body and, unless told otherwise, the address.
 *
 * The headline stays whole as the title, as it was published and will be cited; what it attributes
 * the story to ("… – NGO") is told beside it. Every field says which line it was read on. A link
 * of which the file kept the words alone has an empty `url`.
 *
 * @param text the file's text; a byte order mark and stray Windows-1252 signs are repaired
 * @param file the file's name, for messages
 */
export function readSavedArticle(
  text: string,
  file: string,
  options: SavedArticleOptions = {},
): { article: Article } | { problem: IngestProblem } {
  const problem = (
    code: IngestProblem['code'],
    line: number,
    why: string,
    fix: string,
  ): { problem: IngestProblem } => ({ problem: { code, file, line, why, fix } });

  if (text.length > longestText) {
    return problem(
      'too-large',
      1,
      `the text has ${text.length} characters, more than ${longestText}`,
      'split it into one file an article',
    );
  }
  const binary = findBinary(text);
  if (binary !== undefined) {
    return problem(
      'binary',
      binary.line,
      `not a text: ${binary.controls} control characters, the first on this line`,
      'give a saved article as plain text',
    );
  }
  const blocks = splitBlocks(repairText(text));
  if (blocks.length === 0) {
    return problem('empty', 1, 'the file is empty', 'save the article again or leave the file out');
  }
  const reading = new LineReader();
  reading.read(blocks);

  const lastLine = blocks.at(-1)?.at(-1)?.number ?? 1;
  const { address } = reading;
  let url = options.url ?? '';
  if (url !== '') {
    reading.address = undefined;
  } else if (address !== undefined && address.written !== '') {
    const checked = checkOriginalUrl(address.written);
    if ('why' in checked) {
      return problem(
        'bad-url',
        address.line,
        checked.why,
        'correct the address after "Original url:"',
      );
    }
    url = checked.url;
  } else if (options.requireUrl ?? true) {
    const why = address === undefined ? 'no address of the original' : 'no address after the label';
    return problem(
      'no-url',
      address?.line ?? lastLine,
      why,
      'add a line "Original url: https://…"',
    );
  }

  const { body, images } = removeRepeats(reading.title?.value, reading.body, reading.images);
  if (body.length === 0) {
    return problem(
      'no-body',
      lastLine,
      `no paragraph of text in ${lastLine} lines`,
      'save the article again with its text',
    );
  }
  return { article: assemble(reading, url, body, images) };
}

function assemble(
  reading: LineReader,
  url: string,
  body: readonly Paragraph[],
  images: ArticleImage[],
): Article {
  const { title, published, modified, address } = reading;
  const paragraphs = body.map((paragraph) => paragraph.text);
  const canonical = url === '' ? undefined : canonicaliseUrl(url);
  const publisher = url === '' ? undefined : outletOf(url);
  const attribution =
    title === undefined ? undefined : headlineAttribution(title.value, publisher?.value);
  const language = detectLanguage(paragraphs);
  const links = articleLinks(body, reading.related);
  return {
    url,
    ...(canonical === undefined
      ? {}
      : {
          canonicalUrl: {
            value: canonical,
            from: address === undefined ? 'given' : `line ${address.line}`,
          },
        }),
    ...(title === undefined ? {} : { title }),
    ...(attribution === undefined || title === undefined
      ? {}
      : { attribution: { value: attribution, from: title.from } }),
    byline: reading.byline,
    ...(publisher === undefined ? {} : { publisher }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(language === undefined ? {} : { language }),
    paragraphs,
    images,
    sources: [],
    links,
    related: reading.related.map(({ text, url: to }) => {
      const checked = checkedUrl(to ?? '');
      return checked === undefined ? { title: text } : { title: text, url: checked };
    }),
  };
}
