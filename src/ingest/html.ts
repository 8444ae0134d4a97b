// Saved HTML pages to Articles, by the same extraction that runs in the browser.

import { extractArticle } from '../article/extract.ts';
import type { Article } from '../article/types.ts';
import { checkedUrl } from '../article/url.ts';
import { guessEncoding } from './encoding.ts';
import { parsePage } from './page-tree.ts';
import type { IngestProblem, IngestProblemCode } from './problem.ts';
import { decodeText, findBinary, longestText } from './text.ts';

export interface HtmlPage {
  isArticle: boolean;
  why: string[];
  article: Article;
}

export interface HtmlOptions {
  /** The page's address; without it the page's own canonical link or `og:url` is taken. */
  url?: string;
  /** Whether a page without an address is refused (default), as an archive needs one. */
  requireUrl?: boolean;
  /** The encoding that the server named; wins over the page's own declaration, as in browsers. */
  charset?: string;
}

/** A page declares its encoding within its first kilobyte; some are late. */
const declarationBytes = 4096;

/** The encoding a page names in `<meta charset>` or `<meta http-equiv>`. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes));
  return /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
}

/** An encoding that exists; servers name some that do not. */
function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

/** The address a page gives itself, absolute and http(s). */
function ownAddress(document: Document): string | undefined {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  const shared = document
    .querySelector('meta[property="og:url"], meta[name="og:url"]')
    ?.getAttribute('content');
  return checkedUrl(canonical ?? '') ?? checkedUrl(shared ?? '');
}

/**
 * Reads one saved page.
 *
 * @param bytes the file as it is; its encoding is taken from its mark or its own declaration
 */
export function readHtml(
  bytes: Uint8Array,
  file: string,
  options: HtmlOptions = {},
): HtmlPage | { problem: IngestProblem } {
  const problem = (code: IngestProblemCode, line: number, why: string, fix: string) => ({
    problem: { code, file, line, why, fix },
  });
  if (bytes.length > longestText) {
    const why = `the page has ${bytes.length} bytes, more than ${longestText}`;
    return problem('too-large', 1, why, 'leave the file out');
  }
  const html = decodeText(
    bytes,
    knownEncoding(options.charset) ?? declaredEncoding(bytes) ?? guessEncoding(bytes),
  );
  const binary = findBinary(html);
  if (binary !== undefined) {
    const why = `not a page: ${binary.controls} control characters, the first on this line`;
    return problem('binary', binary.line, why, 'give a page saved as HTML');
  }
  if (html.trim() === '') {
    return problem('empty', 1, 'the file is empty', 'save the page again or leave the file out');
  }
  const document = parsePage(html);
  const url = options.url ?? ownAddress(document);
  if (url === undefined && (options.requireUrl ?? true)) {
    const why = 'the page names no http(s) address of its own (canonical link, og:url)';
    return problem(
      'no-url',
      1,
      why,
      'save the page with its head, or as text with "Original url:"',
    );
  }
  return extractArticle(document, url ?? '');
}
