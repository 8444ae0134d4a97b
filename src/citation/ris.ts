// RIS. Citation.js maps the rarer types and fields; what it drops or misplaces is written here.
import { plugins } from './citation-mapping.ts';
import { type CslDate, type CslName, firstDateParts } from './csl.ts';
import type { ExportItem } from './export-item.ts';
import { oneLine } from './text.ts';

/** `2021/02/05/`, with as many parts as are known: the form that RIS gives for dates. */
function risDate(date: CslDate | undefined): string | undefined {
  const parts = firstDateParts(date);
  if (parts === undefined) return undefined;
  const [year, month, day] = parts.map((part) => String(part).padStart(2, '0'));
  return `${year ?? ''}/${month ?? ''}/${day ?? ''}/`;
}

/** `van der Quill, Ada, Jr.`; organisations as they stand. */
function risName(name: CslName): string {
  if (name.literal !== undefined || name.family === undefined)
    return name.literal ?? name.given ?? '';
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  const family = particle === undefined ? name.family : `${particle} ${name.family}`;
  const given = name.given ?? (name.suffix === undefined ? undefined : '');
  return [family, given, name.suffix].filter((part) => part !== undefined).join(', ');
}

/** Types that are written here in full; of others the plug-in's mapping is taken. */
const TYPES: Record<string, string> = {
  'article-newspaper': 'NEWS',
  'article-magazine': 'MGZN',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
};
/** Tags that are written here, whatever the plug-in made of them. */
const OWN = new Set(
  'TY ID AU A1 A4 ED TI T1 T2 PB CY PY DA Y1 Y2 UR LA KW AB N1 N2 AN AV DB L2'.split(' '),
);

function lines(item: ExportItem, remarks: readonly string[]): [string, string | undefined][] {
  const keywords = (item.keyword ?? '').split(',').map((word) => word.trim());
  const year = firstDateParts(item.issued)?.[0];
  return [
    ...(item.author ?? []).map((name): [string, string] => ['AU', risName(name)]),
    ...(item.editor ?? []).map((name): [string, string] => ['ED', risName(name)]),
    ...(item.translator ?? []).map((name): [string, string] => ['A4', risName(name)]),
    ['TI', item.title],
    ['T2', item['container-title']],
    ['PB', item.publisher],
    ['CY', item['publisher-place']],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', risDate(item.issued)],
    ['Y2', risDate(item.accessed)],
    ['UR', item.URL],
    ['LA', item.language],
    ...keywords.map((word): [string, string] => ['KW', word]),
    ['AB', item.abstract],
    ['DB', item.archive],
    ['L2', item.archive_location],
    ['ID', item.id],
    ['N1', item.note],
    ...remarks.map((remark): [string, string] => ['N1', remark]),
    ['N1', item.annote],
  ];
}

export interface RisItem {
  item: ExportItem;
  remarks: string[];
}

/**
 * RIS with one value a line. The plug-in's own text breaks lines at 70 characters, which tears
 * addresses apart, and lets a line break in a value start a new field.
 */
export function ris(items: readonly RisItem[]): string {
  const records = plugins.output.format(
    'ris',
    items.map(({ item }) => item),
    { format: 'object' },
  );
  return items
    .flatMap(({ item, remarks }, index) => {
      const { TY = 'GEN', ...mapped } = records[index] ?? {};
      const type = TYPES[item.type];
      const rest = Object.entries(mapped).filter(([tag]) => type === undefined && !OWN.has(tag));
      const news: [string, string | undefined][] = [
        ['SE', item.section],
        ['ET', item.edition],
        ['VL', item.volume?.toString()],
        ['IS', item.issue?.toString()],
        ['SP', item.page?.toString()],
        ['SN', item.ISSN],
        ['DO', item.DOI],
        ['M3', item.genre],
      ];
      const written = [
        ...lines(item, remarks),
        ...(type === undefined ? [] : news),
        ...rest.flatMap(([tag, values]) =>
          [values].flat().map((text): [string, string] => [tag, text]),
        ),
      ].flatMap(([tag, text]) => {
        const line = oneLine(text ?? '');
        return line === '' ? [] : [`${tag}  - ${line}`];
      });
      return [`TY  - ${type ?? [TY].flat().join('')}`, ...written, 'ER  - ', ''];
    })
    .join('\r\n');
}
