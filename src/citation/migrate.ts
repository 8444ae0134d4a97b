// Records of earlier versions, brought to this one. Nothing that they held is dropped.
import type { DatePrecision, StatedDate } from './types.ts';

type Json = Record<string, unknown>;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How exactly an ISO 8601 string says when. */
export function precisionOf(iso: string): DatePrecision {
  if (/^\d{4}$/.test(iso)) return 'year';
  if (/^\d{4}-\d\d$/.test(iso)) return 'month';
  return iso.length > 10 ? 'time' : 'day';
}

export function statedDate(value: string): StatedDate {
  return { value, precision: precisionOf(value) };
}

function dated(evidence: Json, field: 'published' | 'modified'): Json {
  const value = evidence[field];
  return typeof value === 'string' ? { [field]: statedDate(value) } : {};
}

/** Version 1 had neither edits nor a person's own fields, and dates as plain strings. */
function fromVersion1(stored: Json): Json {
  const { evidence } = stored;
  return {
    ...stored,
    version: 2,
    updatedAt: stored['savedAt'],
    revision: 1,
    edits: {},
    quotes: [],
    tags: [],
    collections: [],
    note: '',
    ...(isRecord(evidence)
      ? {
          evidence: {
            ...evidence,
            ...dated(evidence, 'published'),
            ...dated(evidence, 'modified'),
          },
        }
      : {}),
  };
}

/** A stored record in this version's shape, unchecked; what is of no known version as it is. */
export function migrated(stored: unknown): unknown {
  return isRecord(stored) && stored['version'] === 1 ? fromVersion1(stored) : stored;
}
