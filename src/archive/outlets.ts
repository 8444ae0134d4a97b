// The section of a pack that names the sites its documents stand on: to know a look-alike by.

import { siteHost } from '../article/url.ts';
import type { PackAssembler } from './assemble.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { ArchiveError, guarded } from './errors.ts';
import type { Archive } from './reader.ts';
import type { DocumentInput } from './types.ts';
import type { PackPart } from './writer.ts';

/** FORMAT.md draws it. */
const SECTION = 'OUTL';
/** More sites than any archive's; what comes after them is not told. */
const MOST = 20_000;

/** A site that an archive has stories of. */
export interface ArchivedOutlet {
  /** Host without `www.` and the like, as addresses have it: in Punycode. */
  host: string;
  /** The name that its first named story gives. */
  name?: string;
}

/** Gathers sites while a pack is built. */
export class OutletsPart implements PackPart {
  readonly #names = new Map<string, string | undefined>();

  add(_index: number, { url, publisher }: DocumentInput): void {
    const host = url === undefined ? undefined : siteHost(url);
    if (host !== undefined)
      this.put({ host, ...(publisher === undefined ? {} : { name: publisher }) });
  }

  /** Adds a site; of two names the first stays. */
  put({ host, name }: ArchivedOutlet): void {
    if (!this.#names.has(host) && this.#names.size === MOST) return;
    this.#names.set(host, this.#names.get(host) ?? name);
  }

  finish(assembler: PackAssembler): void {
    const out = new ByteWriter();
    const encoder = new TextEncoder();
    const byHost = [...this.#names].toSorted(([x], [y]) => (x < y ? -1 : 1));
    for (const [host, name = ''] of byHost) {
      for (const text of [host, name]) {
        const bytes = encoder.encode(text);
        out.varint(bytes.length);
        out.bytes(bytes);
      }
    }
    assembler.whole(SECTION, out.finish());
  }
}

/**
 * The sites of an archive; none for a pack that does not name them.
 * @throws {@link ArchiveError} `damaged` where the section does not hold together
 */
export async function archivedOutlets(
  archive: Archive,
  signal?: AbortSignal,
): Promise<ArchivedOutlet[]> {
  const bytes = await archive.section(SECTION, signal);
  if (bytes === undefined) return [];
  return guarded(archive.name, SECTION, () => {
    const reader = new ByteReader(bytes);
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const outlets: ArchivedOutlet[] = [];
    while (!reader.done) {
      const host = decoder.decode(reader.bytes(reader.varint()));
      const name = decoder.decode(reader.bytes(reader.varint()));
      outlets.push({ host, ...(name === '' ? {} : { name }) });
    }
    return outlets;
  });
}

/** The sites of several archives, each archive's damage apart. */
export async function allOutlets(
  archives: readonly Archive[],
  signal?: AbortSignal,
): Promise<{ outlets: ArchivedOutlet[]; failed: ArchiveError[] }> {
  const failed: ArchiveError[] = [];
  const found = await Promise.all(
    archives.map(async (archive) => {
      try {
        return await archivedOutlets(archive, signal);
      } catch (cause) {
        if (!(cause instanceof ArchiveError)) throw cause;
        failed.push(cause);
        return [];
      }
    }),
  );
  return { outlets: found.flat(), failed };
}
