// Parts of the popup that few open: loaded when they are first wanted.

import { useEffect, useState } from 'preact/hooks';

/** A module once it is there. `load` must be the same function each time. */
export function useLater<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<{ parts: T }>();
  useEffect(() => {
    let gone = false;
    // A packaged file that does not come leaves out an offer, and nothing that was said.
    load().then(
      (parts) => {
        if (!gone) setLoaded({ parts });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [load]);
  return loaded?.parts;
}
