// Stored citations are checked when they are read: disks, migrations and imports are not to be trusted.
import * as v from 'valibot';
import { checkedUrl } from '../article/url.ts';
import type { CslItem } from './csl.ts';
import { migrated } from './migrate.ts';
import { overlaid } from './overlay.ts';
import { CITATION_VERSION, type Citation } from './types.ts';

/** A record that is not a citation: says which field is wrong, and what stands there. */
export class InvalidCitationError extends Error {
  override readonly name = 'InvalidCitationError';
  /** The field, as a path: `item.URL`; empty for the record itself. */
  readonly field: string;

  constructor(field: string, reason: string, what = 'A stored citation') {
    super(`${what} is not readable${field === '' ? '' : ` at "${field}"`}: ${reason}`);
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
const Text = v.exactOptional(v.string());
const TextOrNumber = v.exactOptional(v.union([v.string(), v.number()]));
const Id = v.pipe(v.string(), v.minLength(1));
const Base64 = v.pipe(v.string(), v.base64());

const DateParts = v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(1), v.maxLength(3));

const Day = v.looseObject({
  'date-parts': v.exactOptional(v.pipe(v.array(DateParts), v.minLength(1), v.maxLength(2))),
  season: TextOrNumber,
  circa: v.exactOptional(v.union([v.string(), v.number(), v.boolean()])),
  literal: Text,
  raw: Text,
});

const Name = v.pipe(
  v.looseObject({
    family: Text,
    given: Text,
    'dropping-particle': Text,
    'non-dropping-particle': Text,
    suffix: Text,
    literal: Text,
  }),
  v.check(
    ({ family, given, literal }) => (family ?? given ?? literal) !== undefined,
    'a name without family, given or literal',
  ),
);
const Names = v.exactOptional(v.array(Name));

/** Loose: an imported item keeps the fields that Stemma has no use for. */
const Item = v.looseObject({
  id: v.string(),
  type: v.pipe(v.string(), v.regex(/^[a-z][a-z_-]*$/, 'not a CSL type')),
  title: Text,
  author: Names,
  editor: Names,
  translator: Names,
  'container-title': Text,
  publisher: Text,
  'publisher-place': Text,
  section: Text,
  edition: Text,
  volume: TextOrNumber,
  issue: TextOrNumber,
  page: TextOrNumber,
  issued: v.exactOptional(Day),
  accessed: v.exactOptional(Day),
  'original-date': v.exactOptional(Day),
  archive: Text,
  archive_location: Text,
  URL: v.exactOptional(Address),
  DOI: Text,
  ISSN: Text,
  ISBN: Text,
  genre: Text,
  keyword: Text,
  language: Text,
  abstract: Text,
  note: Text,
});

const Relation = v.picklist([
  'identical',
  'edited',
  'contains',
  'excerpt-of',
  'partial',
  'shares-quote',
]);
const Strength = v.picklist(['possible', 'reported', 'strong']);
const Order = v.picklist(['archive-earlier', 'page-earlier', 'unknown']);

const described = {
  archive: v.string(),
  url: v.exactOptional(Address),
  title: Text,
  publisher: Text,
  published: Text,
};

const Match = v.looseObject({
  ...described,
  archiveSha256: Sha256,
  relation: Relation,
  strength: Strength,
  order: Order,
  pageShare: Share,
  archiveShare: Share,
});

const Known = v.looseObject({
  ...described,
  archiveSha256: v.exactOptional(Sha256),
  relation: v.exactOptional(Relation),
  strength: v.exactOptional(Strength),
  order: v.exactOptional(Order),
  pageShare: v.exactOptional(Share),
  archiveShare: v.exactOptional(Share),
});

const Stated = v.looseObject({
  value: v.string(),
  precision: v.picklist(['year', 'month', 'day', 'time']),
});

const Fingerprints = v.looseObject({
  profile: v.literal('std'),
  normaliser: v.string(),
  count: Count,
  of: Count,
  keys: Base64,
  positions: Base64,
});

const Evidence = v.looseObject({
  pageUrl: Address,
  canonicalUrl: v.exactOptional(Address),
  archived: v.exactOptional(v.looseObject({ url: Address, date: Text })),
  accessed: Moment,
  title: Text,
  published: v.exactOptional(Stated),
  modified: v.exactOptional(Stated),
  readFrom: v.record(v.string(), v.string()),
  textSha256: Sha256,
  words: Count,
  fingerprints: v.exactOptional(Fingerprints),
  verdict: v.exactOptional(
    v.picklist([
      'original',
      'earliest',
      'copy',
      'edited',
      'changed',
      'excerpt',
      'contains',
      'passages',
      'related',
      'no-match',
    ]),
  ),
  match: v.exactOptional(Match),
  earliest: v.exactOptional(Known),
  searched: v.array(
    v.looseObject({
      name: v.string(),
      documents: Count,
      sha256: v.exactOptional(Sha256),
      created: Text,
    }),
  ),
});

const Quote = v.looseObject({
  id: Id,
  created: Moment,
  quote: v.looseObject({
    type: v.literal('TextQuoteSelector'),
    exact: v.string(),
    prefix: Text,
    suffix: Text,
  }),
  position: v.exactOptional(
    v.looseObject({ type: v.literal('TextPositionSelector'), start: Count, end: Count }),
  ),
  note: Text,
});

/** Loose, so that a field which another version added is carried along and not lost. */
const Record = v.looseObject({
  version: v.literal(CITATION_VERSION),
  id: Id,
  savedAt: Moment,
  updatedAt: Moment,
  revision: v.pipe(Count, v.minValue(1)),
  key: Id,
  item: Item,
  edits: v.record(v.string(), v.unknown()),
  evidence: v.exactOptional(Evidence),
  imported: v.exactOptional(
    v.looseObject({
      format: v.picklist(['csl-json', 'bibtex', 'ris', 'stemma']),
      at: Moment,
      source: Text,
      label: Text,
    }),
  ),
  quotes: v.array(Quote),
  tags: v.array(v.string()),
  collections: v.array(v.string()),
  note: v.string(),
  translatedTitle: Text,
  merged: v.exactOptional(v.array(v.unknown())),
});

const Versioned = v.looseObject({ version: v.number() });

/**
 * A stored record as a citation; one of an earlier version is brought to this one.
 * @throws {InvalidCitationError} naming the field and what is wrong with it; a record of a later
 *   version is refused by its number
 */
export function parseCitation(stored: unknown): Citation {
  const current = migrated(stored);
  const versioned = v.safeParse(Versioned, current);
  if (versioned.success && versioned.output.version !== CITATION_VERSION) {
    throw new InvalidCitationError(
      'version',
      `it was written as version ${versioned.output.version}, and this Stemma reads versions 1 to ${CITATION_VERSION}`,
    );
  }
  const result = v.safeParse(Record, current);
  if (!result.success) {
    const [issue] = result.issues;
    throw new InvalidCitationError(v.getDotPath(issue) ?? '', issue.message);
  }
  const edited = v.safeParse(Item, overlaid(result.output.item, result.output.edits));
  if (!edited.success) {
    const [issue] = edited.issues;
    throw new InvalidCitationError(`edits.${v.getDotPath(issue) ?? ''}`, issue.message);
  }
  const { merged, ...citation } = result.output;
  return merged === undefined ? citation : { ...citation, merged: merged.map(parseCitation) };
}

/**
 * A CSL-JSON item whose named fields are what they must be.
 * @throws {InvalidCitationError} naming the field
 */
export function parseItem(item: unknown): CslItem {
  const result = v.safeParse(Item, item);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new InvalidCitationError(v.getDotPath(issue) ?? '', issue.message, 'An item');
}
