// One archive of the list: what it is, whether it is searched, how it is kept, and its way out.

import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ArchiveEntry } from '../../platform/archive-store/types.ts';
import type { Translator } from '../../provenance/translator.ts';
import { useShell } from '../shell-context.ts';
import type { Archives } from './use-archives.ts';
import { byteWords, signatureWords, storageWords } from './words.ts';

function facts({ info, bytes, packaged, imported }: ArchiveEntry, tr: Translator): string[] {
  if (info === undefined) return [];
  return [
    [
      tr.tn('archiveArticles', info.documents, tr.formatNumber(info.documents)),
      byteWords(bytes ?? info.bytes, tr.language),
      tr.t(info.profile === 'lite' ? 'profileLite' : 'profileStd'),
    ].join(' · '),
    [
      tr.t('archiveBuilt', tr.formatDate(info.created.slice(0, 10)), info.builder),
      packaged
        ? tr.t('archivePackaged')
        : tr.t('archiveImported', tr.formatDate((imported ?? '').slice(0, 10))),
    ].join(' · '),
  ];
}

/** The button of removal, which asks once more. */
function Removal({ name, remove }: { name: string; remove: () => Promise<void> }): JSX.Element {
  const { tr } = useShell();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (wasAsking.current) first.current?.focus();
    wasAsking.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <button ref={first} type="button" class="quiet" onClick={() => setAsking(true)}>
        {tr.t('removeArchive')} <span class="hidden">{name}</span>
      </button>
    );
  }
  return (
    <div class="asking" role="group" aria-label={tr.t('removeArchiveSure', name)}>
      <p>{tr.t('removeArchiveSure', name)}</p>
      <div class="buttons">
        <button ref={keep} type="button" class="secondary" onClick={() => setAsking(false)}>
          {tr.t('keepArchive')}
        </button>
        <button type="button" class="primary" onClick={() => void remove()}>
          {tr.t('removeArchive')}
        </button>
      </div>
    </div>
  );
}

/** What is wrong, and the ways on: check it whole, bring its file again, or let it go. */
function Trouble({
  entry,
  archives,
  chooseAgain,
}: {
  entry: ArchiveEntry;
  archives: Archives;
  chooseAgain: () => void;
}): JSX.Element {
  const { tr, say } = useShell();
  const [stage, setStage] = useState<'told' | 'checking' | 'broken'>('told');

  async function repair(): Promise<void> {
    setStage('checking');
    const problem = await archives.check(entry).catch(String);
    if (problem === undefined) {
      say(tr.t('archiveHolds', entry.info?.name ?? entry.file));
      await archives.changed();
    }
    setStage(problem === undefined ? 'told' : 'broken');
  }

  return (
    <div class="warning">
      <p>{tr.t('archiveProblem', entry.problem?.detail ?? '')}</p>
      {entry.packaged ? (
        <p>{tr.t('archiveReinstall')}</p>
      ) : stage === 'broken' ? (
        <>
          <p>{tr.t('archiveBroken')}</p>
          <button type="button" class="secondary" onClick={chooseAgain}>
            {tr.t('chooseAgain')}
          </button>
        </>
      ) : (
        <button
          type="button"
          class="secondary"
          disabled={stage === 'checking'}
          onClick={() => void repair()}
        >
          {tr.t(stage === 'checking' ? 'importChecking' : 'repairArchive')}
        </button>
      )}
    </div>
  );
}

export function ArchiveItem({
  entry,
  archives,
  chooseAgain,
}: {
  entry: ArchiveEntry;
  archives: Archives;
  chooseAgain: () => void;
}): JSX.Element {
  const { tr } = useShell();
  const heading = useId();
  const name = entry.info?.name ?? entry.file;
  return (
    <li class="archive" aria-labelledby={heading}>
      <div class="archive-head">
        <h2 id={heading} class="grow">
          {name}
        </h2>
        <button
          type="button"
          class="archive-switch"
          role="switch"
          aria-checked={entry.on}
          onClick={() => void archives.setOn(entry, !entry.on)}
        >
          <span>
            {tr.t('searchArchive')} <span class="hidden">{name}</span>
          </span>
          <span class="switch" aria-hidden="true" />
        </button>
      </div>
      {facts(entry, tr).map((line) => (
        <p key={line} class="muted">
          {line}
        </p>
      ))}
      {entry.problem !== undefined && (
        <Trouble entry={entry} archives={archives} chooseAgain={chooseAgain} />
      )}
      <details>
        <summary>{tr.t('archiveStorage')}</summary>
        <ul class="statements">
          {storageWords(entry, tr).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {!entry.packaged && <li>{signatureWords(entry, tr)}</li>}
          <li>{tr.t('archiveFile', entry.file)}</li>
          {entry.info !== undefined && (
            <li class="hash">{tr.t('archiveHash', entry.info.sha256)}</li>
          )}
        </ul>
      </details>
      {!entry.packaged && <Removal name={name} remove={() => archives.remove(entry)} />}
    </li>
  );
}
