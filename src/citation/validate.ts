// Stored citations are checked when they are read: disks, migrations and imports are not to be trusted.
import * as v from 'valibot';
import { checkedUrl } from '../article/url.ts';
import type { Citation } from './types.ts';

/** The version of the record that this code writes and reads. */
const VERSION = 1;

/** A record that is not a citation: says which field is wrong, and what stands there. */
export class InvalidCitationError extends Error {
  override readonly name = 'InvalidCitationError';
  /** The field, as a path: `item.URL`; empty for the record itself. */
  readonly field: string;

  constructor(field: string, reason: string) {
    super(`A stored citation is not readable${field === '' ? '' : ` at "${field}"`}: ${reason}`);
    this.field = field;
  }
}

/** Addresses end up as links, so nothing but http(s) passes. */
const Address = v.pipe(
  v.string(),
  v.check((text) => checkedUrl(text) !== undefined, 'not an http or https address'),
);

const Moment = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/, 'not an ISO 8601 moment'));

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a lower-case hex SHA-256'));

const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

const DateParts = v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(1), v.maxLength(3));

const Day = v.object({ 'date-parts': v.tuple([DateParts]) });

const Name = v.union([
  v.object({ literal: v.string() }),
  v.object({ family: v.string(), given: v.exactOptional(v.string()) }),
]);

const Item = v.looseObject({
  id: v.string(),
  type: v.picklist(['article-newspaper', 'webpage']),
  title: v.exactOptional(v.string()),
  author: v.exactOptional(v.array(Name)),
  'container-title': v.exactOptional(v.string()),
  publisher: v.exactOptional(v.string()),
  issued: v.exactOptional(Day),
  accessed: Day,
  URL: Address,
  language: v.exactOptional(v.string()),
  note: v.exactOptional(v.string()),
});

const MatchEvidence = v.looseObject({
  archive: v.string(),
  archiveSha256: Sha256,
  url: v.exactOptional(Address),
  title: v.exactOptional(v.string()),
  publisher: v.exactOptional(v.string()),
  published: v.exactOptional(v.string()),
  relation: v.picklist([
    'identical',
    'edited',
    'contains',
    'excerpt-of',
    'partial',
    'shares-quote',
  ]),
  strength: v.picklist(['possible', 'reported', 'strong']),
  order: v.picklist(['archive-earlier', 'page-earlier', 'unknown']),
  pageShare: Share,
  archiveShare: Share,
});

const Evidence = v.looseObject({
  pageUrl: Address,
  canonicalUrl: v.exactOptional(Address),
  accessed: Moment,
  published: v.exactOptional(v.string()),
  modified: v.exactOptional(v.string()),
  readFrom: v.record(v.string(), v.string()),
  textSha256: Sha256,
  words: Count,
  match: v.exactOptional(MatchEvidence),
  searched: v.array(v.object({ name: v.string(), documents: Count })),
});

/** Loose, so that a field which another version added is carried along and not lost. */
const Record = v.looseObject({
  version: v.literal(VERSION),
  id: v.pipe(v.string(), v.minLength(1)),
  savedAt: Moment,
  key: v.pipe(v.string(), v.minLength(1)),
  item: Item,
  evidence: Evidence,
});

const Versioned = v.looseObject({ version: v.number() });

/**
 * A stored record as a citation.
 * @throws {InvalidCitationError} naming the field and what is wrong with it; a record of a later
 *   version is refused by its number
 */
export function parseCitation(stored: unknown): Citation {
  const versioned = v.safeParse(Versioned, stored);
  if (versioned.success && versioned.output.version !== VERSION) {
    throw new InvalidCitationError(
      'version',
      `it was written as version ${versioned.output.version}, and this Stemma reads version ${VERSION}`,
    );
  }
  const result = v.safeParse(Record, stored);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new InvalidCitationError(v.getDotPath(issue) ?? '', issue.message);
}
