// The CSL-JSON item (https://docs.citationstyles.org, schema 1.0.2), as far as Stemma names its fields.

/** A CSL date: parts as far as known, e.g. `[[2021, 2, 5]]`; two of them are a range. */
export interface CslDate {
  'date-parts'?: number[][];
  season?: string | number;
  circa?: string | number | boolean;
  literal?: string;
  raw?: string;
}

/**
 * A name. Of a person the parts that are known; what cannot be taken apart with certainty, and the
 * name of an organisation, stands whole in `literal`.
 */
export interface CslName {
  family?: string;
  given?: string;
  /** `de` in "Alfred de Vigny": sorted behind the given name. */
  'dropping-particle'?: string;
  /** `van der` in "Ada van der Quill": stays before the family name. */
  'non-dropping-particle'?: string;
  suffix?: string;
  literal?: string;
}

/** What Stemma calls a page; other types come in by import and are kept. */
export type CitedType = 'article-newspaper' | 'article-magazine' | 'webpage' | 'post-weblog';

/**
 * An item as in a CSL-JSON file. Only the fields that Stemma reads or writes are named: an imported
 * item keeps all others too, and they are written again.
 */
export interface CslItem {
  id: string;
  type: string;
  title?: string;
  author?: CslName[];
  editor?: CslName[];
  translator?: CslName[];
  'container-title'?: string;
  publisher?: string;
  'publisher-place'?: string;
  section?: string;
  edition?: string;
  volume?: string | number;
  issue?: string | number;
  page?: string | number;
  issued?: CslDate;
  accessed?: CslDate;
  'original-date'?: CslDate;
  /** Name and address of the archive that holds a copy of the page. */
  archive?: string;
  archive_location?: string;
  URL?: string;
  DOI?: string;
  ISSN?: string;
  ISBN?: string;
  genre?: string;
  keyword?: string;
  language?: string;
  abstract?: string;
  note?: string;
}

/** The first date's parts: `[2021, 2, 5]`, or undefined where there are none. */
export function firstDateParts(date: CslDate | undefined): number[] | undefined {
  const [parts] = date?.['date-parts'] ?? [];
  return parts === undefined || parts.length === 0 ? undefined : parts;
}
