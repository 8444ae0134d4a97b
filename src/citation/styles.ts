// The citation styles and their languages that come with Stemma. Each is loaded when it is asked for.

export interface CitationStyle {
  id: string;
  /** As people know it; names of styles are not translated. */
  title: string;
  /** Whether the style cites in footnotes: then it has a note beside the entry in the bibliography. */
  notes: boolean;
}

export const STYLES: readonly CitationStyle[] = [
  { id: 'apa', title: 'APA 7', notes: false },
  { id: 'mla', title: 'MLA 9', notes: false },
  { id: 'chicago-notes', title: 'Chicago 17 (notes and bibliography)', notes: true },
  { id: 'chicago-author-date', title: 'Chicago 17 (author-date)', notes: false },
  { id: 'harvard', title: 'Harvard (Cite Them Right 12)', notes: false },
  { id: 'vancouver', title: 'Vancouver', notes: false },
  { id: 'ieee', title: 'IEEE', notes: false },
];

/** Where nobody chose. */
export const DEFAULT_STYLE = 'apa';
export const DEFAULT_LOCALE = 'en-US';

/**
 * What citeproc-js's licence (CPAL 1.0, section 14) and that of the styles (CC BY-SA 3.0) ask to be
 * shown where they are used.
 */
export const ATTRIBUTION = {
  processor: {
    text: 'citeproc-js © Frank Bennett (CPAL 1.0)',
    url: 'https://github.com/Juris-M/citeproc-js',
  },
  styles: {
    text: 'Styles and locales: Citation Style Language project (CC BY-SA 3.0)',
    url: 'https://citationstyles.org/',
  },
} as const;

type Loader = () => Promise<{ default: string }>;

const styleFiles: Record<string, Loader> = {
  apa: () => import('./csl-data/styles/apa.json'),
  mla: () => import('./csl-data/styles/mla.json'),
  'chicago-notes': () => import('./csl-data/styles/chicago-notes.json'),
  'chicago-author-date': () => import('./csl-data/styles/chicago-author-date.json'),
  harvard: () => import('./csl-data/styles/harvard.json'),
  vancouver: () => import('./csl-data/styles/vancouver.json'),
  ieee: () => import('./csl-data/styles/ieee.json'),
};

const localeFiles: Record<string, Loader> = {
  ar: () => import('./csl-data/locales/ar.json'),
  'de-DE': () => import('./csl-data/locales/de-DE.json'),
  'en-GB': () => import('./csl-data/locales/en-GB.json'),
  'en-US': () => import('./csl-data/locales/en-US.json'),
  'es-ES': () => import('./csl-data/locales/es-ES.json'),
  'fr-FR': () => import('./csl-data/locales/fr-FR.json'),
  'it-IT': () => import('./csl-data/locales/it-IT.json'),
  'ja-JP': () => import('./csl-data/locales/ja-JP.json'),
  'ko-KR': () => import('./csl-data/locales/ko-KR.json'),
  'nl-NL': () => import('./csl-data/locales/nl-NL.json'),
  'pl-PL': () => import('./csl-data/locales/pl-PL.json'),
  'pt-BR': () => import('./csl-data/locales/pt-BR.json'),
  'pt-PT': () => import('./csl-data/locales/pt-PT.json'),
  'ru-RU': () => import('./csl-data/locales/ru-RU.json'),
  'tr-TR': () => import('./csl-data/locales/tr-TR.json'),
  'uk-UA': () => import('./csl-data/locales/uk-UA.json'),
  'zh-CN': () => import('./csl-data/locales/zh-CN.json'),
};

/** The languages that bibliographies can be written in, as BCP 47 tags. */
export const LOCALES: readonly string[] = Object.keys(localeFiles);

/** The locale for a reader's language: the same, one of the same language, else US English. */
export function localeFor(tag: string): string {
  const wanted = tag.toLowerCase();
  const exact = LOCALES.find((locale) => locale.toLowerCase() === wanted);
  const [language = ''] = wanted.split('-');
  const home = `${language}-${language}`;
  const near =
    LOCALES.find((locale) => locale.toLowerCase() === home) ??
    (language === 'en' ? DEFAULT_LOCALE : undefined) ??
    LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === language);
  return exact ?? near ?? DEFAULT_LOCALE;
}

/** A style that is asked for and is not there. */
export class UnknownStyleError extends Error {
  override readonly name = 'UnknownStyleError';

  constructor(style: string) {
    super(
      `There is no style "${style.slice(0, 80)}". There are: ${Object.keys(styleFiles).join(', ')}; or a .csl file.`,
    );
  }
}

/** The XML of a style. @throws {UnknownStyleError} */
export async function loadStyle(id: string): Promise<string> {
  const load = Object.hasOwn(styleFiles, id) ? styleFiles[id] : undefined;
  if (load === undefined) throw new UnknownStyleError(id);
  return (await load()).default;
}

/** The XML of a locale; of US English for one that is not in {@link LOCALES}. */
export async function loadLocale(tag: string): Promise<string> {
  const file = localeFiles[localeFor(tag)] ?? (() => import('./csl-data/locales/en-US.json'));
  return (await file()).default;
}
