// The part of citeproc-js that Stemma uses; the package carries no types of its own.

declare module 'citeproc' {
  interface Sys {
    retrieveLocale(tag: string): string | object;
    retrieveItem(id: string): object;
  }

  class Engine {
    constructor(sys: Sys, style: object, locale?: string, forceLocale?: boolean);
    opt: { development_extensions: { wrap_url_and_doi: boolean } };
    setOutputFormat(format: string): void;
    updateItems(ids: string[]): void;
    makeBibliography(): [{ entry_ids: string[][] }, string[]] | false;
    previewCitationCluster(
      citation: { citationItems: { id: string }[]; properties: { noteIndex: number } },
      before: [],
      after: [],
      format: string,
    ): string;
  }

  const CSL: {
    Engine: typeof Engine;
    parseXml(xml: string): object;
  };
  export default CSL;
}
