// The frame of the library page: navigation, the panel that the address names, the foot that speaks.

import type { ComponentType, JSX } from 'preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PanelName } from '../platform/library-page.ts';
import { problemWords } from '../provenance/problems.ts';
import type { Translator } from '../provenance/translator.ts';
import { Foot } from './foot.tsx';
import type { PanelEntry } from './panels.ts';
import { ShellProvider, type ShellServices } from './shell-context.ts';
import { useFoot } from './use-foot.ts';

interface Route {
  panel: PanelName;
  detail: string;
}

/** `#archives`, `#saved/ID`; anything else is the first panel. */
export function parseRoute(hash: string, panels: readonly PanelEntry[]): Route {
  const [name = '', ...rest] = hash.replace(/^#/, '').split('/');
  const panel = panels.find((one) => one.name === name)?.name ?? 'saved';
  try {
    return { panel, detail: decodeURIComponent(rest.join('/')) };
  } catch {
    return { panel, detail: '' };
  }
}

function useRoute(panels: readonly PanelEntry[]): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash, panels));
  useEffect(() => {
    const changed = (): void => setRoute(parseRoute(location.hash, panels));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, [panels]);
  return route;
}

/** A panel once its code is there. What cannot be loaded is said, and the others still work. */
function useLoaded(entry: PanelEntry | undefined): ComponentType | Error | undefined {
  const [loaded, setLoaded] = useState<{ of: PanelName; what: ComponentType | Error }>();
  useEffect(() => {
    let gone = false;
    entry?.load().then(
      ({ Panel }) => {
        if (!gone) setLoaded({ of: entry.name, what: Panel });
      },
      (cause: unknown) => {
        const error = cause instanceof Error ? cause : new Error(String(cause));
        if (!gone) setLoaded({ of: entry.name, what: error });
      },
    );
    return () => {
      gone = true;
    };
  }, [entry]);
  return loaded?.of === entry?.name ? loaded?.what : undefined;
}

function PanelBody({ entry, tr }: { entry: PanelEntry; tr: Translator }): JSX.Element | null {
  const loaded = useLoaded(entry);
  if (loaded === undefined) return null;
  if (loaded instanceof Error) {
    const { said, advice } = problemWords({ code: 'internal', detail: loaded.message }, tr);
    return (
      <p class="warning">
        {said} {advice}
      </p>
    );
  }
  const Panel = loaded;
  return <Panel />;
}

/** The whole library page. */
export function Shell({
  tr,
  panels,
}: {
  tr: Translator;
  panels: readonly PanelEntry[];
}): JSX.Element {
  const { panel, detail } = useRoute(panels);
  const { foot, say, offerUndo, undo, dismiss } = useFoot(tr);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(panel);
  const entry = panels.find(({ name }) => name === panel);

  useEffect(() => {
    document.title = `${tr.t(entry?.label ?? 'library')} · ${tr.t('extensionName')}`;
    // Who followed a link of the navigation goes on in the panel it led to.
    if (shown.current !== panel) main.current?.focus();
    shown.current = panel;
  }, [tr, entry, panel]);

  const services: ShellServices = useMemo(
    () => ({ tr, say, offerUndo, detail }),
    [tr, say, offerUndo, detail],
  );
  const skip = useCallback((event: Event) => {
    event.preventDefault();
    main.current?.focus();
  }, []);

  return (
    <ShellProvider value={services}>
      <a class="skip" href="#main" onClick={skip}>
        {tr.t('skipToContent')}
      </a>
      <header class="top">
        <p class="brand">
          <img src="/icons/app-32.png" alt="" width="20" height="20" />
          {tr.t('extensionName')}
        </p>
        <nav aria-label={tr.t('library')}>
          <ul>
            {panels.map(({ name, label }) => (
              <li key={name}>
                <a href={`#${name}`} {...(name === panel ? { 'aria-current': 'page' } : {})}>
                  {tr.t(label)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main ref={main} id="main" tabIndex={-1} data-panel={panel}>
        {entry !== undefined && <PanelBody key={panel} entry={entry} tr={tr} />}
      </main>
      <Foot foot={foot} undo={undo} dismiss={dismiss} tr={tr} />
    </ShellProvider>
  );
}
