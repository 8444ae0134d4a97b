// Everything a command was given, one article at a time: files, directories and standard input.

import type { Article } from '../article/types.ts';
import { findFiles, readChunks, readProblem, readWhole, unpack } from './files.ts';
import { readJsonlLine, streamLines } from './jsonl.ts';
import { isGzip, kindOfBytes, kindOfName, type NamedKind, readableKinds } from './kind.ts';
import type { IngestProblem } from './problem.ts';
import { readSavedArticle } from './saved-article.ts';
import { decodeText } from './text.ts';

/** One article that was read. */
export interface ReadInput {
  /** File name as given, with `:LINE` for a line of JSON Lines; `-` for standard input. */
  input: string;
  /** The id it names itself by. */
  id?: string;
  isArticle: boolean;
  why: string[];
  article: Article;
}

export type InputItem =
  | { read: ReadInput }
  | { problem: IngestProblem }
  /** A file met on a walk whose name is of no form we know. */
  | { ignored: string };

export interface InputOptions {
  /** The address of the pages read, in place of their own. */
  url?: string;
  /** Whether what has no address is refused: an archive needs one, a question does not. */
  requireUrl: boolean;
  stdin: AsyncIterable<Uint8Array>;
}

/** What standard input is called. */
const standardInput = '-';

function notYet(file: string): IngestProblem {
  const why = 'this version cannot read WARC, WACZ or feeds yet';
  return { code: 'not-yet', file, why, fix: `give ${readableKinds}` };
}

async function readOne(
  kind: 'text' | 'html',
  bytes: Uint8Array,
  file: string,
  options: InputOptions,
): Promise<InputItem> {
  const { url, requireUrl } = options;
  if (kind === 'html') {
    // The page parser is half of what a command loads, and only pages need it.
    const { readHtml } = await import('./html.ts');
    const page = readHtml(bytes, file, { requireUrl, ...(url === undefined ? {} : { url }) });
    return 'problem' in page ? page : { read: { input: file, ...page } };
  }
  const saved = readSavedArticle(decodeText(bytes), file, {
    requireUrl,
    ...(url === undefined ? {} : { url }),
  });
  if ('problem' in saved) return saved;
  return { read: { input: file, isArticle: true, why: ['saved-article'], ...saved } };
}

async function* readLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
  options: InputOptions,
): AsyncIterable<InputItem> {
  let last = 0;
  try {
    for await (const { number, text } of streamLines(chunks)) {
      last = number;
      if (text === undefined) {
        const why = 'the line is too long to be one document';
        yield {
          problem: { code: 'too-large', file, line: number, why, fix: 'leave the line out' },
        };
        continue;
      }
      if (text.trim() === '') continue;
      const found = readJsonlLine(text, file, number, options);
      if ('problem' in found) {
        yield found;
        continue;
      }
      yield { read: { input: `${file}:${number}`, isArticle: true, why: ['jsonl'], ...found } };
    }
  } catch (error) {
    yield { problem: readProblem(file, error, last + 1) };
    return;
  }
  if (last === 0) {
    const why = 'the file is empty';
    yield { problem: { code: 'empty', file, line: 1, why, fix: 'leave the file out' } };
  }
}

async function* readFileItems(
  path: string,
  { kind, gzipped }: NamedKind,
  options: InputOptions,
): AsyncIterable<InputItem> {
  if (kind === 'not-yet') {
    yield { problem: notYet(path) };
    return;
  }
  if (kind === 'jsonl') {
    yield* readLines(readChunks(path, gzipped), path, options);
    return;
  }
  try {
    yield await readOne(kind, await readWhole(path, gzipped), path, options);
  } catch (error) {
    yield { problem: readProblem(path, error) };
  }
}

async function* readStandardInput(options: InputOptions): AsyncIterable<InputItem> {
  const chunks: Uint8Array[] = [];
  const rest = options.stdin[Symbol.asyncIterator]();
  // JSON Lines may be endless, so only as much as tells the form is held back.
  let length = 0;
  let done = false;
  while (length < 512 && !done) {
    const next = await rest.next();
    done = next.done === true;
    if (next.done === true) continue;
    chunks.push(next.value);
    length += next.value.length;
  }
  const start = Buffer.concat(chunks);
  const remaining = async function* (): AsyncIterable<Uint8Array> {
    yield start;
    if (!done) yield* { [Symbol.asyncIterator]: () => rest };
  };
  if (!isGzip(start) && kindOfBytes(start) === 'jsonl') {
    yield* readLines(remaining(), standardInput, options);
    return;
  }
  try {
    const all: Uint8Array[] = [];
    for await (const chunk of remaining()) all.push(chunk);
    const bytes = isGzip(start) ? unpack(Buffer.concat(all)) : Buffer.concat(all);
    const kind = kindOfBytes(bytes);
    if (kind === 'jsonl') yield* readLines([bytes], standardInput, options);
    else if (kind === 'not-yet') yield { problem: notYet(standardInput) };
    else yield await readOne(kind, bytes, standardInput, options);
  } catch (error) {
    yield { problem: readProblem(standardInput, error) };
  }
}

/**
 * Reads inputs in order, holding one article at a time. What cannot be read is told as a problem
 * and the rest goes on.
 *
 * @param inputs files, directories (walked), or `-` for standard input
 */
export async function* readInputs(
  inputs: readonly string[],
  options: InputOptions,
): AsyncIterable<InputItem> {
  for (const input of inputs) {
    if (input === standardInput) {
      yield* readStandardInput(options);
      continue;
    }
    for await (const found of findFiles(input)) {
      if ('problem' in found) {
        yield found;
        continue;
      }
      const named = kindOfName(found.path);
      if (named !== undefined) yield* readFileItems(found.path, named, options);
      else if (found.named) {
        const why = 'the name tells no form that can be read';
        const fix = `give ${readableKinds}, or - for standard input`;
        yield { problem: { code: 'unknown-kind', file: found.path, why, fix } };
      } else yield { ignored: found.path };
    }
  }
}
