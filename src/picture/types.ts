// What a picture's file says of itself: fields of IPTC, XMP and EXIF, each with where it stood.

/** The fields that are read; everything else in a file (place, camera, faces) is left alone. */
export type PictureField =
  | 'creator'
  | 'credit'
  | 'copyright'
  | 'source'
  | 'rightsPage'
  | 'licensor'
  | 'license'
  | 'terms'
  | 'headline'
  | 'description'
  | 'created'
  | 'sourceType';

/** One statement of the file. Never checked: whoever writes a file can write anything. */
export interface PictureFact {
  field: PictureField;
  /** Cleaned, one line, at most 600 characters; for `created` an ISO 8601 date. */
  value: string;
  /** The field as its standard names it: `XMP photoshop:Credit`, `IPTC By-line`. */
  from: string;
  /** http(s) address that the value leads to, where there is one. */
  url?: string;
}

export type PictureFormat = 'JPEG' | 'PNG' | 'WebP' | 'AVIF' | 'HEIC' | 'GIF';

/** What was read out of one file. */
export interface PictureData {
  format: PictureFormat;
  /** In the order of {@link PictureField}; empty where the file says nothing. */
  facts: PictureFact[];
  /** Where Content Credentials (C2PA) stand in the file; their signature is not checked. */
  credentials?: string;
}

/**
 * Why a file could not be read:
 * `not-picture`  it is of no kind that is read here
 * `broken`       its structure does not hold, and nothing could be read from it
 */
export class PictureError extends Error {
  override readonly name = 'PictureError';
  readonly code: 'not-picture' | 'broken';
  constructor(code: 'not-picture' | 'broken', detail: string) {
    super(detail);
    this.code = code;
  }
}
