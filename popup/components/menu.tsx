// The menu: export of citations, badges on this site, looking again.

import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { siteHost } from '../../src/article/url.ts';
import type { ExportFormat } from '../../src/citation/export.ts';
import type { Citation } from '../../src/citation/types.ts';
import { marksFile } from '../../src/provenance/marks.ts';
import { problemWords } from '../../src/provenance/wording.ts';
import { type CheckedState, useServices } from '../services.ts';

/** Names of formats are the same in every language. */
const FORMATS: [ExportFormat, string][] = [
  ['csl-json', 'CSL-JSON'],
  ['bibtex', 'BibTeX'],
  ['ris', 'RIS'],
];

export interface MenuProps {
  state: CheckedState;
  tab: { id: number; url: string };
  saved: Citation | undefined;
  /** Saves the page's citation where it is not saved yet; undefined where that failed. */
  save: () => Promise<Citation | undefined>;
  remove: (citation: Citation) => Promise<void>;
  /** Shows a short message and has it read aloud. */
  say: (message: string) => void;
  check: () => Promise<void>;
  close: () => void;
}

/** Copy and download, for one choice of citations. */
function ExportRow({
  what,
  take,
}: {
  what: string;
  take: (how: 'copy' | 'download') => Promise<void>;
}): JSX.Element {
  const { tr } = useServices();
  return (
    <div class="menu-row">
      <span>{what}</span>
      <button
        type="button"
        class="quiet"
        aria-label={tr.t('copyWhat', what)}
        onClick={() => void take('copy')}
      >
        {tr.t('copy')}
      </button>
      <button
        type="button"
        class="quiet"
        aria-label={tr.t('downloadWhat', what)}
        onClick={() => void take('download')}
      >
        {tr.t('download')}
      </button>
    </div>
  );
}

function Exports({ saved, save, say }: Pick<MenuProps, 'saved' | 'save' | 'say'>): JSX.Element {
  const services = useServices();
  const { tr } = services;
  const [format, setFormat] = useState<ExportFormat>('csl-json');
  const [all, setAll] = useState<Citation[]>([]);

  useEffect(() => {
    services.allCitations().then(setAll, (error: unknown) => {
      say(problemWords({ code: 'internal', detail: String(error) }, tr).said);
    });
  }, [services, saved, say, tr]);

  async function give(
    citations: Citation[],
    name: string,
    how: 'copy' | 'download',
  ): Promise<void> {
    try {
      const { text, mime, extension } = await services.exportCitations(citations, format);
      if (how === 'copy') await services.copyText(text);
      else services.saveFile(`${name}.${extension}`, mime, text);
      say(tr.t(how === 'copy' ? 'saidCopied' : 'saidDownloaded'));
    } catch (error) {
      say(tr.t('exportFailed', error instanceof Error ? error.message : String(error)));
    }
  }

  return (
    <>
      <fieldset class="menu-row formats">
        <legend>{tr.t('exportAs')}</legend>
        {FORMATS.map(([value, name]) => (
          <label key={value}>
            <input
              type="radio"
              name="format"
              value={value}
              checked={format === value}
              onChange={() => setFormat(value)}
            />
            {name}
          </label>
        ))}
      </fieldset>
      <ExportRow
        what={tr.t('exportThis')}
        take={async (how) => {
          // An export is of what is saved: so that what was cited can be found again.
          const citation = await save();
          if (citation !== undefined) await give([citation], 'citation', how);
        }}
      />
      {all.length > 1 && (
        <ExportRow
          what={tr.tn('exportAll', all.length)}
          take={(how) => give(all, 'citations', how)}
        />
      )}
    </>
  );
}

function SiteSettings({ tab, say }: Pick<MenuProps, 'tab' | 'say'>): JSX.Element | null {
  const services = useServices();
  const { tr } = services;
  const host = siteHost(tab.url) ?? new URL(tab.url).hostname;
  const [badges, setBadges] = useState<boolean>();
  const [allowed, setAllowed] = useState(true);

  useEffect(() => {
    const failed = (error: unknown): void =>
      say(problemWords({ code: 'internal', detail: String(error) }, tr).said);
    services.badgesOn(host).then(setBadges, failed);
    services.hasSite(tab.url).then(setAllowed, failed);
  }, [services, host, tab.url, say, tr]);

  async function setBadge(on: boolean): Promise<void> {
    setBadges(on);
    const answer = await services.call('badges/set', { host, on });
    if (answer.ok) return;
    setBadges(!on);
    say(problemWords(answer.problem, tr).said);
  }

  async function allow(asked: Promise<boolean>): Promise<void> {
    const granted = await asked;
    setAllowed(granted);
    if (!granted) say(tr.t('siteRefused'));
    else await services.call('sites/sync', {});
  }

  return (
    <>
      <button
        type="button"
        class="menu-item"
        role="switch"
        aria-checked={badges ?? true}
        disabled={badges === undefined}
        onClick={() => void setBadge(badges !== true)}
      >
        <span class="grow">{tr.t('badgesOnSite', host)}</span>
        <span class="switch" aria-hidden="true" />
      </button>
      {!allowed && (
        <button
          type="button"
          class="menu-item"
          // The browser only asks inside the click: nothing is awaited before.
          onClick={() => void allow(services.requestSite(tab.url))}
        >
          {tr.t('alwaysLookAt', host)}
        </button>
      )}
    </>
  );
}

/** Everything that was marked as wrong, as a file; there only where something was. */
function MarksExport({ say }: Pick<MenuProps, 'say'>): JSX.Element | null {
  const services = useServices();
  const { tr } = services;
  const [count, setCount] = useState(0);

  useEffect(() => {
    services.allMarks().then(
      (marks) => setCount(marks.length),
      (error: unknown) => say(problemWords({ code: 'internal', detail: String(error) }, tr).said),
    );
  }, [services, say, tr]);

  async function download(): Promise<void> {
    const file = marksFile(await services.allMarks(), services.program, new Date().toISOString());
    const text = `${JSON.stringify(file, null, 2)}\n`;
    services.saveFile('stemma-marks.json', 'application/json', text);
    say(tr.t('saidDownloaded'));
  }

  if (count === 0) return null;
  return (
    <button type="button" class="menu-item" onClick={() => void download()}>
      {tr.tn('exportMarks', count)}
    </button>
  );
}

/** The menu over the bottom bar. Takes the focus when it opens. */
export function Menu(props: MenuProps): JSX.Element {
  const services = useServices();
  const { tr } = services;
  const { saved, save, remove, say, check, close, tab } = props;
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus(), []);
  function openLibrary(detail: string): void {
    services.openLibrary(detail).catch((error: unknown) => {
      say(problemWords({ code: 'internal', detail: String(error) }, tr).said);
    });
  }
  return (
    <div ref={panel} class="menu" role="group" aria-label={tr.t('more')} tabIndex={-1}>
      <Exports saved={saved} save={save} say={say} />
      <hr />
      <SiteSettings tab={tab} say={say} />
      {services.canOpenPanel && (
        <button
          type="button"
          class="menu-item"
          // The browsers only open it inside the click: nothing is awaited before.
          onClick={() => {
            services.openPanel(tab.id).catch((error: unknown) => {
              say(problemWords({ code: 'internal', detail: String(error) }, tr).said);
            });
          }}
        >
          {tr.t('openPanel')}
        </button>
      )}
      <button
        type="button"
        class="menu-item"
        onClick={() => {
          close();
          void check();
        }}
      >
        {tr.t('lookAgain')}
      </button>
      <button
        type="button"
        class="menu-item"
        onClick={() => {
          openLibrary('');
        }}
      >
        {tr.t('library')}
      </button>
      <button
        type="button"
        class="menu-item"
        onClick={() => {
          void save().then((citation) => {
            if (citation !== undefined) openLibrary(`${citation.id}/edit`);
          });
        }}
      >
        {tr.t(saved === undefined ? 'saveAndEdit' : 'editSaved')}
      </button>
      {saved !== undefined && (
        <button
          type="button"
          class="menu-item"
          onClick={() => {
            close();
            void remove(saved);
          }}
        >
          {tr.t('removeSaved')}
        </button>
      )}
      <MarksExport say={say} />
    </div>
  );
}
