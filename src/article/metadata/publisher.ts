// What JSON-LD says of the outlet, of the terms of the text, and of where the text was before.

import { licenseFromUrl } from '../license.ts';
import type { OriginClaim, PublisherFacts } from '../types.ts';
import { siteHost } from '../url.ts';
import { type ClaimCollector, oneLine } from './claims.ts';
import { isNode, type Json, list, type Names, names, types } from './json-ld-nodes.ts';

/** Properties of a NewsMediaOrganization (https://schema.org/NewsMediaOrganization) that are links. */
const policies: [fact: keyof PublisherFacts, property: string][] = [
  ['publishingPrinciples', 'publishingPrinciples'],
  ['correctionsPolicy', 'correctionsPolicy'],
  ['ownershipFundingInfo', 'ownershipFundingInfo'],
  ['ethicsPolicy', 'ethicsPolicy'],
  ['masthead', 'masthead'],
  ['url', 'url'],
];
const longestName = 150;

/** The first address among strings and nodes. */
function addressIn(value: unknown, collector: ClaimCollector): string | undefined {
  for (const entry of list(value)) {
    const raw = isNode(entry) ? (entry['url'] ?? entry['@id']) : entry;
    const url = collector.address(raw);
    if (url !== undefined) return url;
  }
  return undefined;
}

/** Adds what the publisher's node says of the outlet. Statements of the outlet, never checked. */
export function claimPublisherFacts(
  nodes: readonly Json[],
  story: Json | undefined,
  sites: readonly Json[],
  collector: ClaimCollector,
  { resolve }: Names,
): void {
  const own = [story?.['publisher'], sites[0]?.['publisher']]
    .flatMap(list)
    .map(resolve)
    .filter(isNode);
  const outlets = nodes.filter((node) => types(node).includes('NewsMediaOrganization'));
  const [outlet] = outlets;
  // An organisation that nothing ties to the story counts only where it is the only one.
  const candidates = [...own, ...(outlets.length === 1 && outlet !== undefined ? [outlet] : [])];
  const facts = collector.claims.publisherFacts;
  for (const node of [...candidates, ...(story === undefined ? [] : [story])]) {
    const type = types(node)[0] ?? 'publisher';
    for (const [fact, property] of policies) {
      // The story's own node may carry the principles; its address is its own.
      if (facts[fact] !== undefined || (node === story && property === 'url')) continue;
      const value = addressIn(node[property], collector);
      if (value !== undefined) facts[fact] = { value, from: `json-ld ${type} ${property}` };
    }
    const legalName = list(node['legalName'])[0];
    if (typeof legalName !== 'string' || facts.legalName !== undefined || node === story) continue;
    const value = oneLine(legalName.slice(0, 4 * longestName));
    if (value !== '' && value.length <= longestName) {
      facts.legalName = { value, from: `json-ld ${type} legalName` };
    }
  }
}

/** Adds whether the text is free to read, and its licence. */
export function claimTerms(node: Json, collector: ClaimCollector): void {
  const free = list(node['isAccessibleForFree'])[0];
  const text = typeof free === 'string' ? free.trim().toLowerCase() : free;
  if (text === true || text === 'true') {
    collector.claims.paywalled.push({ value: false, from: 'json-ld isAccessibleForFree' });
  } else if (text === false || text === 'false') {
    collector.claims.paywalled.push({ value: true, from: 'json-ld isAccessibleForFree' });
  }
  addLicense(addressIn(node['license'], collector), 'json-ld license', collector);
}

/** Adds a licence given as an address: by its name where it is known, else by the address itself. */
export function addLicense(url: string | undefined, from: string, collector: ClaimCollector): void {
  if (url === undefined || url.length > 1000) return;
  const known = licenseFromUrl(url);
  collector.claims.license.push({
    value: known?.license ?? url,
    url: known?.licenseUrl ?? url,
    from,
  });
}

const workProperties: [property: string, kind: OriginClaim['kind']][] = [
  ['translationOfWork', 'translated'],
  ['isBasedOn', 'adapted'],
  ['isBasedOnUrl', 'adapted'],
];

/** Adds which work the page's data calls this one a translation or an adaptation of. */
export function claimJsonLdOrigins(node: Json, collector: ClaimCollector, context: Names): void {
  for (const [property, kind] of workProperties) {
    for (const entry of list(node[property]).slice(0, 5)) {
      const work = context.resolve(entry);
      const url = addressIn(work, collector);
      const [name] = isNode(work) ? names(work['publisher'] ?? work['author'], context) : [];
      if (url === undefined && name === undefined) continue;
      const outlet = name ?? (url === undefined ? undefined : siteHost(url));
      collector.addOrigin({
        kind,
        ...(outlet === undefined ? {} : { name: outlet.slice(0, longestName) }),
        ...(url === undefined ? {} : { url }),
        text: (url ?? outlet ?? '').slice(0, 300),
        from: `json-ld ${property}`,
      });
    }
  }
}
