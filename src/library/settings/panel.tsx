// What a person has set: sites that Stemma looks at by itself, badges put away, and what is stored.

import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ArchiveEntry } from '../../platform/archive-store/types.ts';
import { call } from '../../platform/call.ts';
import { allowedSites, withdrawSite } from '../../platform/permissions.ts';
import { hostsWithoutBadges } from '../../platform/settings.ts';
import { problemWords } from '../../provenance/problems.ts';
import { byteWords, storageWords } from '../archives/words.ts';
import { useShell } from '../shell-context.ts';
import { Keys } from './keys.tsx';
import './settings.css';

interface Known {
  sites: string[];
  badgesOff: string[];
  archives: ArchiveEntry[];
  room: { used: number; free: number };
}

async function known(): Promise<Known> {
  const [sites, badgesOff, archives, { quota = 0, usage = 0 }] = await Promise.all([
    allowedSites(),
    hostsWithoutBadges(),
    call('archives/list', {}),
    navigator.storage.estimate(),
  ]);
  return {
    sites,
    badgesOff,
    archives: archives.ok ? archives.value : [],
    room: { used: usage, free: Math.max(0, quota - usage) },
  };
}

/** Names with a button each. */
function Rows({
  names,
  action,
  act,
}: {
  names: string[];
  action: string;
  act: (name: string) => void;
}): JSX.Element {
  return (
    <ul class="settings-rows">
      {names.map((name) => (
        <li key={name}>
          <span class="grow">{name}</span>
          <button type="button" class="quiet" onClick={() => act(name)}>
            {action} <span class="hidden">{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function Panel(): JSX.Element {
  const { tr, say } = useShell();
  const [state, setState] = useState<Known>();
  const failed = useCallback(
    (cause: unknown): void =>
      say(problemWords({ code: 'internal', detail: String(cause) }, tr).said),
    [say, tr],
  );
  const refresh = useCallback((): void => void known().then(setState, failed), [failed]);
  useEffect(refresh, [refresh]);

  async function withdraw(pattern: string): Promise<void> {
    // The browser tells the worker, which brings its scripts in line.
    await withdrawSite(pattern);
    say(tr.t('siteWithdrawn', pattern));
    refresh();
  }

  async function showBadges(host: string): Promise<void> {
    const answer = await call('badges/set', { host, on: true });
    if (!answer.ok) say(problemWords(answer.problem, tr).said);
    refresh();
  }

  return (
    <div class="page" aria-busy={state === undefined}>
      <h1>{tr.t('panelSettings')}</h1>
      <h2>{tr.t('settingsSites')}</h2>
      <p class="muted">{tr.t('settingsSitesExplained')}</p>
      {state !== undefined &&
        (state.sites.length === 0 ? (
          <p>{tr.t('settingsNoSites')}</p>
        ) : (
          <Rows
            names={state.sites}
            action={tr.t('withdrawSite')}
            act={(name) => void withdraw(name).catch(failed)}
          />
        ))}
      <h2>{tr.t('settingsBadges')}</h2>
      {state !== undefined &&
        (state.badgesOff.length === 0 ? (
          <p>{tr.t('settingsNoBadges')}</p>
        ) : (
          <Rows
            names={state.badgesOff}
            action={tr.t('showBadges')}
            act={(name) => void showBadges(name).catch(failed)}
          />
        ))}
      <h2>{tr.t('settingsStorage')}</h2>
      {state !== undefined && (
        <>
          <p>
            {tr.t(
              'settingsStorageUsed',
              byteWords(state.room.used, tr.language),
              byteWords(state.room.free, tr.language),
            )}
          </p>
          <p>
            <a href="#archives">{tr.t('settingsReading')}</a>
          </p>
          <dl class="settings-archives">
            {state.archives.map((entry) => (
              <div key={entry.id}>
                <dt>{entry.info?.name ?? entry.file}</dt>
                <dd>{storageWords(entry, tr).join(' ')}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <Keys />
    </div>
  );
}
