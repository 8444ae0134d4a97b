// Import of an archive: chosen or dropped, its size and the room for it, how far it is, how it ended.

import type { JSX, RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type RunningImport, startImport } from '../../platform/archive-store/import-client.ts';
import type { Step } from '../../platform/archive-store/import-pack.ts';
import { useShell } from '../shell-context.ts';
import { byteWords, endWords, stepWords } from './words.ts';

interface Under {
  file: File;
  step: Step;
  share: number;
}

/** What an import needs of the rest of the panel. */
export interface Importing {
  under: Under | undefined;
  /** The last import's end, where it was not what was wanted. */
  refusal: string | undefined;
  begin: (file: File, again?: boolean) => void;
  cancel: () => void;
}

/** One import at a time in this window; others wait in theirs. */
export function useImport(ended: () => Promise<void>): Importing {
  const { tr, say } = useShell();
  const [under, setUnder] = useState<Under>();
  const [refusal, setRefusal] = useState<string>();
  const running = useRef<RunningImport | undefined>(undefined);

  const begin = useCallback(
    (file: File, again = false): void => {
      if (running.current !== undefined) return;
      setRefusal(undefined);
      setUnder({ file, step: 'writing', share: 0 });
      const started = startImport(file, (step, share) => setUnder({ file, step, share }), again);
      running.current = started;
      void started.end.then(async (end) => {
        const { said, isGood } = endWords(end, file.name, tr);
        await ended();
        running.current = undefined;
        setUnder(undefined);
        if (isGood) say(said);
        else setRefusal(said);
      });
    },
    [tr, say, ended],
  );

  useEffect(() => {
    // The page may be left without loss: what is half done is swept. Ask all the same.
    const ask = (event: BeforeUnloadEvent): void => {
      if (running.current !== undefined) event.preventDefault();
    };
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, []);

  return { under, refusal, begin, cancel: () => running.current?.cancel() };
}

/** The browser's own way to choose a file; a button of ours opens it. */
export function PackField({
  field,
  choose,
}: {
  field: RefObject<HTMLInputElement | null>;
  choose: (file: File) => void;
}): JSX.Element {
  return (
    <input
      ref={field}
      type="file"
      accept=".stemma"
      hidden
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        // The same file may be chosen once more.
        currentTarget.value = '';
        if (file !== undefined) choose(file);
      }}
    />
  );
}

/** Bytes that the browser would still give. */
function useFreeRoom(again: unknown): number | undefined {
  const [free, setFree] = useState<number>();
  useEffect(() => {
    navigator.storage.estimate().then(
      ({ quota, usage }) => setFree(quota === undefined ? undefined : quota - (usage ?? 0)),
      () => setFree(undefined),
    );
  }, [again]);
  return free;
}

export function Import({ importing }: { importing: Importing }): JSX.Element {
  const { tr } = useShell();
  const { under, refusal, begin, cancel } = importing;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const free = useFreeRoom(under === undefined);

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) begin(file);
  }

  return (
    <section aria-label={tr.t('importArchive')}>
      <div
        class={over ? 'drop is-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        {under === undefined ? (
          <>
            <button type="button" class="primary" onClick={() => input.current?.click()}>
              {tr.t('chooseArchive')}
            </button>
            <p class="muted">
              {tr.t('dropArchive')}
              {free !== undefined && <> {tr.t('roomFree', byteWords(free, tr.language))}</>}
            </p>
          </>
        ) : (
          <>
            <p>
              <strong>{under.file.name}</strong>{' '}
              <span class="muted">{byteWords(under.file.size, tr.language)}</span>
            </p>
            <div class="progress">
              <progress max={1} value={under.share} aria-label={tr.t('importArchive')} />
              <span>{tr.formatPercent(under.share)}</span>
            </div>
            <p role="status" class="muted">
              {stepWords(under.step, tr)}
            </p>
            <button type="button" class="secondary" onClick={cancel}>
              {tr.t('cancel')}
            </button>
          </>
        )}
        <PackField field={input} choose={begin} />
      </div>
      {refusal !== undefined && (
        <p class="warning" role="alert">
          {refusal}
        </p>
      )}
    </section>
  );
}
