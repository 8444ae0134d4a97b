// Web archive collections (WACZ 1.1): the WARC files in a zip, read from its central directory, held to its list.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import * as v from 'valibot';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ByteReader } from './byte-reader.ts';
import { readCaptures } from './captures.ts';
import { explainSystemError } from './files.ts';
import type { InputItem } from './inputs.ts';
import type { IngestProblem } from './problem.ts';

const listName = 'datapackage.json';
/** A list names files, not pages: no real one comes near. */
const longestList = 16 * 1024 * 1024;
/** Entries looked at; collections have tens. */
const mostEntries = 100_000;

const DataPackage = v.object({
  resources: v.array(
    v.object({
      path: v.string(),
      hash: v.optional(v.string()),
      bytes: v.optional(v.number()),
    }),
  ),
});

type Resource = v.InferOutput<typeof DataPackage>['resources'][number];

function problemOf(file: string, why: string): { problem: IngestProblem } {
  return { problem: { code: 'bad-wacz', file, why, fix: 'fetch the file again' } };
}

async function entriesOf(zip: ZipFile): Promise<{ list?: Entry; warcs: Entry[] }> {
  const warcs: Entry[] = [];
  let list: Entry | undefined;
  if (zip.entryCount > mostEntries) {
    throw new RangeError(`the zip has ${zip.entryCount} files, more than ${mostEntries}`);
  }
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === listName) list = entry;
    else if (/^archive\/.+\.warc(?:\.gz)?$/i.test(entry.fileName)) warcs.push(entry);
  }
  return list === undefined ? { warcs } : { list, warcs };
}

async function* bytesOf(zip: ZipFile, entry: Entry): AsyncIterable<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  try {
    yield* stream;
  } finally {
    stream.destroy();
  }
}

/** The collection's own list of its files; why it is none otherwise. */
async function readList(
  zip: ZipFile,
  entry: Entry | undefined,
): Promise<{ resources: Resource[] } | { why: string }> {
  if (entry === undefined) return { why: `no ${listName} in it` };
  const reader = new ByteReader(bytesOf(zip, entry));
  const bytes = await reader.take(longestList + 1);
  await reader.close();
  if (bytes.length > longestList) return { why: `${listName} has more than ${longestList} bytes` };
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // The message would quote the file; that it is no JSON is all there is to say.
    return { why: `${listName} is not JSON` };
  }
  const parsed = v.safeParse(DataPackage, value);
  return parsed.success
    ? { resources: parsed.output.resources }
    : { why: `${listName}: ${v.getDotPath(parsed.issues[0]) ?? 'it'} is not as WACZ has it` };
}

/** Gives bytes on and counts and hashes them. */
class Checked {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  async *through(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    for await (const chunk of chunks) {
      this.#hash.update(chunk);
      this.#bytes += chunk.length;
      yield chunk;
    }
  }

  /** What is not as the list says; undefined where it is, or says nothing. */
  fault({ bytes, hash }: Resource): string | undefined {
    if (bytes !== undefined && bytes !== this.#bytes) {
      return `has ${this.#bytes} bytes where ${listName} says ${bytes}`;
    }
    const [algorithm, wanted] = (hash ?? '').split(':');
    if (algorithm?.toLowerCase() !== 'sha256') return undefined;
    return this.#hash.digest('hex') === wanted?.toLowerCase()
      ? undefined
      : `is not the file that ${listName} lists: its SHA-256 is another`;
  }
}

async function* readOneWarc(
  zip: ZipFile,
  entry: Entry,
  resource: Resource | undefined,
  file: string,
): AsyncIterable<InputItem> {
  const inner = `${file}!${entry.fileName}`;
  const checked = new Checked();
  const source = new ByteReader(checked.through(bytesOf(zip, entry)));
  try {
    yield* readCaptures(source, inner);
    // The hash is of all of it, also of what stands behind damage.
    await source.skip(Number.POSITIVE_INFINITY);
    const fault = resource === undefined ? `is not in ${listName}` : checked.fault(resource);
    if (fault !== undefined) yield problemOf(inner, fault);
  } catch (error) {
    yield problemOf(inner, explainSystemError(error));
  } finally {
    await source.close();
  }
}

/**
 * Reads the pages of a collection, WARC after WARC in the order of the zip. What its
 * `datapackage.json` lists and is not there, is not listed, or has another size or SHA-256 is a
 * problem; the pages are read all the same. Pages of a file come before what is wrong with it.
 *
 * @param path where the zip is
 * @param file what it is called
 */
export async function* readWacz(path: string, file: string): AsyncIterable<InputItem> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false });
    const { list, warcs } = await entriesOf(zip);
    const listed = await readList(zip, list);
    if ('why' in listed) yield problemOf(file, listed.why);
    const resources = 'why' in listed ? undefined : listed.resources;
    for (const entry of warcs) {
      const resource =
        resources === undefined
          ? { path: entry.fileName }
          : resources.find((each) => each.path === entry.fileName);
      yield* readOneWarc(zip, entry, resource, file);
    }
    for (const { path: named } of resources ?? []) {
      if (named.startsWith('archive/') && !warcs.some(({ fileName }) => fileName === named)) {
        yield problemOf(file, `${listName} lists ${named}, which is not there`);
      }
    }
    if (warcs.length === 0) yield problemOf(file, 'no WARC in its folder archive/');
  } catch (error) {
    yield problemOf(file, explainSystemError(error));
  } finally {
    if (zip !== undefined) {
      const closed = once(zip, 'close');
      zip.close();
      await closed;
    }
  }
}
