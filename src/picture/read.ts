// Reads what a picture's file says of itself. ExifReader takes the fields apart; here they are chosen, cleaned and bounded.

import ExifReader from 'exifreader';
import { licenseFromUrl } from '../article/license.ts';
import { checkedUrl } from '../article/url.ts';
import { fileDate } from './dates.ts';
import { layoutOf } from './layout.ts';
import { type PictureData, PictureError, type PictureFact, type PictureField } from './types.ts';

/** What is asked of a parsed document here; the rest is between the parser and ExifReader. */
interface XmlDocument {
  getElementsByTagName(name: string): { readonly length: number };
}

/** Reads XML: the browser's `DOMParser`, or a library's in Node. */
export interface XmlParser {
  parseFromString(text: string, type: 'application/xml'): XmlDocument;
}

/** Longest value that is kept; IPTC itself allows 2,000 for a caption and 128 for most others. */
const LONGEST_VALUE = 600;
/** Packets of XMP are some kilobytes; extended ones carry thumbnails. */
const LONGEST_XMP = 1_000_000;
/** Values under one field: three photographers, not a list made to fill the popup. */
const MOST_VALUES = 5;

type Group = 'xmp' | 'iptc' | 'exif';
type Source = [group: Group, tag: string, from: string];

/**
 * Where each field stands, best first, after the IPTC Photo Metadata Standard 2023.1. XMP can say
 * what IPTC-IIM cuts at 32 characters, so it comes first.
 */
const SOURCES: [field: PictureField, places: Source[]][] = [
  [
    'creator',
    [
      ['xmp', 'creator', 'XMP dc:creator'],
      ['iptc', 'By-line', 'IPTC By-line'],
      ['exif', 'Artist', 'EXIF Artist'],
    ],
  ],
  [
    'credit',
    [
      ['xmp', 'Credit', 'XMP photoshop:Credit'],
      ['iptc', 'Credit', 'IPTC Credit'],
    ],
  ],
  [
    'copyright',
    [
      ['xmp', 'rights', 'XMP dc:rights'],
      ['iptc', 'Copyright Notice', 'IPTC Copyright Notice'],
      ['exif', 'Copyright', 'EXIF Copyright'],
    ],
  ],
  [
    'source',
    [
      ['xmp', 'Source', 'XMP photoshop:Source'],
      ['iptc', 'Source', 'IPTC Source'],
    ],
  ],
  ['rightsPage', [['xmp', 'WebStatement', 'XMP xmpRights:WebStatement']]],
  ['licensor', [['xmp', 'Licensor', 'XMP plus:Licensor']]],
  ['license', [['xmp', 'license', 'XMP cc:license']]],
  ['terms', [['xmp', 'UsageTerms', 'XMP xmpRights:UsageTerms']]],
  [
    'headline',
    [
      ['xmp', 'Headline', 'XMP photoshop:Headline'],
      ['iptc', 'Headline', 'IPTC Headline'],
    ],
  ],
  [
    'description',
    [
      ['xmp', 'description', 'XMP dc:description'],
      ['iptc', 'Caption/Abstract', 'IPTC Caption/Abstract'],
      ['exif', 'ImageDescription', 'EXIF ImageDescription'],
    ],
  ],
  [
    'created',
    [
      ['xmp', 'DateCreated', 'XMP photoshop:DateCreated'],
      ['iptc', 'Date Created', 'IPTC Date Created'],
      ['exif', 'DateTimeOriginal', 'EXIF DateTimeOriginal'],
    ],
  ],
  ['sourceType', [['xmp', 'DigitalSourceType', 'XMP Iptc4xmpExt:DigitalSourceType']]],
];

const WANTED = (group: Group): string[] =>
  SOURCES.flatMap(([, places]) => places.flatMap(([of, tag]) => (of === group ? [tag] : [])));

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * One line without control and formatting characters, bounded. Direction marks could make a name
 * read as another one.
 */
export function cleanValue(text: string): string {
  return text
    .slice(0, 4 * LONGEST_VALUE)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}\uFFFD]/gu, '')
    .trim()
    .slice(0, LONGEST_VALUE);
}

/** Strings of a tag, whatever shape its writer gave it. Bounded in depth and number. */
function strings(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (depth > 3) return [];
  if (Array.isArray(value)) {
    return value.slice(0, MOST_VALUES).flatMap((entry) => strings(entry, depth + 1));
  }
  if (!isRecord(value)) return [];
  // An entry of a list: `{ value, attributes, description }`.
  return 'value' in value ? strings(value['value'], depth + 1) : [];
}

/** Text of a tag of ExifReader: XMP keeps lists in `value`, the others words in `description`. */
function textsOf(group: Group, tag: unknown): string[] {
  if (!isRecord(tag)) return [];
  if (group === 'xmp') {
    const found = strings(tag['value']);
    // An address may stand in an attribute: `rdf:resource`.
    const { attributes } = tag;
    const resource = isRecord(attributes)
      ? (attributes['resource'] ?? attributes['rdf:resource'])
      : undefined;
    return found.length === 0 ? strings(resource) : found;
  }
  if (typeof tag['description'] === 'string') return [tag['description']];
  return Array.isArray(tag['description']) ? strings(tag['description']) : [];
}

/** Licensors are structures of a name and an address (PLUS). */
function licensors(tag: unknown): Pick<PictureFact, 'value' | 'url'>[] {
  if (!isRecord(tag)) return [];
  const { value } = tag;
  const entries: unknown[] = Array.isArray(value) ? value : [value];
  return entries.slice(0, MOST_VALUES).flatMap((entry) => {
    const inner = isRecord(entry) && isRecord(entry['value']) ? entry['value'] : entry;
    if (!isRecord(inner)) return [];
    const [name = ''] = strings(inner['LicensorName']);
    const url = checkedUrl(strings(inner['LicensorURL'])[0] ?? '');
    const shown = cleanValue(name) || (url === undefined ? '' : new URL(url).hostname);
    return shown === '' ? [] : [{ value: shown, ...(url === undefined ? {} : { url }) }];
  });
}

/** `http://cv.iptc.org/newscodes/digitalsourcetype/NAME`, or the name alone. */
function sourceTypeName(text: string): string | undefined {
  return /^(?:https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/)?([A-Za-z]{3,60})\/?$/.exec(
    text,
  )?.[1];
}

/** A value in its field's form; undefined for what is not of that form. */
function formed(field: PictureField, text: string): Pick<PictureFact, 'value' | 'url'> | undefined {
  const value = cleanValue(text);
  if (value === '') return undefined;
  if (field === 'created') {
    const date = fileDate(value);
    return date === undefined ? undefined : { value: date };
  }
  if (field === 'sourceType') {
    const name = sourceTypeName(value);
    return name === undefined ? undefined : { value: name };
  }
  if (field !== 'license' && field !== 'rightsPage') return { value };
  const url = checkedUrl(text);
  if (url === undefined) return { value };
  const known = licenseFromUrl(url);
  return known?.license === undefined
    ? { value, url }
    : { value: known.license, url: known.licenseUrl ?? url };
}

function factsOf(groups: Partial<Record<Group, unknown>>): PictureFact[] {
  return SOURCES.flatMap(([field, places]): PictureFact[] => {
    for (const [group, tag, from] of places) {
      const tags = groups[group];
      const found = isRecord(tags) && Object.hasOwn(tags, tag) ? tags[tag] : undefined;
      const values =
        field === 'licensor'
          ? licensors(found)
          : textsOf(group, found).flatMap((text) => formed(field, text) ?? []);
      const [first] = values;
      if (first === undefined) continue;
      // Names stand in lists; a text in a list stands there once a language.
      if (field !== 'creator' && field !== 'licensor') return [{ field, from, ...first }];
      return values.slice(0, MOST_VALUES).map((value) => ({ field, from, ...value }));
    }
    return [];
  });
}

/**
 * Takes XML without a document type only: entities could swell to any size. ExifReader goes on
 * without XMP that its parser refuses, so the refusal is told apart.
 */
function guarded(parser: XmlParser, refused: (why: string) => void): XmlParser {
  return {
    parseFromString(text, type) {
      const why =
        text.length > LONGEST_XMP
          ? `XMP of ${text.length} characters, at most ${LONGEST_XMP} are read`
          : /<!(?:DOCTYPE|ENTITY)/i.test(text)
            ? `XMP of ${text.length} characters that declares entities`
            : undefined;
      if (why !== undefined) {
        refused(why);
        throw new PictureError('broken', why);
      }
      const malformed = `XMP of ${text.length} characters is not well-formed`;
      try {
        const document = parser.parseFromString(text, type);
        if (document.getElementsByTagName('parsererror').length > 0) refused(malformed);
        return document;
      } catch (cause) {
        refused(malformed);
        throw cause;
      }
    },
  };
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message.slice(0, 200) : String(cause).slice(0, 200);
}

/**
 * What a picture's file says of itself. Place, camera and whatever else a file carries is not taken.
 *
 * @param bytes the file, or its beginning
 * @param whole whether `bytes` is the whole file
 * @param parser for XMP, which is XML
 * @throws {PictureError} where it is no picture, or one that cannot be read
 */
export function readPictureData(
  bytes: Uint8Array<ArrayBuffer>,
  whole: boolean,
  parser: XmlParser,
): PictureData {
  const layout = layoutOf(bytes, whole);
  if (layout === undefined) {
    const begins = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0'));
    throw new PictureError('not-picture', `${bytes.length} bytes that begin ${begins.join(' ')}`);
  }
  const { format, problem, credentials } = layout;
  let facts: PictureFact[] = [];
  let failed = problem;
  // Its own copy: ExifReader reads to the end of the buffer that it is given.
  const { buffer } = bytes.slice();
  try {
    const groups = ExifReader.load(buffer, {
      expanded: true,
      domParser: guarded(parser, (why) => {
        failed ??= why;
      }),
      includeTags: { exif: [...WANTED('exif'), 'IPTC-NAA'], iptc: WANTED('iptc'), xmp: true },
    });
    facts = factsOf({ xmp: groups.xmp, iptc: groups.iptc, exif: groups.exif });
  } catch (cause) {
    // A sound file without metadata is no failure.
    const isEmpty = cause instanceof ExifReader.errors.MetadataMissingError;
    if (!isEmpty) failed ??= messageOf(cause);
  }
  if (facts.length === 0 && credentials === undefined && failed !== undefined) {
    throw new PictureError('broken', failed);
  }
  return { format, facts, ...(credentials === undefined ? {} : { credentials }) };
}
