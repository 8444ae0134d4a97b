// What a citation's page was found to be at later times, and the button that looks now.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { zonedIso } from '../../citation/moment.ts';
import type { Difference, Recheck } from '../../citation/recheck.ts';
import type { Citation } from '../../citation/types.ts';
import { addCheck, type Check, checksOf } from '../../platform/citation-checks.ts';
import { onCitationsChanged } from '../../platform/citation-db.ts';
import { ClosedPageError } from '../../platform/visit.ts';
import type { Translator } from '../../provenance/translator.ts';
import { OutLink } from '../link.tsx';
import { useShell } from '../shell-context.ts';
import { useFailure } from './use-changes.ts';
import { allowed, checkNow, SiteRefusedError } from './visits.ts';

const OUTCOMES: Record<Recheck['outcome'], string> = {
  same: 'checkSame',
  changed: 'checkChanged',
  moved: 'checkMoved',
  gone: 'checkGone',
};

function differs(
  key: string,
  { before, after }: Difference,
  tr: Translator,
  say: (value: string) => string = (value) => value,
): string {
  const none = tr.t('checkNone');
  const of = (value: string | undefined): string => (value === undefined ? none : say(value));
  return tr.t('checkDiffers', tr.t(key), of(before), of(after));
}

/** What a check found, a sentence each, with the numbers it rests on. */
export function findings(result: Recheck, tr: Translator): string[] {
  const { title, published, modified, words, textKept, textAdded, status } = result;
  const quotes = result.quotes ?? [];
  const lost = quotes.filter(({ state }) => state === 'gone').length;
  const altered = quotes.filter(({ state }) => state === 'changed').length;
  const day = (iso: string): string => tr.formatDateTime(iso);
  return [
    status !== undefined && status >= 400 ? tr.t('checkStatus', String(status)) : '',
    title === undefined ? '' : differs('factTitle', title, tr),
    published === undefined ? '' : differs('factPublished', published, tr, day),
    modified === undefined ? '' : differs('factModified', modified, tr, day),
    textKept === undefined ? '' : tr.t('checkKept', tr.formatPercent(textKept)),
    textAdded === undefined || textAdded === 0
      ? ''
      : tr.t('checkAdded', tr.formatPercent(textAdded)),
    words?.before === undefined || words.after === undefined
      ? ''
      : tr.t('checkWords', words.before, words.after),
    quotes.length === 0
      ? ''
      : lost + altered === 0
        ? tr.tn('checkQuotesFound', quotes.length)
        : tr.tn('checkQuotesLost', quotes.length, lost, altered),
  ].filter((sentence) => sentence !== '');
}

function Entry({ check: { at, result } }: { check: Check }): JSX.Element {
  const { tr } = useShell();
  return (
    <li>
      <p>
        <time dateTime={at} title={at}>
          {tr.formatDateTime(at)}
        </time>{' '}
        {tr.t(OUTCOMES[result.outcome])}{' '}
        {result.movedTo !== undefined && <OutLink href={result.movedTo}>{result.movedTo}</OutLink>}
      </p>
      {findings(result, tr).map((sentence) => (
        <p key={sentence} class="small" dir="auto">
          {sentence}
        </p>
      ))}
    </li>
  );
}

function useChecks(citation: Citation): Check[] {
  const fail = useFailure();
  const [checks, setChecks] = useState<Check[]>([]);
  const { id, merged = [] } = citation;
  const ids = [id, ...merged.map((one) => one.id)].join(' ');
  useEffect(() => {
    let gone = false;
    const read = (): void => {
      checksOf(ids.split(' ')).then((found) => {
        if (!gone) setChecks(found);
      }, fail);
    };
    read();
    const stop = onCitationsChanged((changed) => {
      if (changed.includes(id)) read();
    });
    return () => {
      gone = true;
      stop();
    };
  }, [id, ids, fail]);
  return checks;
}

export function History({ citation }: { citation: Citation }): JSX.Element {
  const { tr, say } = useShell();
  const fail = useFailure();
  const checks = useChecks(citation);
  const [checking, setChecking] = useState(false);
  const url = citation.evidence?.pageUrl;

  async function check(permission: Promise<void>): Promise<void> {
    setChecking(true);
    try {
      await permission;
      const result = await checkNow(citation);
      await addCheck(citation.id, { id: crypto.randomUUID(), at: zonedIso(), result });
      say(tr.t(OUTCOMES[result.outcome]));
    } catch (cause) {
      if (cause instanceof SiteRefusedError) say(tr.t('siteRefusedLibrary'));
      else if (cause instanceof ClosedPageError) say(tr.t('pageClosed'));
      else fail(cause);
    } finally {
      setChecking(false);
    }
  }

  return (
    <section>
      <h3>{tr.t('history')}</h3>
      {url !== undefined && (
        <button
          type="button"
          class="secondary"
          aria-disabled={checking}
          // The browser only asks for a site inside the click: nothing is awaited before.
          onClick={() => {
            if (!checking) void check(allowed(url));
          }}
        >
          {checking ? tr.t('checking') : tr.t('checkNow')}
        </button>
      )}
      <ul class="checks">
        {checks.map((one) => (
          <Entry key={one.id} check={one} />
        ))}
        <li>
          <time dateTime={citation.savedAt} title={citation.savedAt}>
            {tr.formatDateTime(citation.savedAt)}
          </time>{' '}
          {tr.t(citation.imported === undefined ? 'historySaved' : 'historyImported')}
        </li>
      </ul>
    </section>
  );
}
