// Whom a headline attributes its claim to, less the outlet's own name that sites put behind headlines.

import { headlineAttribution as namedInHeadline } from '../article/attribution.ts';

/** Last words of newspapers' names: behind a dash as likely the site's own name as a source. */
const newspaper = /\b(?:times|post|guardian|journal|gazette|herald|tribune|news|mail)$/i;

/** `The Moscow Times` and `Moscow Times` are one name. */
function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Whom the headline names as the one who says so; absent when that is, or may be, the outlet
 * itself.
 *
 * @param title the whole headline, plain text
 * @param publisher the outlet, where it is known
 */
export function headlineAttribution(title: string, publisher?: string): string | undefined {
  const named = namedInHeadline(title);
  if (named === undefined) return undefined;
  const isOutlet =
    publisher === undefined ? newspaper.test(named) : nameKey(named) === nameKey(publisher);
  return isOutlet ? undefined : named;
}
