// The quotes of a citation: each leads back to its place on the page, or says that it is gone.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Citation, Quote } from '../../citation/types.ts';
import { ClosedPageError } from '../../platform/visit.ts';
import { useShell } from '../shell-context.ts';
import { useChanges, useFailure } from './use-changes.ts';
import { allowed, type ShownQuote, SiteRefusedError, showQuote } from './visits.ts';

const SAID: Record<ShownQuote['state'], string> = {
  found: 'quoteFound',
  changed: 'quoteChanged',
  gone: 'quoteGone',
};

function QuoteEntry({ citation, quote }: { citation: Citation; quote: Quote }): JSX.Element {
  const { tr, say } = useShell();
  const apply = useChanges();
  const fail = useFailure();
  const [shown, setShown] = useState<ShownQuote>();
  const [looking, setLooking] = useState(false);
  const url = citation.evidence?.pageUrl ?? citation.item.URL;

  async function find(address: string, permission: Promise<void>): Promise<void> {
    setLooking(true);
    try {
      await permission;
      const answer = await showQuote(address, quote);
      setShown(answer);
      say(tr.t(SAID[answer.state]));
    } catch (cause) {
      if (cause instanceof SiteRefusedError) say(tr.t('siteRefusedLibrary'));
      else if (cause instanceof ClosedPageError) say(tr.t('pageClosed'));
      else fail(cause);
    } finally {
      setLooking(false);
    }
  }

  async function remove(): Promise<void> {
    const quotes = citation.quotes.filter(({ id }) => id !== quote.id);
    const to = { ...citation, quotes };
    await apply([{ id: citation.id, from: citation.revision, to }], tr.t('saidQuoteRemoved'));
  }

  return (
    <li>
      <blockquote dir="auto">{quote.quote.exact}</blockquote>
      {quote.note !== undefined && <p dir="auto">{quote.note}</p>}
      <div class="buttons">
        {url !== undefined && (
          <button
            type="button"
            class="quiet"
            aria-disabled={looking}
            // The browser only asks for a site inside the click: nothing is awaited before.
            onClick={() => {
              if (!looking) void find(url, allowed(url));
            }}
          >
            {looking ? tr.t('quoteLooking') : tr.t('quoteFind')}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => void remove()}>
          {tr.t('quoteRemove')}
        </button>
      </div>
      {shown !== undefined && <p class="small">{tr.t(SAID[shown.state])}</p>}
      {shown?.now !== undefined && (
        <blockquote class="now" dir="auto">
          {shown.now}
        </blockquote>
      )}
    </li>
  );
}

export function Quotes({ citation }: { citation: Citation }): JSX.Element | null {
  const { tr } = useShell();
  if (citation.quotes.length === 0) return null;
  return (
    <section>
      <h3>{tr.t('quotes')}</h3>
      <ul class="quotes">
        {citation.quotes.map((quote) => (
          <QuoteEntry key={quote.id} citation={citation} quote={quote} />
        ))}
      </ul>
    </section>
  );
}
