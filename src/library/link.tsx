// A link to elsewhere, in a new tab; plain text where the address is not http or https.

import type { ComponentChildren, JSX } from 'preact';
import { checkedUrl } from '../article/url.ts';
import { useShell } from './shell-context.ts';

export function OutLink({
  href,
  children,
}: {
  href: string | undefined;
  children: ComponentChildren;
}): JSX.Element {
  const { tr } = useShell();
  const url = href === undefined ? undefined : checkedUrl(href);
  if (url === undefined) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={url}>
      {children}
      <span class="hidden"> ({tr.t('newTab')})</span>
    </a>
  );
}
