// What a person set: hosts without badges, archives left out. And what was last seen to be so.

import * as v from 'valibot';
import { item } from './storage.ts';

const hosts = item('local', 'badges-off', v.array(v.string()), []);
const theme = item('session', 'theme', v.picklist(['light', 'dark']), 'light');

const archivesOff = item('local', 'archives-off', v.array(v.string()), []);
/** Packaged archives that were checked whole, as `VERSION FILE SHA-256`. */
const checked = item('local', 'archives-checked', v.array(v.string()), []);

/** Ids of archives that are not to be searched. */
export async function readArchivesOff(): Promise<ReadonlySet<string>> {
  return new Set(await archivesOff.read());
}

export async function writeArchiveOn(id: string, on: boolean): Promise<void> {
  const others = (await archivesOff.read()).filter((known) => known !== id);
  await archivesOff.write(on ? others : [...others, id]);
}

/** Packaged archives that were checked whole and need not be again. */
export async function readChecked(): Promise<ReadonlySet<string>> {
  return new Set(await checked.read());
}

export async function writeChecked(values: readonly string[]): Promise<void> {
  await checked.write([...values]);
}

/** Whether badges are shown on a host. */
export async function badgesOn(host: string): Promise<boolean> {
  return !(await hosts.read()).includes(host);
}

/** Hosts whose badges were put away. */
export function hostsWithoutBadges(): Promise<string[]> {
  return hosts.read();
}

export async function setBadges(host: string, on: boolean): Promise<void> {
  const others = (await hosts.read()).filter((known) => known !== host);
  await hosts.write(on ? others : [...others, host]);
}

/** The toolbar's theme: the worker cannot ask, so pages and popup report it. */
export function readTheme(): Promise<'light' | 'dark'> {
  return theme.read();
}

/** Keeps the theme; answers whether it is another one than before. */
export async function writeTheme(value: 'light' | 'dark'): Promise<boolean> {
  if ((await theme.read()) === value) return false;
  await theme.write(value);
  return true;
}
