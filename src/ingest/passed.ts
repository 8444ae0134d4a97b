// What an input holds that is no story: passed over and counted, which is no fault of the input.

/** Something that was passed over. */
export interface PassedOver {
  /** The input and where in it: `crawl.warc.gz:12`. */
  input: string;
  url?: string;
  /** A reason that many share, for counting: `status 404`, `image, not a page`. */
  why: string;
  /** More of it, where there is more. */
  detail?: string;
}
