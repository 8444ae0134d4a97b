// Everything a command was given, one article at a time: files, directories and standard input.

import type { Article } from '../article/types.ts';
import { ByteReader } from './byte-reader.ts';
import { findFiles, readChunks, readProblem, readWhole, spool, tooLarge } from './files.ts';
import { unpackMembers } from './gunzip.ts';
import { readJsonlLine, streamLines } from './jsonl.ts';
import { isGzip, kindOfBytes, kindOfName, type NamedKind, readableKinds, startOf } from './kind.ts';
import type { PassedOver } from './passed.ts';
import type { IngestProblem } from './problem.ts';
import { readSavedArticle } from './saved-article.ts';
import { decodeText, longestText } from './text.ts';

/** One article that was read. */
export interface ReadInput {
  /**
   * File name as given, with `:LINE` for a line of JSON Lines, `:NUMBER` for a record of a web
   * archive or an entry of a feed, `!NAME` for a file in a collection; `-` for standard input.
   */
  input: string;
  /** The id it names itself by. */
  id?: string;
  /** When a web archive captured it, ISO 8601 with zone. */
  captured?: string;
  isArticle: boolean;
  why: string[];
  article: Article;
}

export type InputItem =
  | { read: ReadInput }
  | { problem: IngestProblem }
  /** A part of an input that is no story, which is no fault; with what it is, where it was read. */
  | { passed: PassedOver; read?: ReadInput }
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

/** Forms that hold many stories; their readers are loaded when one is met. */
async function* readMany(
  kind: 'warc' | 'feed',
  source: ByteReader,
  file: string,
): AsyncIterable<InputItem> {
  try {
    if (kind === 'warc') {
      const { readCaptures } = await import('./captures.ts');
      yield* readCaptures(source, file);
      return;
    }
    const { readFeed } = await import('./feed.ts');
    const packed = isGzip(await source.peek(2));
    yield* readFeed(packed ? new ByteReader(unpackMembers(source)) : source, file);
  } catch (error) {
    yield { problem: readProblem(file, error) };
  } finally {
    await source.close();
  }
}

async function* readCollection(path: string, file: string): AsyncIterable<InputItem> {
  const { readWacz } = await import('./wacz.ts');
  yield* readWacz(path, file);
}

async function* readFileItems(
  path: string,
  { kind, gzipped }: NamedKind,
  options: InputOptions,
): AsyncIterable<InputItem> {
  if (kind === 'wacz') {
    yield* readCollection(path, path);
  } else if (kind === 'warc' || kind === 'feed') {
    // Whether it is packed is told by its bytes: archivers do not agree on names.
    yield* readMany(kind, new ByteReader(readChunks(path, false)), path);
  } else if (kind === 'jsonl') {
    yield* readLines(readChunks(path, gzipped), path, options);
  } else {
    try {
      yield await readOne(kind, await readWhole(path, gzipped), path, options);
    } catch (error) {
      yield { problem: readProblem(path, error) };
    }
  }
}

async function* readStandardInput(options: InputOptions): AsyncIterable<InputItem> {
  const source = new ByteReader(options.stdin);
  try {
    // JSON Lines may be endless, so only as much as tells the form is held back.
    const start = await startOf(source);
    const kind = kindOfBytes(start);
    if (kind === 'warc' || kind === 'feed') {
      yield* readMany(kind, source, standardInput);
      return;
    }
    if (kind === 'wacz') {
      // A zip is read from its end, so all of it has to be somewhere; on the disk, not in memory.
      const spooled = await spool(source.rest());
      try {
        yield* readCollection(spooled.path, standardInput);
      } finally {
        await spooled.remove();
      }
      return;
    }
    const packed = isGzip(await source.peek(2));
    const unpacked = packed ? new ByteReader(unpackMembers(source)) : source;
    if (kind === 'jsonl') {
      yield* readLines(unpacked.rest(), standardInput, options);
      return;
    }
    const bytes = await unpacked.take(longestText + 1);
    if (bytes.length > longestText) throw tooLarge(bytes.length);
    yield await readOne(kind, bytes, standardInput, options);
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
