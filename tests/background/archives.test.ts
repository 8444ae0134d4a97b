// The packaged archives: opened once, each on its own; one that cannot be read does not stop the rest.

import { describe, expect, test, vi } from 'vitest';
import type { PopupMessage } from '../../src/messages/validate.ts';
import {
  BELL_COPY,
  BELL_PACK,
  FERRY_COPY,
  FERRY_PACK,
  kept,
  OTHER_PACK,
  PACK,
  readsBell,
  readsFerry,
  restartWorker,
  startWorker,
} from './worker.ts';

const TAB = 7;

/** A pack with one byte of its postings changed, which only a checksum can tell. */
function damaged(bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const at = Math.floor(copy.length * 0.6);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** Ways in which a packaged archive cannot be read. */
const UNREADABLE: [string, Uint8Array | undefined][] = [
  ['is missing', undefined],
  ['is empty', new Uint8Array()],
  ['is cut short', BELL_PACK.slice(0, BELL_PACK.length - 9)],
  ['has a bit changed', damaged(BELL_PACK)],
  ['is something else', new TextEncoder().encode('<!doctype html>'.repeat(40))],
];

describe.each(UNREADABLE)('an archive that %s', (_, bytes) => {
  const unreadable = {
    code: 'archive-unreadable',
    detail: expect.stringMatching(/^test\.stemma: ./),
  };

  async function start(archives: string[]) {
    const worker = await startWorker(archives);
    if (bytes === undefined) worker.platform.files.delete(PACK);
    else worker.platform.files.set(PACK, bytes);
    return worker;
  }

  test('is a problem with a name, while another answers', async () => {
    const { platform, look } = await start([PACK, OTHER_PACK]);
    const tab = platform.open(TAB, FERRY_COPY, { read: readsFerry });
    await look(TAB, FERRY_COPY);
    expect(kept(platform, TAB)).toMatchObject({
      status: 'checked',
      provenance: { kind: 'copy', searched: { documents: 1 } },
      problems: [unreadable],
    });
    expect(tab).toMatchObject({ icon: 'copy-light', badge: { state: 'copy' } });
  });

  test('is told in the toolbar where nothing was found in the others', async () => {
    const { platform, look } = await start([OTHER_PACK, PACK]);
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
    await look(TAB, BELL_COPY);
    expect(kept(platform, TAB)).toMatchObject({
      provenance: { kind: 'no-match' },
      problems: [unreadable],
    });
    expect(tab.title).toMatch(/archive could not be read/);
  });

  test('is an error where it is the only one', async () => {
    const { platform, look } = await start([PACK]);
    const tab = platform.open(TAB, BELL_COPY, { read: readsBell });
    await look(TAB, BELL_COPY);
    expect(kept(platform, TAB)).toMatchObject({
      url: BELL_COPY,
      status: 'error',
      problem: unreadable,
    });
    expect(tab).toMatchObject({ icon: 'error-light', badgeText: '!' });
    expect(tab.badge).toBeUndefined();
  });
});

test('with no archive at all, nothing is found and that is said', async () => {
  const { platform, look } = await startWorker([]);
  platform.open(TAB, BELL_COPY, { read: readsBell });
  await look(TAB, BELL_COPY);
  expect(kept(platform, TAB)).toMatchObject({
    status: 'checked',
    provenance: { kind: 'no-match', searched: { documents: 0 } },
    problems: [],
  });
});

test('each archive is fetched once in the life of a worker, and not before a story is looked at', async () => {
  const { platform, look, tabChanged } = await startWorker([PACK, OTHER_PACK]);
  await tabChanged(1, { status: 'loading', url: 'https://plain.example/' });
  expect(platform.fetched).toEqual([]);
  platform.open(2, BELL_COPY, { read: readsBell });
  platform.open(3, FERRY_COPY, { read: readsFerry });
  await Promise.all([look(2, BELL_COPY), look(3, FERRY_COPY)]);
  await look(2, BELL_COPY);
  expect(platform.fetched.toSorted()).toEqual([OTHER_PACK, PACK]);
});

describe('a packaged archive that was checked', () => {
  test('is not checked again by the next worker', async () => {
    const { platform, look } = await startWorker([PACK]);
    platform.open(TAB, BELL_COPY, { read: readsBell });
    await look(TAB, BELL_COPY);
    const digest = vi.spyOn(crypto.subtle, 'digest');
    const next = await restartWorker(platform, [PACK]);
    await next.look(TAB, BELL_COPY);
    // The page's own text is hashed, and nothing as long as a pack.
    const lengths = digest.mock.calls.map(([, data]) => data.byteLength);
    digest.mockRestore();
    expect(lengths).not.toContain(BELL_PACK.length);
    expect(kept(platform, TAB)).toMatchObject({ provenance: { kind: 'copy' } });
  });

  test('is checked again when another pack is under its name', async () => {
    const { platform, look } = await startWorker([PACK]);
    platform.open(TAB, BELL_COPY, { read: readsBell });
    await look(TAB, BELL_COPY);
    platform.files.set(PACK, damaged(FERRY_PACK));
    const next = await restartWorker(platform, [PACK]);
    await next.look(TAB, BELL_COPY);
    expect(kept(platform, TAB)).toMatchObject({ problem: { code: 'archive-unreadable' } });
  });
});

test('an archive that is switched off is not searched, and is told of all the same', async () => {
  const { platform, look, answer } = await startWorker([PACK, OTHER_PACK]);
  const id = `packaged:${PACK}`;
  const ask = (message: PopupMessage) => answer({ from: 'popup', message });
  await ask({ call: 'archives/switch', of: { id, on: false } });
  platform.open(TAB, BELL_COPY, { read: readsBell });
  await look(TAB, BELL_COPY);
  expect(kept(platform, TAB)).toMatchObject({
    provenance: { kind: 'no-match', searched: { archives: [{ name: 'Test pack' }] } },
  });
  const listed = await ask({ call: 'archives/list', of: {} });
  expect(listed).toMatchObject({
    ok: true,
    value: [
      { id, packaged: true, on: false, info: { documents: 1 } },
      { packaged: true, on: true, reading: 'memory' },
    ],
  });
  await ask({ call: 'archives/switch', of: { id, on: true } });
  await look(TAB, BELL_COPY);
  expect(kept(platform, TAB)).toMatchObject({ provenance: { kind: 'copy' } });
});
