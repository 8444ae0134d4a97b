// Session and local storage, validated as it is read: what was stored may be of another version.

import * as v from 'valibot';
import { browser } from './browser.ts';

type Area = 'session' | 'local';

/** One stored item with its shape. */
export interface Item<T> {
  read(): Promise<T>;
  write(value: T): Promise<void>;
  remove(): Promise<void>;
}

/**
 * An item in storage. What does not fit the shape reads as the fallback and is left where it is,
 * until the next write.
 */
export function item<T>(
  area: Area,
  key: string,
  schema: v.GenericSchema<unknown, T>,
  fallback: T,
): Item<T> {
  const store = browser.storage[area];
  return {
    async read() {
      const parsed = v.safeParse(schema, (await store.get(key))[key]);
      return parsed.success ? parsed.output : fallback;
    },
    async write(value) {
      await store.set({ [key]: value });
    },
    async remove() {
      await store.remove(key);
    },
  };
}
