// Chooses among the bylines that a page states: those a reader sees before a system's accounts.

import { titleKey } from '../headline.ts';
import type { Byline, Evidenced } from '../types.ts';
import { siteHost } from '../url.ts';
import { bylineKind, bylineNames, distinctNames, isPersonName } from './byline.ts';
import { organisationAuthor } from './json-ld.ts';

/** Whether a name is the outlet's own, which systems fill in where nobody is named. */
function isOutlet(name: string, siteNames: readonly string[], url: string): boolean {
  const key = titleKey(name).replaceAll(' ', '');
  const host = (siteHost(url) ?? '').replace(/\.[a-z.]+$/, '').replace(/[^\p{L}\p{N}]/gu, '');
  return key === host || siteNames.some((site) => titleKey(site).replaceAll(' ', '') === key);
}

/** The first place that names anybody, with the names it gives. */
function structuredNames(
  claims: readonly Evidenced[],
  siteNames: readonly string[],
  url: string,
): Evidenced[] {
  for (const place of new Set(claims.map(({ from }) => from))) {
    const names = claims
      .filter(({ from }) => from === place)
      .flatMap(({ value, from }) => bylineNames(value).map((name) => ({ value: name, from })))
      .filter(
        ({ value }) =>
          // A person's own site goes under the person's name.
          (isPersonName(value) && place !== organisationAuthor) || !isOutlet(value, siteNames, url),
      );
    if (names.length > 0) return distinctNames(names);
  }
  return [];
}

/**
 * Who made the story. Structured data is exact but often names an account or the outlet; so where a
 * line says "By …" with other people in it, that is what stands.
 */
export function chooseByline(
  claims: readonly Evidenced[],
  visible: readonly Byline[],
  siteNames: readonly string[],
  url: string,
): Byline[] {
  const structured = structuredNames(claims, siteNames, url);
  const seen = distinctNames(
    visible.filter(({ value }) => isPersonName(value) || !isOutlet(value, siteNames, url)),
  );
  const writers = seen.filter(({ role }) => role === undefined);
  const others = seen.filter(({ role }) => role !== undefined);
  const people = writers.filter(({ value }) => isPersonName(value));
  const said = people.filter(({ from }) => from === 'byline by its words');
  const seenKeys = new Set(people.map(({ value }) => titleKey(value)));
  const agree = structured.some(({ value }) => seenKeys.has(titleKey(value)));
  const structuredPeople = structured.filter(({ value }) => isPersonName(value));
  const all = structured.every(({ value }) => seenKeys.has(titleKey(value)));
  const chosen: Byline[] =
    structured.length === 0
      ? writers
      : agree
        ? all && people.length > structured.length
          ? people
          : structured
        : said.length > 0
          ? said
          : structuredPeople.length === 0 && people.length > 0
            ? people
            : structured;
  return distinctNames([...chosen, ...others]).map((byline) => {
    const kind =
      byline.from === organisationAuthor
        ? bylineKind(byline.value, undefined) === 'agency'
          ? 'agency'
          : 'organisation'
        : bylineKind(byline.value, siteNames[0]);
    return kind === undefined ? byline : { ...byline, kind };
  });
}
