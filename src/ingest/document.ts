// An Article to what an archive takes in: its facts and its body, never its captions or quotes.

import { createHash } from 'node:crypto';
import type { ArchivedImage, DocumentInput } from '../archive/types.ts';
import type { Article, ArticleImage, CitedSource } from '../article/types.ts';
import { canonicaliseUrl, siteHost } from '../article/url.ts';
import { citedSources } from '../attribution/attribute.ts';

/** The first 64 bits of a SHA-256: enough that a million documents do not meet by chance. */
const idDigits = 16;

function stableId(article: Article, url: string | undefined): string {
  const identity = url ?? article.paragraphs.join('\n\n');
  return createHash('sha256').update(identity, 'utf8').digest('hex').slice(0, idDigits);
}

/** Credit and licence of a picture; nothing where neither is known. A caption is the outlet's text. */
function archivedImage({ url, credit, license, licenseUrl }: ArticleImage): ArchivedImage[] {
  if (credit === undefined && license === undefined) return [];
  return [
    {
      ...(url === undefined ? {} : { url }),
      ...(credit === undefined ? {} : { credit }),
      ...(license === undefined ? {} : { license }),
      ...(licenseUrl === undefined ? {} : { licenseUrl }),
    },
  ];
}

/** A story names whom it rests on early; reading all of every story is most of a build. */
const searched = 4000;

/** The sources that a story opens with, unless the input names its own. */
function openingSources(article: Article): CitedSource[] {
  if (article.sources.length > 0) return article.sources;
  let room = searched;
  const paragraphs = article.paragraphs.filter((text) => {
    const fits = room > 0;
    room -= text.length;
    return fits;
  });
  return citedSources({ ...article, paragraphs });
}

/** Who said so, without the words that were said: a quote is the outlet's text. */
function archivedSource(source: CitedSource): DocumentInput['sources'][number] {
  const { name, kind, role, cue, denies, link } = source;
  return {
    name,
    kind,
    ...(role === undefined ? {} : { role }),
    ...(cue === undefined ? {} : { cue }),
    ...(denies === undefined ? {} : { denies }),
    ...(link === undefined ? {} : { link }),
  };
}

/**
 * A document on its way into a pack.
 *
 * Its id, unless given, is the first 16 hex digits of the SHA-256 of its canonical address, or of
 * its paragraphs joined by blank lines where it has none: the same article has the same id in every
 * archive.
 *
 * @param options.sources `false` leaves out reading who is cited, which takes several times as long
 *   as all the rest
 */
export function toDocumentInput(
  article: Article,
  options: { id?: string; firstSeen?: string; sources?: boolean } = {},
): DocumentInput {
  const { title, publisher, published, modified, language, attribution } = article;
  const own = article.url === '' ? undefined : article.url;
  const canonical = article.canonicalUrl?.value;
  // A copy may name its original as canonical: it still stands where it stands.
  const elsewhere =
    own !== undefined && canonical !== undefined && siteHost(own) !== siteHost(canonical);
  const url = elsewhere ? canonicaliseUrl(own) : (canonical ?? own);
  return {
    id: options.id ?? stableId(article, url),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title: title.value }),
    ...(publisher === undefined ? {} : { publisher: publisher.value }),
    authors: article.byline.map(({ value }) => value),
    ...(published === undefined ? {} : { published: published.value }),
    ...(modified === undefined ? {} : { modified: modified.value }),
    ...(options.firstSeen === undefined ? {} : { firstSeen: options.firstSeen }),
    ...(language === undefined ? {} : { language: language.value }),
    ...(attribution === undefined ? {} : { attribution: attribution.value }),
    images: article.images.flatMap(archivedImage),
    sources: (options.sources === false ? article.sources : openingSources(article)).map(
      archivedSource,
    ),
    related: article.related,
    paragraphs: article.paragraphs,
  };
}
