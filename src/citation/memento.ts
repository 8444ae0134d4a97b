// Addresses of copies in web archives: which page they show, and of when.

import { checkedUrl } from '../article/url.ts';

/** A page as a web archive keeps it. */
export interface Memento {
  /** Address of the copy. */
  url: string;
  /** When it was captured: ISO 8601 in UTC. */
  date: string;
  /** The address that was captured. */
  original: string;
}

/**
 * Fourteen digits of a time, perhaps with the two letters of a rendering (`id_`), before a whole
 * address: how web archives that speak of mementos (RFC 7089) write theirs.
 */
const MEMENTO = /\/(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:[a-z]{2}_)?\/(https?:\/{1,2}.+)$/;

/** The copy that an address leads to; undefined where it is none, or of no possible time. */
export function mementoOf(address: string): Memento | undefined {
  const url = checkedUrl(address);
  const found = url === undefined ? null : MEMENTO.exec(url);
  if (url === undefined || found === null) return undefined;
  const [, year, month, day, hour, minute, second, inner = ''] = found;
  const date = `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
  const time = Date.parse(date);
  // 30 February would be read as a day in March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(date.slice(0, -1))) {
    return undefined;
  }
  // Servers on the way fold "//" into one.
  const original = checkedUrl(inner.replace(/^(https?:)\/{1,2}/, '$1//'));
  return original === undefined ? undefined : { url, date, original };
}
