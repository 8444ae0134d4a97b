// Citations as a file or on the clipboard, in every format there is.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { ExportFormat } from '../../citation/export.ts';
import { citationsById } from '../../platform/citation-library.ts';
import { useShell } from '../shell-context.ts';
import { saveFile } from './files.ts';

/** Names of formats are the same in every language. */
const FORMATS: [ExportFormat, string][] = [
  ['csl-json', 'CSL-JSON'],
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
];

const isFormat = (value: string): value is ExportFormat => FORMATS.some(([one]) => one === value);

export function Export({ ids }: { ids: readonly string[] }): JSX.Element {
  const { tr, say } = useShell();
  const id = useId();
  const [format, setFormat] = useState<ExportFormat>('csl-json');

  async function give(how: 'copy' | 'download'): Promise<void> {
    try {
      // The formats are several times the page: they come when somebody exports.
      const { exportCitations } = await import('../../citation/export.ts');
      const file = await exportCitations(await citationsById(ids), format);
      if (how === 'copy') await navigator.clipboard.writeText(file.text);
      else saveFile(`citations.${file.extension}`, file.mime, file.text);
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
          value={format}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (isFormat(value)) setFormat(value);
          }}
        >
          {FORMATS.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <button type="button" class="secondary" onClick={() => void give('copy')}>
          {tr.t('copy')}
        </button>
        <button type="button" class="secondary" onClick={() => void give('download')}>
          {tr.t('download')}
        </button>
      </div>
    </section>
  );
}
