// `stemma key`, `sign` and `verify` as scripts use them, and what a killed build leaves.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { jsonLines, stemma } from './run.ts';
import { clock, waves } from './stories.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'stemma-sign-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

const at = (name: string) => join(directory, name);
const run = (args: string[], options = {}) => stemma(args, { cwd: directory, ...options });

const isPart = (name: string) => name.endsWith('.part') || name.endsWith('.sort');

describe('a signed archive', () => {
  it('is told from one that was changed, that another signed, or that nobody did', async () => {
    await writeFile(at('a.txt'), clock);
    const made = await run(['key', 'new', 'one.key']);
    expect(made.code).toBe(0);
    const fingerprint = /a new key, ([0-9a-f]{32})/.exec(made.stdout)?.[1] ?? 'none';
    expect((await stat(at('one.key'))).mode & 0o777).toBe(0o600);
    expect((await run(['key', 'new', 'one.key'])).code).toBe(1);

    await run(['build', '--out', 'x.stemma', 'a.txt']);
    const plain = await readFile(at('x.stemma'));
    const unsigned = await run(['verify', 'x.stemma']);
    expect(unsigned).toMatchObject({ code: 1 });
    expect(unsigned.stderr).toContain('every checksum holds; not signed');

    expect((await run(['sign', 'x.stemma', '--key', 'one.key'])).code).toBe(0);
    const signed = await readFile(at('x.stemma'));
    expect(signed.subarray(0, plain.length).equals(plain)).toBe(true);
    const good = await run(['verify', 'x.stemma', '--key', 'one.key.pub']);
    expect(good).toMatchObject({ code: 0, stderr: '' });
    expect(good.stdout).toContain(`signed by ${fingerprint}`);
    const [told] = jsonLines((await run(['inspect', '--json', 'x.stemma'])).stdout);
    expect(told).toMatchObject({ signature: { state: 'valid', fingerprint } });

    await run(['key', 'new', 'two.key']);
    const built = ['build', '--out', 'y.stemma', '--sign', 'two.key', '--json', 'a.txt'];
    const [report] = jsonLines((await run(built)).stdout);
    expect(report).toMatchObject({ signedBy: expect.stringMatching(/^[0-9a-f]{32}$/) });
    const other = await run(['verify', 'y.stemma', '--key', 'one.key']);
    expect(other).toMatchObject({ code: 1 });
    expect(other.stderr).toContain(`not by ${fingerprint}`);

    // The signature of one pack behind the content of another.
    const moved = Buffer.concat([
      (await readFile(at('y.stemma'))).subarray(0, plain.length),
      signed.subarray(plain.length),
    ]);
    await writeFile(at('z.stemma'), moved);
    const forged = await run(['verify', 'z.stemma']);
    expect(forged).toMatchObject({ code: 1 });
    expect(forged.stderr).toContain('the signature does not hold');
    // A dozen commands, each of which starts Node.
  }, 90_000);

  it('needs a key that is one', async () => {
    await writeFile(at('a.txt'), clock);
    await writeFile(at('no.key'), 'not a key');
    const built = await run(['build', '--out', 'x.stemma', '--sign', 'no.key', 'a.txt']);
    expect(built).toMatchObject({ code: 1, stdout: '' });
    expect(built.stderr).toContain('no.key: no private key');
    expect((await run(['sign', 'x.stemma'])).code).toBe(2);
    expect((await readdir(directory)).toSorted()).toEqual(['a.txt', 'no.key']);
  });
});

describe('a build that is killed', () => {
  it('leaves the older pack, and the next build removes what it left', async () => {
    await writeFile(at('a.txt'), waves);
    await writeFile(at('x.stemma'), 'older');
    const bin = fileURLToPath(new URL('../../src/cli/bin.js', import.meta.url));
    const child = spawn(process.execPath, [bin, 'build', '--out', 'x.stemma', '-'], {
      cwd: directory,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    // Standard input stays open: the build waits for more with its files open.
    await expect
      .poll(async () => (await readdir(directory)).filter(isPart).length, { timeout: 15_000 })
      .toBe(2);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await readFile(at('x.stemma'), 'utf8')).toBe('older');
    expect((await readdir(directory)).filter(isPart)).toHaveLength(2);

    // A running process keeps its own: this one's id is in the name.
    const running = `.x.stemma.${process.pid}-0123456789ab.part`;
    await writeFile(at(running), '');
    expect((await run(['build', '--out', 'x.stemma', 'a.txt'])).code).toBe(0);
    expect((await readdir(directory)).filter(isPart)).toEqual([running]);
    expect((await run(['inspect', '--verify', 'x.stemma'])).code).toBe(0);
  });
});
