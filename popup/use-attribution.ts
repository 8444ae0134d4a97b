// Who says what in the page under the popup: found after the verdict is shown, when it is wanted.

import { useEffect, useState } from 'preact/hooks';
import type { Attribution } from '../src/attribution/attribute.ts';
import { type CheckedState, useServices } from './services.ts';

/** `reading` until it is known; `unread` where the page could not be read again. */
export type AttributionView = Attribution | 'reading' | 'unread';

/** A page that has not answered by then is busy with itself: what else is known is not kept back. */
const LONGEST_WAIT_MS = 1500;

/** The attribution of a tab's page; asked for once a look at the page. */
export function useAttribution(tabId: number, { url, at }: CheckedState): AttributionView {
  const services = useServices();
  const [view, setView] = useState<AttributionView>('reading');
  useEffect(() => {
    let gone = false;
    setView('reading');
    services.attributionOf({ id: tabId, url }).then(
      (found) => {
        if (!gone) setView(found ?? 'unread');
      },
      // No access any more, or a page that answers nothing of use: the section says so.
      () => {
        if (!gone) setView('unread');
      },
    );
    const wait = setTimeout(() => {
      if (!gone) setView((known) => (known === 'reading' ? 'unread' : known));
      gone = true;
    }, LONGEST_WAIT_MS);
    return () => {
      gone = true;
      clearTimeout(wait);
    };
  }, [services, tabId, url, at]);
  return view;
}
