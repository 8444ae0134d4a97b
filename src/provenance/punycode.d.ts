// The part of Punycode.js that Stemma uses; the package carries no types of its own.

declare module 'punycode/punycode.es6.js' {
  /** A host in Unicode; labels that are no Punycode stay. Throws a {@link RangeError} for broken ones. */
  export function toUnicode(host: string): string;
}
