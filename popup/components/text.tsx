// The smallest parts: a link to elsewhere, a date, a labelled section, a list that can be shortened.

import type { ComponentChildren, JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { checkedUrl } from '../../src/article/url.ts';
import { useWords } from '../services.ts';

/** A link that opens in a new tab; plain text where the address is not http(s). */
export function OutLink({
  href,
  children,
}: {
  href: string | undefined;
  children: ComponentChildren;
}): JSX.Element {
  const tr = useWords();
  const url = href === undefined ? undefined : checkedUrl(href);
  if (url === undefined) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
      {children}
      <span class="hidden"> ({tr.t('newTab')})</span>
    </a>
  );
}

/** A date in the reader's format or in `words`, with the exact one on hover. */
export function When({ iso, words }: { iso: string; words?: string | undefined }): JSX.Element {
  const tr = useWords();
  const [short, exact] = [words ?? tr.formatDate(iso), tr.formatDateTime(iso)];
  return (
    <time dateTime={iso} {...(exact === short ? {} : { title: exact })}>
      {short}
    </time>
  );
}

/** A section with its heading in the margin, or above where `wide`. */
export function Section({
  title,
  wide = false,
  hiddenTitle = false,
  children,
}: {
  title: string;
  wide?: boolean;
  hiddenTitle?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const id = useId();
  return (
    <section aria-labelledby={id} class={wide ? 'section wide' : 'section'}>
      <h2 id={id} class={hiddenTitle ? 'hidden' : 'label'}>
        {title}
      </h2>
      <div>{children}</div>
    </section>
  );
}

/** A list that shows its first entries, and all of them when asked. */
export function ShortList({
  items,
  first,
  name,
}: {
  items: JSX.Element[];
  /** How many to show at first. One more is shown rather than a button for a single entry. */
  first: number;
  name: string;
}): JSX.Element {
  const tr = useWords();
  const [all, setAll] = useState(false);
  const shown = all || items.length <= first + 1 ? items : items.slice(0, first);
  return (
    <>
      <ul class={name}>{shown}</ul>
      {shown.length < items.length && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          {tr.tn('showAll', items.length)}
        </button>
      )}
    </>
  );
}
