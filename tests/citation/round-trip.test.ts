// Exports read by programs that are not ours: pandoc, bibutils and BibTeX lose nothing that they can hold.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from 'linkedom';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { hasProgram, type ProgramName } from '../../scripts/programs.ts';
import { type CslName, firstDateParts } from '../../src/citation/csl.ts';
import { type ExportFormat, exportCitations } from '../../src/citation/export.ts';
import type { CslItem } from '../../src/citation/types.ts';
import { withItem } from './facts.ts';
import { GENERATED, generatedItems } from './generated.ts';

const ITEMS = generatedItems();
const files = new Map<ExportFormat, string>();
let directory = '';

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'stemma-round-'));
  const citations = ITEMS.map((item) => ({ ...withItem({}, item.id), item }));
  for (const format of ['csl-json', 'bibtex', 'biblatex', 'ris'] as const) {
    files.set(format, (await exportCitations(citations, format)).text);
  }
});
afterAll(() => rmSync(directory, { recursive: true }));

/** With CI=true a missing program fails; elsewhere its tests are skipped by name. */
function needs(program: ProgramName, { skip }: TestContext): void {
  if (hasProgram(program)) return;
  if (process.env['CI'] === 'true') throw new Error(`${program} is not installed`);
  skip(`${program} is not installed`);
}

function run(command: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 120_000,
  });
  if (error !== undefined || status !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}`, {
      cause: error,
    });
  }
  return stdout;
}

function exported(format: ExportFormat): string {
  return files.get(format) ?? '';
}

/** All quotation marks alike, no markup of case, composed: what typography programs exchange freely. */
function plain(text: string): string {
  return text
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/["'`‘’“”„«»]+/g, '"')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

/**
 * The words of names in no order: bibutils takes an organisation of two words in RIS for a person,
 * and one with an "and" for two.
 */
function wordsOf(names: readonly string[]): string {
  const words = names.flatMap((name) => plain(name).replace(/[.,]/g, '').split(' '));
  return words
    .filter((word) => word !== 'and')
    .toSorted()
    .join(' ');
}

/** Particle and family together: BibTeX and RIS do not tell the kinds of particle apart. */
function flatName(name: CslName): string {
  const particle = name['non-dropping-particle'] ?? name['dropping-particle'];
  const parts = [particle, name.family, name.given, name.suffix, name.literal];
  return plain(parts.filter((part) => part !== undefined).join(' '));
}

const Name = v.record(v.string(), v.string());
const Read = v.array(
  v.looseObject({
    title: v.string(),
    author: v.optional(v.array(Name), []),
    issued: v.optional(v.object({ 'date-parts': v.array(v.array(v.number())) })),
    accessed: v.optional(v.object({ 'date-parts': v.array(v.array(v.number())) })),
    URL: v.string(),
    type: v.string(),
  }),
);

function pandoc(from: string, text: string) {
  return v.parse(Read, JSON.parse(run('pandoc', ['-f', from, '-t', 'csljson'], text)));
}

/** The one thing that pandoc takes out of BibTeX: braces without a partner, whatever their command. */
function withoutLoneBrace(text: string): string {
  return text.replace('a lone } one', 'a lone one');
}

function primary(tag: unknown): string | undefined {
  return typeof tag === 'string' ? tag.split('-')[0] : undefined;
}

describe.each(['bibtex', 'biblatex'] as const)('pandoc reads %s', (format) => {
  it('with every field that the format has', (context) => {
    needs('pandoc', context);
    const back = pandoc(format, exported(format));
    expect(back).toHaveLength(GENERATED);
    for (const [i, sent] of ITEMS.entries()) {
      const got = back[i];
      const what = `${format} ${i}`;
      expect(plain(got?.title ?? ''), what).toBe(plain(withoutLoneBrace(sent.title ?? '')));
      expect(got?.author.map(flatName), what).toEqual((sent.author ?? []).map(flatName));
      expect(firstDateParts(got?.issued), what).toEqual(firstDateParts(sent.issued));
      expect(firstDateParts(got?.accessed), what).toEqual(firstDateParts(sent.accessed));
      expect(got?.URL, what).toBe(sent.URL);
      // Its readers know Babel's names, of which some languages have none.
      const known = sent.language === 'zh-CN' ? undefined : primary(sent.language);
      expect(primary(got?.['language']), what).toBe(known);
      expect(got?.['keyword'], what).toBe(sent.keyword);
      expect(got?.['abstract'], what).toBe(sent.abstract);
      expect(got?.['note'], what).toContain(sent.note);
      // A page's site has no field of its own there: the publisher holds it.
      expect(got?.['container-title'] ?? got?.['publisher'], what).toBe(sent['container-title']);
      if (sent.type.startsWith('article-')) expect(got?.type, what).toBe(sent.type);
      else if (format === 'biblatex') expect(got?.type, what).toBe('webpage');
    }
  });
});

describe('pandoc reads CSL-JSON', () => {
  it('with every field; of notes it takes lines with a colon for fields', (context) => {
    needs('pandoc', context);
    const back = pandoc('csljson', exported('csl-json'));
    expect(back).toHaveLength(GENERATED);
    for (const [i, sent] of ITEMS.entries()) {
      const { title, note: _, author: __, ...rest } = sent;
      expect(back[i], `csl-json ${i}`).toMatchObject(rest);
      expect(plain(back[i]?.title ?? '')).toBe(plain(title ?? ''));
      expect(back[i]?.author.map(flatName)).toEqual((sent.author ?? []).map(flatName));
    }
  });
});

describe('pandoc formats', () => {
  it.for(['csl-json', 'bibtex', 'biblatex'] as const)('a bibliography of %s', (format, context) => {
    needs('pandoc', context);
    const file = join(directory, `formatted.${format === 'csl-json' ? 'json' : 'bib'}`);
    writeFileSync(file, exported(format));
    const args = ['-f', 'markdown', '-t', 'plain', '--wrap=none', '--citeproc'];
    const text = run('pandoc', [...args, `--bibliography=${file}`], "---\nnocite: '@*'\n---\n");
    const entries = text.split(/\n{2,}/).filter((entry) => entry.trim() !== '');
    expect(entries.length).toBe(GENERATED);
    for (const { URL: url = '' } of ITEMS) expect(text).toContain(url);
    expect(text).toContain('Паром снова ходит');
    expect(text).toContain('渡轮将于下月恢复通航');
  });
});

interface Mods {
  title: string;
  names: string[];
  issued: string | undefined;
  host: string;
  url: string | undefined;
  language: string | undefined;
  notes: string;
  topics: string;
  abstract: string | undefined;
}

function texts(parent: ParentNode, selector: string): string[] {
  return [...parent.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
}

/** The records of a MODS file, as bibutils writes it. */
function modsOf(xml: string): Mods[] {
  const document = new DOMParser().parseFromString(xml.replace(/^\uFEFF/, ''), 'text/xml');
  return [...document.querySelectorAll('mods')].map((record) => {
    const own = (name: string) =>
      [...record.children].filter(({ localName }) => localName === name);
    const [titleInfo] = own('titleInfo');
    const title = titleInfo === undefined ? [] : texts(titleInfo, 'title, subTitle');
    const publisher = own('originInfo').flatMap((info) => texts(info, 'publisher'));
    const host = own('relatedItem').flatMap((item) => texts(item, 'title'));
    return {
      title: title.join(': '),
      names: own('name').map((name) => texts(name, 'namePart').join(' ')),
      issued: own('originInfo').flatMap((info) => texts(info, 'dateIssued'))[0],
      host: [...host, ...publisher].find((text) => text !== '') ?? '',
      url: texts(record, 'location > url')[0],
      language: texts(record, 'languageTerm')[0],
      notes: own('note')
        .map(({ textContent }) => textContent)
        .join(' '),
      topics: texts(record, 'subject > topic').join(', '),
      abstract: own('abstract')[0]?.textContent ?? undefined,
    };
  });
}

function isoDay(item: CslItem): string | undefined {
  return firstDateParts(item.issued)
    ?.map((part) => String(part).padStart(2, '0'))
    .join('-');
}

describe.each([
  ['bib2xml', 'bibtex'],
  ['ris2xml', 'ris'],
] as const)('%s reads %s', (command, format) => {
  it('with every field that both have', (context) => {
    needs('ris2xml', context);
    const file = join(directory, `in.${format}`);
    writeFileSync(file, exported(format));
    const back = modsOf(run(command, [file], ''));
    expect(back).toHaveLength(GENERATED);
    for (const [i, sent] of ITEMS.entries()) {
      const got = back[i];
      const what = `${command} ${i}`;
      expect(dashed(got?.title ?? ''), what).toBe(dashed(sent.title ?? ''));
      expect(wordsOf(got?.names ?? []), what).toBe(wordsOf((sent.author ?? []).map(flatName)));
      // It takes the date of access (Y2) for a month where the publication has none.
      expect(got?.issued?.replace(/-?\d{4}\/\d\d\/\d\d\/$/, '') || undefined, what).toBe(
        isoDay(sent),
      );
      expect(got?.host, what).toBe(sent['container-title']);
      expect(got?.url, what).toBe(sent.URL);
      expect(got?.language, what).toBe(sent.language);
      expect(got?.notes, what).toContain(sent.note);
      expect(got?.topics, what).toBe(sent.keyword ?? '');
      expect(got?.abstract, what).toBe(sent.abstract);
    }
  });
});

/** bibutils reads `--` as a dash whatever stands between, and knows no `\textbackslash`, `^` or `~`. */
function dashed(text: string): string {
  return plain(text)
    .replace(/-{2,3}|[–—]/g, '-')
    .replace(/\\textbackslash|\\/g, '')
    .replace(/⌃/g, '^');
}

/** A style as the classic ones are, which prints every field that they know and lower-cases titles. */
const STYLE = `ENTRY { author title journal howpublished year month day url note } {} { label }
${'jan feb mar apr may jun jul aug sep oct nov dec'
  .split(' ')
  .map((month, i) => `MACRO {${month}} {"${i + 1}"}`)
  .join('\n')}
FUNCTION {field} { duplicate$ empty$ { pop$ pop$ } { * write$ newline$ } if$ }
FUNCTION {entry}
{ "KEY " cite$ * write$ newline$
  "AUTHORS " author empty$ { "" } { author num.names$ int.to.str$ } if$ field
  "TITLE " title empty$ { "" } { title "t" change.case$ } if$ field
  "JOURNAL " journal field
  "SITE " howpublished field
  "DATE " year empty$ { "" } { year month empty$ { "" } { "-" month * } if$ * day empty$ { "" } { "-" day * } if$ * } if$ field
  "URL " url field
  "NOTE " note field
}
FUNCTION {article} { entry }
FUNCTION {misc} { entry }
READ
ITERATE {call.type$}
`;

describe('bibtex compiles', () => {
  it('every entry without a warning, and lower-cases no title', (context) => {
    needs('bibtex', context);
    writeFileSync(join(directory, 'all.bst'), STYLE);
    writeFileSync(join(directory, 'all.bib'), exported('bibtex'));
    writeFileSync(
      join(directory, 'all.aux'),
      '\\relax\n\\citation{*}\n\\bibstyle{all}\n\\bibdata{all}\n',
    );
    const { status, stdout } = spawnSync('bibtex', ['all'], {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, BSTINPUTS: '.', BIBINPUTS: '.', openout_any: 'a', openin_any: 'a' },
    });
    expect(stdout).not.toMatch(/warning|error|repeated/i);
    expect(status).toBe(0);
    // BibTeX breaks lines at 79 bytes, in the middle of letters that have several.
    const bbl = readFileSync(join(directory, 'all.bbl'));
    const records = joined(bbl).split(/^KEY /m).slice(1);
    expect(records).toHaveLength(GENERATED);
    for (const [i, sent] of ITEMS.entries()) {
      const record = records[i] ?? '';
      const counted = /^AUTHORS (\d+)$/m.exec(record)?.[1] ?? '0';
      expect(Number(counted), `authors of ${i}`).toBe((sent.author ?? []).length);
      const date = firstDateParts(sent.issued)?.join('-');
      expect(/^DATE (.*)$/m.exec(record)?.[1], `date of ${i}`).toBe(date);
      expect(record, `address of ${i}`).toContain(`URL ${sent.URL}`);
      const [word = ''] = /\p{Lu}{2,}/u.exec(sent.title ?? '') ?? [];
      expect(record, `title of ${i}`).toContain(word);
    }
  });
});

/** The text of a .bbl whose broken lines, which go on after two blanks, are put together. */
function joined(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString('latin1');
  return Buffer.from(latin.replace(/%?\n {2}/g, ' '), 'latin1').toString('utf8');
}
