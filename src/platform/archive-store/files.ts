// The files of imported archives, in the extension's private file system (OPFS).

import type { ByteRange } from '../../archive/types.ts';
import { BatchedSource } from './batched.ts';

const FOLDER = 'archives';

/** What is used of a synchronous access handle, which only dedicated workers have. */
export interface SyncHandle {
  read(into: Uint8Array, options: { at: number }): number;
  write(bytes: Uint8Array, options: { at: number }): number;
  getSize(): number;
  flush(): void;
  close(): void;
}

interface SyncCapable {
  createSyncAccessHandle(options?: { mode: 'read-only' | 'readwrite' }): Promise<SyncHandle>;
}

function isSyncCapable(file: object): file is SyncCapable {
  return 'createSyncAccessHandle' in file;
}

/** The folder of archives. @throws where the browser has no private file system here */
export async function archiveFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

/** The name of an archive's file. */
export function fileNameOf(id: string): string {
  return `${id}.stemma`;
}

/**
 * Opens an archive's file for synchronous access, in a dedicated worker.
 *
 * @throws where the file is not there, is held by another, or the browser has no such access
 */
export async function openSync(id: string, mode: 'read-only' | 'readwrite'): Promise<SyncHandle> {
  const folder = await archiveFolder();
  const file: object = await folder.getFileHandle(fileNameOf(id), {
    create: mode === 'readwrite',
  });
  if (!isSyncCapable(file)) throw new Error('no synchronous access to files here');
  // Firefox knows no modes, and opens for both.
  return file.createSyncAccessHandle({ mode });
}

/** An archive's file as it lies there. */
export async function archiveFile(id: string): Promise<File> {
  const folder = await archiveFolder();
  return (await folder.getFileHandle(fileNameOf(id))).getFile();
}

/** Ids that have a file, live or not. */
export async function idsWithFiles(): Promise<string[]> {
  const ids: string[] = [];
  for await (const name of (await archiveFolder()).keys()) {
    if (name.endsWith('.stemma')) ids.push(name.slice(0, -'.stemma'.length));
  }
  return ids;
}

export async function deleteFile(id: string): Promise<void> {
  await (await archiveFolder()).removeEntry(fileNameOf(id));
}

/** A file or blob, read slice by slice: what a person chose, or a file without a worker to open it. */
export class BlobSource extends BatchedSource {
  readonly #blob: Blob;

  constructor(name: string, blob: Blob) {
    super(name, blob.size);
    this.#blob = blob;
  }

  protected override fetch(ranges: readonly ByteRange[]): Promise<Uint8Array[]> {
    return Promise.all(
      ranges.map(
        async ({ offset, length }) =>
          new Uint8Array(await this.#blob.slice(offset, offset + length).arrayBuffer()),
      ),
    );
  }
}

/** A file held open by this worker. */
export class SyncHandleSource extends BatchedSource {
  readonly #handle: SyncHandle;

  constructor(name: string, handle: SyncHandle) {
    super(name, handle.getSize());
    this.#handle = handle;
  }

  protected override fetch(ranges: readonly ByteRange[]): Promise<Uint8Array[]> {
    return Promise.resolve(ranges.map((range) => readRange(this.#handle, range)));
  }
}

/** What stands at a range of an open file; shorter at its end. */
export function readRange(handle: SyncHandle, { offset, length }: ByteRange): Uint8Array {
  const bytes = new Uint8Array(length);
  const read = handle.read(bytes, { at: offset });
  return read === length ? bytes : bytes.subarray(0, read);
}
