// The offer to look at this site by itself from now on; there only where Stemma does not yet.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useServices } from '../services.ts';

/** A line at the end of the popup, on a page that was looked at because of a click. */
export function Always({ url }: { url: string }): JSX.Element | null {
  const services = useServices();
  const { tr } = services;
  const [state, setState] = useState<'unknown' | 'allowed' | 'asked for' | 'refused'>('unknown');

  useEffect(() => {
    let gone = false;
    const known = (allowed: boolean): void => {
      if (!gone) setState(allowed ? 'allowed' : 'asked for');
    };
    services.hasSite(url).then(known, () => known(true));
    return () => {
      gone = true;
    };
  }, [services, url]);

  async function allow(asked: Promise<boolean>): Promise<void> {
    const granted = await asked;
    setState(granted ? 'allowed' : 'refused');
    if (granted) await services.call('sites/sync', {});
  }

  if (state === 'unknown' || state === 'allowed') return null;
  return (
    <div class="always">
      <p class="small" role="status">
        {tr.t(state === 'refused' ? 'siteRefused' : 'verdictNoAccess')}
      </p>
      <button
        type="button"
        class="quiet"
        // The browser only asks inside the click: nothing is awaited before.
        onClick={() => void allow(services.requestSite(url))}
      >
        {tr.t('alwaysSite')}
      </button>
    </div>
  );
}
