// The part of Citation.js that Stemma uses; the packages carry no types of their own.

declare module '@citation-js/core' {
  /** A RIS record by tag. */
  export type RisRecord = Record<string, string | string[]>;

  /** A BibTeX entry whose values are ready to stand in braces. */
  export interface BibtexEntry {
    type: string;
    label: string;
    properties: Record<string, string>;
  }

  /** A CSL name as read: a literal one may come back as a family name alone. */
  export interface ReadName {
    family?: string;
    given?: string;
    literal?: string;
    suffix?: string;
    'non-dropping-particle'?: string;
    'dropping-particle'?: string;
  }

  /** The CSL fields that Stemma's exports are read back into. */
  export interface ReadItem {
    id: string;
    type: string;
    title?: string;
    author?: ReadName[];
    reporter?: ReadName[] | string;
    keyword?: string;
    genre?: string;
    'citation-key'?: string;
    'collection-title'?: string;
    'container-title'?: string;
    publisher?: string;
    issued?: { 'date-parts': number[][] };
    accessed?: { 'date-parts': number[][] };
    URL?: string;
    language?: string;
    note?: string;
  }

  export const plugins: {
    output: {
      format(
        name: 'bibtex' | 'biblatex',
        items: readonly object[],
        options: { format: 'object' },
      ): BibtexEntry[];
      format(name: 'ris', items: readonly object[], options: { format: 'object' }): RisRecord[];
    };
    config: {
      get(name: '@bibtex'): { format: { asciiOnly: boolean } };
    };
  };

  /** Reads any of the formats that plugins were loaded for. */
  export class Cite {
    constructor(text: string, options?: { generateGraph?: boolean; forceType?: string });
    data: ReadItem[];
  }
}

declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
