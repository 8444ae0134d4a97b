// The popup where there is no verdict: looking, no article, no access, closed pages, errors.

import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { TreeState } from '../../src/icons/tree.ts';
import type { StemmaProblem } from '../../src/provenance/tab-state.ts';
import { problemWords } from '../../src/provenance/wording.ts';
import { reasonKey } from '../reasons.ts';
import { useServices, useWords } from '../services.ts';
import { Tree } from './tree.tsx';

/** The first line of the popup: the mark, one sentence, and what belongs to it. */
export function Headline({
  icon,
  sentence,
  second,
  children,
}: {
  icon: TreeState;
  sentence: string;
  /** Follows in a lighter hand. */
  second?: string | undefined;
  children?: ComponentChildren;
}): JSX.Element {
  return (
    <header class="headline">
      <Tree state={icon} />
      <div class="grow">
        <h1>
          {sentence}
          {second !== undefined && <span class="second"> {second}</span>}
        </h1>
        {children}
      </div>
    </header>
  );
}

/** Keeps the place of what is still unknown, with the same lines. */
export function Looking({ silent = false }: { silent?: boolean }): JSX.Element {
  const tr = useWords();
  return (
    <>
      <header class="headline">
        <Tree state="looking" />
        <div class="grow">
          {silent ? <span class="bar title" /> : <h1>{tr.t('verdictLooking')}</h1>}
          <span class="bar" />
        </div>
      </header>
      <main aria-busy="true">
        <div class="section wide">
          <span class="bar" />
          <span class="bar short" />
          <span class="bar" />
        </div>
      </main>
      <div class="actions">
        <span class="bar button" />
      </div>
    </>
  );
}

export function NotArticle({
  why,
  check,
}: {
  why: string[];
  check: () => Promise<void>;
}): JSX.Element {
  const tr = useWords();
  const keys = why.map(reasonKey).filter((key) => key !== undefined);
  return (
    <>
      <Headline icon="not-article" sentence={tr.t('verdictNotArticle')} />
      <main class="notice">
        {keys.length > 0 && (
          <ul class="statements">
            {keys.map((key) => (
              <li key={key}>{tr.t(key)}</li>
            ))}
          </ul>
        )}
        <button type="button" class="primary" onClick={() => void check()}>
          {tr.t('checkAnyway')}
        </button>
      </main>
    </>
  );
}

export function NoAccess({ url, check }: { url: string; check: () => Promise<void> }): JSX.Element {
  const services = useServices();
  const { tr } = services;
  const [refused, setRefused] = useState(false);

  async function allow(asked: Promise<boolean>): Promise<void> {
    const granted = await asked;
    setRefused(!granted);
    if (!granted) return;
    await services.call('sites/sync', {});
    await check();
  }

  return (
    <>
      <Headline icon="no-access" sentence={tr.t('verdictNoAccess')} />
      <main class="notice">
        <p>{tr.t('noAccessExplained')}</p>
        <div class="buttons">
          <button type="button" class="primary" onClick={() => void check()}>
            {tr.t('checkPage')}
          </button>
          <button
            type="button"
            class="secondary"
            // The browser only asks inside the click: nothing is awaited before.
            onClick={() => void allow(services.requestSite(url))}
          >
            {tr.t('alwaysSite')}
          </button>
        </div>
        <p role="status" class="small">
          {refused && tr.t('siteRefused')}
        </p>
      </main>
    </>
  );
}

export function Closed(): JSX.Element {
  const tr = useWords();
  return (
    <>
      <Headline icon="no-access" sentence={tr.t('verdictClosed')} />
      <main class="notice">
        <p>{tr.t('closedExplained')}</p>
      </main>
    </>
  );
}

/** Beside a page that Stemma was not let into: the panel was opened over another one. */
export function Unseen(): JSX.Element {
  const tr = useWords();
  return (
    <>
      <Headline icon="no-access" sentence={tr.t('verdictNoAccess')} />
      <main class="notice">
        <p>{tr.t('unseenExplained')}</p>
      </main>
    </>
  );
}

export function Problem({
  problem,
  check,
}: {
  problem: StemmaProblem;
  check: () => Promise<void>;
}): JSX.Element {
  const services = useServices();
  const { tr } = services;
  const { said, advice } = problemWords(problem, tr);
  return (
    <>
      <Headline icon="error" sentence={said} />
      <main class="notice">
        <p>
          {advice}
          {!services.isOnline() && problem.code === 'page-unreadable' && ` ${tr.t('offline')}`}
        </p>
        <button type="button" class="primary" onClick={() => void check()}>
          {tr.t('lookAgain')}
        </button>
      </main>
    </>
  );
}
