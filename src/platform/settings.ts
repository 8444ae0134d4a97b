// What a person set: hosts without badges. And what the browser's theme was last seen to be.

import * as v from 'valibot';
import { item } from './storage.ts';

const hosts = item('local', 'badges-off', v.array(v.string()), []);
const theme = item('session', 'theme', v.picklist(['light', 'dark']), 'light');

/** Whether badges are shown on a host. */
export async function badgesOn(host: string): Promise<boolean> {
  return !(await hosts.read()).includes(host);
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
