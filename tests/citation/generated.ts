// Items of every kind that a file must hold, made by rule and the same on every run.
import type { CslDate, CslItem, CslName } from '../../src/citation/types.ts';

const TITLES: [string, ...string[]] = [
  'Ferry line to reopen',
  'Паром снова ходит: капитан — о зиме',
  'العبّارة تعود إلى الميناء القديم',
  '渡轮将于下月恢复通航',
  'フェリー、来月に再開へ',
  'He said "no", then ‘yes’ — “maybe”',
  'Fish & chips at 50% off: $5 #deal_of_the_day',
  'Braces {in} the {{middle}} and a lone } one',
  'Back\\slash, til~de, car^et and a | pipe',
  'Ærø, Łódź, Şişli, Đà Nẵng and naïve façades',
  'Why NASA and the UN differ on pH',
  'Less < more > less; a <b>bold</b> claim',
  "L'été des ''guillemets'' et des -- tirets --- longs",
  'A: B; C, D. E? F! (G) [H]',
  `${'Long headline of many words '.repeat(10)}end of it`.slice(0, 300),
  'emoji 🚢 and a combining é',
  '100 % of it @home, e.g. a@b.example',
  'and And AND',
];

/** An empty list stands for an item without. */
const AUTHORS: [CslName[], ...CslName[][]] = [
  [{ family: 'Quill', given: 'Ada' }],
  [
    { family: 'Орлова', given: 'Ада' },
    { family: 'Lind', given: 'Bo' },
  ],
  [{ literal: 'Quay Newsdesk' }],
  [{ literal: 'Lind and Sons & Co. {Group}' }],
  [],
  [{ family: 'Quill', given: 'Ada', 'non-dropping-particle': 'van der' }],
  [{ family: 'Quill', given: 'Ada B.', suffix: 'Jr.' }],
  [{ literal: '李明' }],
  [{ literal: 'وكالة الميناء' }],
  [{ family: 'O’Brien-Łukasz', given: 'Anne-Marie' }],
  [{ family: 'García Quill', given: 'Ada' }],
  [
    { family: 'Quill', given: 'A.' },
    { literal: 'Harbour Press Agency' },
    { family: 'Lind', given: 'Bo' },
  ],
];

const OUTLETS: [string, ...string[]] = [
  'Quay Post',
  'Гавань',
  'Fish & Chips Weekly',
  '港口日报',
  'The {Harbour} 100%',
];
const ISSUED: [CslDate, ...CslDate[]] = [
  { 'date-parts': [[2021, 2, 5]] },
  { 'date-parts': [[2021, 12]] },
  { 'date-parts': [[1999]] },
  {},
  { 'date-parts': [[2024, 2, 29]] },
];
const TYPES: [string, ...string[]] = [
  'article-newspaper',
  'article-magazine',
  'webpage',
  'post-weblog',
];
const LANGUAGES: [string, ...string[]] = ['en', 'ru', 'ar', 'zh-CN', '', 'pt-BR', 'en-GB'];
const URLS: [string, ...string[]] = [
  'https://quay-post.example/2021/02/05/ferry_line',
  'https://quay-post.example/?q=a%20b&c=d_e#f~g',
  'https://xn--80aswg.example/%D0%BF%D0%B0%D1%80%D0%BE%D0%BC',
  `https://quay-post.example/${'long-path/'.repeat(25)}`,
];

/** How many there are. Periods of the lists are coprime enough that every pair of them is met. */
export const GENERATED = 240;

function at<T>(list: readonly [T, ...T[]], index: number): T {
  return list.at(index % list.length) ?? list[0];
}

/** The item of a number below {@link GENERATED}. */
export function generatedItem(i: number): CslItem {
  const author = at(AUTHORS, i + Math.floor(i / 12));
  const issued = at(ISSUED, i);
  const language = at(LANGUAGES, i);
  return {
    id: `g${i}`,
    type: at(TYPES, i + Math.floor(i / 4)),
    title: at(TITLES, i + Math.floor(i / 18)),
    ...(author.length === 0 ? {} : { author }),
    'container-title': at(OUTLETS, i + Math.floor(i / 5)),
    ...(issued['date-parts'] === undefined ? {} : { issued }),
    accessed: { 'date-parts': [[2026, 3, 1 + (i % 28)]] },
    URL: at(URLS, i),
    ...(language === '' ? {} : { language }),
    note: `Stemma: no earlier copy in ${i + 2} archives (100 % & more)`,
    ...(i % 3 === 0 ? { keyword: 'ferry, Гавань' } : {}),
    ...(i % 7 === 0 ? { abstract: 'What it says, in 50% of the words & no more.' } : {}),
  };
}

export function generatedItems(): CslItem[] {
  return Array.from({ length: GENERATED }, (_, i) => generatedItem(i));
}
