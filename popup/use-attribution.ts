// Who says what in the page under the popup: found after the verdict is shown, when it is wanted.

import { useEffect, useState } from 'preact/hooks';
import type { Attribution } from '../src/attribution/attribute.ts';
import { type CheckedState, useServices } from './services.ts';

/** `reading` until it is known; `unread` where the page could not be read again. */
export type AttributionView = Attribution | 'reading' | 'unread';

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
    return () => {
      gone = true;
    };
  }, [services, tabId, url, at]);
  return view;
}
