// A file of citations taken apart into its entries, with the line each begins at. Nothing is parsed here.
import { ImportError } from './import-text.ts';

export type ImportFormat = 'csl-json' | 'bibtex' | 'ris' | 'stemma';

export interface RawEntry {
  /** The line it begins at, from 1. */
  line: number;
  text: string;
  /** What keeps it from being read, where that shows already. */
  broken?: string;
}

/** Which format a text is in, by how it begins. @throws {ImportError} */
export function formatOf(text: string): ImportFormat {
  const head = text.slice(0, 4000).trimStart();
  if (/^\{\s*"format"\s*:\s*"stemma-citations"/.test(head)) return 'stemma';
  if (/^[[{]/.test(head)) return 'csl-json';
  if (/^TY {1,2}- /m.test(text.slice(0, 100_000))) return 'ris';
  if (/^\s*@\s*[a-z]+\s*[{(]/im.test(text.slice(0, 1_000_000))) return 'bibtex';
  throw new ImportError('This is neither CSL-JSON nor BibTeX, RIS or a backup of Stemma.');
}

/** Counts lines forward; positions must be asked in order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted++) if (text.charCodeAt(counted) === 10) line++;
    return line;
  };
}

/** Where a JSON value ends that begins at `at`; -1 where the text ends first. */
function jsonEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const character = text[i];
    if (character === '"') {
      for (i++; i < text.length && text[i] !== '"'; i++) if (text[i] === '\\') i++;
      if (i >= text.length) return -1;
    } else if (character === '{' || character === '[') {
      depth++;
    } else if (character === '}' || character === ']') {
      depth--;
      if (depth === 0) return i + 1;
      if (depth < 0) return i;
    } else if (depth === 0 && character === ',') {
      return i;
    }
  }
  return -1;
}

/** The elements of the list in a JSON text: the text itself, or the list under a name. */
export function* jsonEntries(text: string, listName?: string): Generator<RawEntry> {
  const lineAt = lineCounter(text);
  const named = listName === undefined ? -1 : text.indexOf(`"${listName}"`);
  const list = text.indexOf('[', Math.max(named, 0));
  const first = text.search(/[[{]/);
  if (listName === undefined && text[first] === '{') {
    const end = jsonEnd(text, first);
    yield { line: lineAt(first), text: text.slice(first, end === -1 ? undefined : end) };
    return;
  }
  let at = list === -1 ? text.length : list + 1;
  for (;;) {
    while (at < text.length && /[\s,]/.test(text[at] ?? '')) at++;
    if (text[at] === ']') return;
    const line = lineAt(Math.min(at, text.length));
    if (at >= text.length) {
      yield { line, text: '', broken: 'the file ends before its list does' };
      return;
    }
    const end = jsonEnd(text, at);
    if (end === -1) {
      yield { line, text: text.slice(at, at + 200), broken: 'the file ends within this entry' };
      return;
    }
    yield { line, text: text.slice(at, end) };
    at = end > at ? end : at + 1;
  }
}

/** Where the entry ends whose opening brace stands at `open`; -1 where nothing closes it. */
function bibtexEnd(text: string, open: number): number {
  const closing = text[open] === '(' ? ')' : '}';
  let depth = 0;
  for (let i = open + 1; i < text.length; i++) {
    const character = text[i];
    if (character === '\\') i++;
    else if (character === '{') depth++;
    else if (depth === 0 && character === closing) return i + 1;
    else if (character === '}') depth--;
    if (depth < 0) return -1;
  }
  return -1;
}

/** The entries of a BibTeX file; `@string` definitions are put before each that follows. */
export function* bibtexEntries(text: string): Generator<RawEntry> {
  const lineAt = lineCounter(text);
  const start = /^[ \t]*@[ \t]*([A-Za-z]+)\s*([{(])/gm;
  let strings = '';
  for (let found = start.exec(text); found !== null; found = start.exec(text)) {
    const [whole, kind = ''] = found;
    const line = lineAt(found.index + whole.indexOf('@'));
    const end = bibtexEnd(text, found.index + whole.length - 1);
    if (end === -1) {
      yield {
        line,
        text: text.slice(found.index, found.index + 200),
        broken: 'its braces do not close',
      };
      continue;
    }
    start.lastIndex = end;
    const entry = text.slice(found.index, end).trim();
    if (/^string$/i.test(kind)) strings = `${strings}${entry}\n`.slice(-100_000);
    else if (!/^(?:comment|preamble)$/i.test(kind)) yield { line, text: `${strings}${entry}` };
  }
}

/** The records of a RIS file. */
export function* risEntries(text: string): Generator<RawEntry> {
  let record: string[] = [];
  let began = 0;
  let number = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    number++;
    const tag = /^([A-Z][A-Z0-9]) {1,2}-(?: |$)/.exec(line)?.[1];
    if (tag === 'TY') {
      if (record.length > 0) {
        yield {
          line: began,
          text: record.join('\n'),
          broken: 'it has no end (ER) before the next record',
        };
      }
      record = [line];
      began = number;
    } else if (record.length > 0) {
      record.push(line);
      if (tag === 'ER') {
        yield { line: began, text: record.join('\n') };
        record = [];
      }
    }
  }
  if (record.length > 0) {
    yield { line: began, text: record.join('\n'), broken: 'the file ends before its end (ER)' };
  }
}

/** The entries of a text in a format. */
export function entriesOf(text: string, format: ImportFormat): Generator<RawEntry> {
  switch (format) {
    case 'bibtex':
      return bibtexEntries(text);
    case 'ris':
      return risEntries(text);
    case 'csl-json':
      return jsonEntries(text);
    case 'stemma':
      return jsonEntries(text, 'citations');
  }
}
