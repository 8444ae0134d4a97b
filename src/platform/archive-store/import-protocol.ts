// What the archives panel and the worker of an import say to each other.

import * as v from 'valibot';
import type { ArchiveErrorCode } from '../../archive/errors.ts';
import type { Imported, Step } from './import-pack.ts';

const Order = v.variant('order', [
  v.strictObject({
    order: v.literal('import'),
    file: v.instance(File),
    again: v.optional(v.boolean()),
    places: v.optional(v.array(v.picklist(['opfs', 'indexeddb']))),
  }),
  v.strictObject({ order: v.literal('cancel') }),
]);

export type ImportOrder = v.InferOutput<typeof Order>;

/** The order in a message, or undefined where it is none. */
export function parseImportOrder(message: unknown): ImportOrder | undefined {
  const parsed = v.safeParse(Order, message);
  return parsed.success ? parsed.output : undefined;
}

/** How an import ended. */
export type ImportEnd =
  | { tells: 'done'; outcome: Imported }
  | { tells: 'cancelled' }
  | { tells: 'no-room'; needed: number; free: number }
  | { tells: 'refused'; code: ArchiveErrorCode; detail: string }
  | { tells: 'failed'; detail: string };

export type ImportReport = ImportEnd | { tells: 'progress'; step: Step; share: number };
