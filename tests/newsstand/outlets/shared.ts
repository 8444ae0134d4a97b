// What the outlets' templates have in common: small facts of a version. Markup is each outlet's own.

import { html, type Markup, raw } from '../html.ts';
import { LICENCE_URLS } from '../pictures/licences.ts';
import { countWords, plainText } from '../text.ts';
import type { Outlet, Section, Shelf, Version } from '../types.ts';

/** `IV` for Ilse Varga. */
export function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
}

/** Whole minutes to read a version at 220 words a minute, at least one. */
export function readingMinutes(of: Version): number {
  return Math.max(1, Math.round(countWords(plainText(of.copy)) / 220));
}

export function sectionOf(outlet: Pick<Outlet, 'sections' | 'name'>, of: Version): Section {
  const found = outlet.sections.find((section) => section.slug === of.section);
  if (!found) throw new Error(`${outlet.name} has no section "${of.section}" (${of.id})`);
  return found;
}

/** The versions a version points to as related, at the same outlet. */
export function relatedTo(of: Version, shelf: Shelf): Version[] {
  return (of.related ?? []).map((id) => shelf.find(id));
}

/** Other stories of the outlet, newest first. */
export function others(of: Version, shelf: Shelf, count: number): Version[] {
  return shelf.articles.filter((entry) => entry.id !== of.id).slice(0, count);
}

/** The licence as a link, or nothing where there is none. */
export function licenceLink(of: Version, className = ''): Markup {
  const { licence } = of.picture;
  if (licence === undefined) return raw('');
  const attribute = className === '' ? raw('') : html` class="${className}"`;
  return html`<a${attribute} rel="license" href="${LICENCE_URLS[licence]}">${licence}</a>`;
}

export function licenceUrl(of: Version): string | undefined {
  return of.picture.licence === undefined ? undefined : LICENCE_URLS[of.picture.licence];
}

/** `A, B and C` */
export function listed(names: string[], and = 'and'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

/** An object without its undefined fields, for JSON-LD. */
export function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
