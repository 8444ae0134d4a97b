// Citations as a file or on the clipboard, in every format there is.

import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { type ExportFormat, type ExportOptions, FORMATS } from '../../citation/export.ts';
import { citationsById } from '../../platform/citation-library.ts';
import {
  type AddedStyle,
  addedStyles,
  addStyle,
  type ExportChoice,
  readChoice,
  writeChoice,
} from '../../platform/export-choice.ts';
import { uiLanguage } from '../../platform/i18n.ts';
import { useShell } from '../shell-context.ts';
import { copyClip, saveFile } from './files.ts';
import { StyleChoice } from './style-choice.tsx';
import { useFailure } from './use-changes.ts';

/** Keys of the names of formats that have none of their own. */
const WORDED: Partial<Record<ExportFormat, string>> = {
  bibliography: 'formatBibliography',
  evidence: 'formatEvidence',
  'evidence-html': 'formatEvidencePage',
  backup: 'formatBackup',
};

function useChoice(): {
  choice: ExportChoice | undefined;
  set: (change: Partial<ExportChoice>) => void;
  styles: AddedStyle[];
  add: (style: AddedStyle) => Promise<void>;
} {
  const fail = useFailure();
  const [choice, setChoice] = useState<ExportChoice>();
  const [styles, setStyles] = useState<AddedStyle[]>([]);
  useEffect(() => {
    readChoice().then(setChoice, fail);
    addedStyles().then(setStyles, fail);
  }, [fail]);
  return {
    choice,
    set(change) {
      if (choice === undefined) return;
      const next = { ...choice, ...change };
      setChoice(next);
      writeChoice(next).catch(fail);
    },
    styles,
    async add(style) {
      setStyles(await addStyle(style));
    },
  };
}

export function Export({ ids }: { ids: readonly string[] }): JSX.Element | null {
  const { tr, say } = useShell();
  const id = useId();
  const { choice, set, styles, add } = useChoice();
  if (choice === undefined) return null;
  const format = FORMATS.find((one) => one.id === choice.format) ?? FORMATS[0];
  if (format === undefined) return null;

  function options({ style, locale, notes }: ExportChoice): ExportOptions {
    const own = styles.find(({ title }) => title === style);
    return {
      software: `Stemma ${__STEMMA_VERSION__}`,
      title: tr.t('panelSaved'),
      locale: locale || uiLanguage(),
      part: notes ? 'notes' : 'bibliography',
      ...(own === undefined ? { style } : { csl: own.xml }),
    };
  }

  async function give(of: ExportFormat, how: 'copy' | 'download'): Promise<void> {
    if (choice === undefined) return;
    try {
      const { clipCitations, exportCitations } = await import('../../citation/export.ts');
      const citations = await citationsById(ids);
      if (how === 'copy') await copyClip(await clipCitations(citations, of, options(choice)));
      else {
        const file = await exportCitations(citations, of, options(choice));
        saveFile(`citations.${file.extension}`, file.mime, file.text);
      }
      say(tr.t(how === 'copy' ? 'saidCopied' : 'saidDownloaded'));
    } catch (cause) {
      say(tr.t('exportFailed', cause instanceof Error ? cause.message : String(cause)));
    }
  }

  return (
    <section class="export">
      <h3>{tr.t('export')}</h3>
      <div class="buttons">
        <label class="hidden" for={id}>
          {tr.t('exportAs')}
        </label>
        <select
          id={id}
          value={format.id}
          onChange={(event) => set({ format: event.currentTarget.value })}
        >
          {FORMATS.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name ?? tr.t(WORDED[one.id] ?? one.id)}
            </option>
          ))}
        </select>
        <button type="button" class="secondary" onClick={() => void give(format.id, 'copy')}>
          {tr.t('copy')}
        </button>
        <button type="button" class="secondary" onClick={() => void give(format.id, 'download')}>
          {tr.t('download')}
        </button>
      </div>
      {format.styled && <StyleChoice choice={choice} set={set} styles={styles} add={add} />}
    </section>
  );
}
