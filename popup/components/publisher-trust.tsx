// What the page's site says of itself in its trust.txt, on request.

import type { JSX } from 'preact';
import type { TrustTxt } from '../../src/publisher/trust-txt.ts';
import { trustGroups } from '../../src/publisher/wording.ts';
import { useServices, useWords } from '../services.ts';
import { Ask } from './ask.tsx';
import { OutLink, ShortList } from './text.tsx';

function Statements({ file, at }: { file: TrustTxt; at: string }): JSX.Element {
  const tr = useWords();
  return (
    <>
      <dl class="facts">
        {trustGroups(file.entries, tr).map(({ attribute, label, entries }) => (
          <div key={attribute}>
            <dt>{label}</dt>
            <dd>
              <ShortList
                name="plain"
                first={4}
                items={entries.map(({ value, url, line }) => (
                  <li key={line}>
                    {url === undefined ? <bdi>{value}</bdi> : <OutLink href={url}>{value}</OutLink>}{' '}
                    <span class="small">{tr.t('trustLine', line)}</span>
                  </li>
                ))}
              />
            </dd>
          </div>
        ))}
      </dl>
      {file.cut && <p class="small">{tr.t('trustCut', file.entries.length)}</p>}
      <p class="small">
        <OutLink href={at}>trust.txt</OutLink>
      </p>
    </>
  );
}

/** The button that has the site's trust.txt fetched. Nothing where the page has no site to ask. */
export function TrustAsk({ pageUrl }: { pageUrl: string }): JSX.Element | null {
  const services = useServices();
  const { tr } = services;
  if (!/^https?:/.test(pageUrl)) return null;
  const { hostname } = new URL(pageUrl);
  return (
    <Ask
      label={tr.t('trustAsk')}
      hint={tr.t('trustAskHint', hostname)}
      waiting={tr.t('trustAsking', hostname)}
      host={hostname}
      ask={() => services.askTrust(pageUrl)}
      said={(answer) =>
        !answer.found
          ? tr.t('trustNone', hostname)
          : answer.file.entries.length === 0
            ? tr.t('trustEmpty', hostname)
            : tr.t('trustSays', hostname)
      }
    >
      {(answer) =>
        answer.found && answer.file.entries.length > 0 ? (
          <Statements file={answer.file} at={answer.at} />
        ) : null
      }
    </Ask>
  );
}
