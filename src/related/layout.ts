// Names and numbers of the sections for related coverage; FORMAT.md draws them.

/** Names of the sections; FORMAT.md draws them. */
export const RELATED_SECTIONS = {
  shape: 'RELH',
  offsets: 'RELO',
  lists: 'RELP',
  facts: 'RELD',
  common: 'RELC',
};

/** Bytes of RELD a document: day (2, signed) and length of its vector (1). */
export const FACT_BYTES = 3;
/** A day that does not fit into two bytes, and none at all. */
export const NO_DAY = -0x8000;
export const DAY_RANGE = 0x7fff;
/** Vector lengths are kept as `2^(code / 16)`: within 2 %, from 1 to 65,000. */
export const LENGTH_STEPS = 16;
