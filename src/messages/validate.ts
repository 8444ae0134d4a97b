// Checks what arrives as a message: its shape, and that its sender may make this call.

import * as v from 'valibot';
import type { PageCalls, PopupCalls } from './calls.ts';

/** Who sent a message, as the browser says it. */
export interface Sender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

/** As the canonical form of an address allows, see `article/url.ts`; twice that for a raw one. */
const LONGEST_URL = 8192;
const none = v.strictObject({});
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(128));
const tab = v.strictObject({ tabId: v.pipe(v.number(), v.integer(), v.minValue(0)) });
/** Reasons are short codes of ours; anything longer did not come from our content script. */
const why = v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(32));

/** `packaged:PATH`, or the UUID of an import. */
const archiveId = v.pipe(v.string(), v.maxLength(256));

const pageCalls = v.variant('call', [
  v.strictObject({
    call: v.literal('page/looked'),
    of: v.strictObject({
      page: v.pipe(v.string(), v.maxLength(LONGEST_URL)),
      articleLike: v.boolean(),
      why,
      dark: v.boolean(),
    }),
  }),
  v.strictObject({
    call: v.literal('badge/dismissed'),
    of: v.strictObject({ scope: v.picklist(['page', 'site']) }),
  }),
  v.strictObject({
    call: v.literal('marks/off'),
    of: v.strictObject({ name: v.pipe(v.string(), v.regex(/^[a-z]{8,32}$/)) }),
  }),
]);

const popupCalls = v.variant('call', [
  v.strictObject({ call: v.literal('tab/check'), of: tab }),
  v.strictObject({
    call: v.literal('tab/show'),
    of: v.strictObject({
      ...tab.entries,
      url: v.pipe(v.string(), v.maxLength(LONGEST_URL)),
      document: v.optional(
        v.strictObject({ archive: v.pipe(v.string(), v.maxLength(64)), id: v.string() }),
      ),
    }),
  }),
  v.strictObject({
    call: v.literal('citation/save'),
    of: v.strictObject({
      ...tab.entries,
      url: v.pipe(v.string(), v.maxLength(LONGEST_URL)),
      request: id,
    }),
  }),
  v.strictObject({
    call: v.literal('citation/remove'),
    of: v.strictObject({ id }),
  }),
  v.strictObject({
    call: v.literal('citation/restore'),
    of: v.strictObject({ id }),
  }),
  v.strictObject({ call: v.literal('sites/sync'), of: none }),
  v.strictObject({
    call: v.literal('badges/set'),
    of: v.strictObject({ host: v.pipe(v.string(), v.maxLength(255)), on: v.boolean() }),
  }),
  v.strictObject({ call: v.literal('archives/list'), of: none }),
  v.strictObject({ call: v.literal('archives/changed'), of: none }),
  v.strictObject({
    call: v.literal('text/match'),
    of: v.strictObject({
      paragraphs: v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000_000))), v.maxLength(10_000)),
    }),
  }),
  v.strictObject({
    call: v.literal('archives/switch'),
    of: v.strictObject({ id: archiveId, on: v.boolean() }),
  }),
]);

/** A valid call with the place it came from. */
export type Incoming =
  | { from: 'page'; tabId: number; url: string; message: PageMessage }
  | { from: 'popup'; message: PopupMessage };

export type PageMessage = v.InferOutput<typeof pageCalls>;
export type PopupMessage = v.InferOutput<typeof popupCalls>;
/** Every call has its schema, and every schema its call. */
export type Complete = keyof PageCalls extends PageMessage['call']
  ? keyof PopupCalls extends PopupMessage['call']
    ? true
    : never
  : never;

/**
 * The call in a message, or undefined where sender or shape are not what they must be. What runs
 * next to a page may make page calls only, whatever it says.
 *
 * @param origin `runtime.getURL('')` of this extension
 * @param extensionId `runtime.id`
 */
export function parseIncoming(
  message: unknown,
  sender: Sender,
  origin: string,
  extensionId: string,
): Incoming | undefined {
  if (sender.id !== extensionId) return undefined;
  if (sender.url?.startsWith(origin) === true) {
    const parsed = v.safeParse(popupCalls, message);
    return parsed.success ? { from: 'popup', message: parsed.output } : undefined;
  }
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0) return undefined;
  if (sender.url === undefined || !/^https?:/.test(sender.url)) return undefined;
  const parsed = v.safeParse(pageCalls, message);
  if (parsed.success && parsed.output.call === 'page/looked') {
    // The browser says where the document came from; its script says where it has got to.
    const { page } = parsed.output.of;
    if (!URL.canParse(page) || new URL(page).origin !== new URL(sender.url).origin)
      return undefined;
  }
  return parsed.success
    ? { from: 'page', tabId, url: sender.url, message: parsed.output }
    : undefined;
}
