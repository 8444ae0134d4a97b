// The words for what a site says of itself in its trust.txt.

import type { Translator } from '../provenance/translator.ts';
import { TRUST_ATTRIBUTES, type TrustAttribute, type TrustEntry } from './trust-txt.ts';

const LABELS: Record<TrustAttribute, string> = {
  belongto: 'trustBelongTo',
  member: 'trustMember',
  controlledby: 'trustControlledBy',
  control: 'trustControl',
  vendor: 'trustVendor',
  customer: 'trustCustomer',
  social: 'trustSocial',
  disclosure: 'trustDisclosure',
  contact: 'trustContact',
  datatrainingallowed: 'trustTraining',
};

export interface TrustGroup {
  attribute: TrustAttribute;
  label: string;
  entries: { value: string; url?: string; line: number }[];
}

/** An address without what every address begins with. */
function short({ value, url }: TrustEntry): string {
  return url === undefined
    ? value
    : value.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
}

/** Statements by attribute, in the order of what matters to a reader: whose house this is first. */
export function trustGroups(entries: readonly TrustEntry[], tr: Translator): TrustGroup[] {
  return TRUST_ATTRIBUTES.flatMap((attribute) => {
    const own = entries.filter((entry) => entry.attribute === attribute);
    if (own.length === 0) return [];
    return {
      attribute,
      label: tr.t(LABELS[attribute]),
      entries: own.map((entry) => ({
        value:
          attribute === 'datatrainingallowed'
            ? tr.t(entry.value === 'yes' ? 'trustTrainingYes' : 'trustTrainingNo')
            : short(entry),
        line: entry.line,
        ...(entry.url === undefined ? {} : { url: entry.url }),
      })),
    };
  });
}
