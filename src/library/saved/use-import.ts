// From a file to citations: read, told of, and stored when the person says so. Undone in one go.

import { useCallback, useState } from 'preact/hooks';
import type { ImportCandidate, ImportReport } from '../../citation/import.ts';
import { zonedIso } from '../../citation/moment.ts';
import {
  allCitations,
  type Change,
  type Changed,
  changeCitations,
  citationsById,
  undoChanges,
} from '../../platform/citation-library.ts';
import { problemOf, problemWords } from '../../provenance/problems.ts';
import { useShell } from '../shell-context.ts';
import { mergeCitations } from './merge.ts';

/** What becomes of entries that resemble something saved. */
export type Resembling = 'leave' | 'merge' | 'both';

export type Import =
  | { step: 'none' }
  | { step: 'reading'; name: string }
  | { step: 'report'; name: string; report: ImportReport }
  | { step: 'failed'; name: string; why: string }
  | { step: 'storing'; done: number; of: number };

export interface ImportControl {
  state: Import;
  read: (file: File) => Promise<void>;
  store: (report: ImportReport, resembling: Resembling) => Promise<void>;
  close: () => void;
}

/** So many go to disk together: a window stays alive between, and a full disk loses only the last. */
const TOGETHER = 1000;

async function mergedChanges(candidates: readonly ImportCandidate[]): Promise<Change[]> {
  const existing = await citationsById([...new Set(candidates.map((one) => one.existing))]);
  return existing.map((citation) => {
    const others = candidates.filter((one) => one.existing === citation.id);
    const to = mergeCitations(
      citation,
      others.map((one) => one.citation),
    );
    return { id: citation.id, from: citation.revision, to };
  });
}

/** All changes that an import makes; a record that is there under the same id gets another one. */
async function changesOf(report: ImportReport, resembling: Resembling): Promise<Change[]> {
  const added = report.added.map((to): Change => ({ id: to.id, from: undefined, to }));
  if (resembling === 'leave') return added;
  // What resembles an entry of the same file has nothing saved to go into: it stays its own.
  const inFile = new Set(report.added.map(({ id }) => id));
  const [own, saved] = [
    report.candidates.filter((one) => inFile.has(one.existing)),
    report.candidates.filter((one) => !inFile.has(one.existing)),
  ];
  const apart = resembling === 'both' ? report.candidates : own;
  const kept = apart.map(({ citation }): Change => {
    const id = crypto.randomUUID();
    const to = { ...citation, id, item: { ...citation.item, id } };
    return { id, from: undefined, to };
  });
  return [...added, ...kept, ...(resembling === 'merge' ? await mergedChanges(saved) : [])];
}

export function useImport(): ImportControl {
  const { tr, offerUndo } = useShell();
  const [state, setState] = useState<Import>({ step: 'none' });

  const read = useCallback(async (file: File): Promise<void> => {
    const { name } = file;
    setState({ step: 'reading', name });
    try {
      // Readers of the formats come when somebody imports.
      const [{ planImport }, { duplicateKeys }, bytes, saved] = await Promise.all([
        import('../../citation/import.ts'),
        import('../../citation/duplicates.ts'),
        file.arrayBuffer(),
        allCitations(),
      ]);
      const known = new Map<string, string>();
      for (const citation of saved) {
        for (const { key } of duplicateKeys(citation)) known.set(key, citation.id);
      }
      const options = { source: name, now: zonedIso(), newId: () => crypto.randomUUID() };
      const report = await planImport(new Uint8Array(bytes), options, known);
      setState({ step: 'report', name, report });
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      setState({ step: 'failed', name, why });
    }
  }, []);

  const store = useCallback(
    async (report: ImportReport, resembling: Resembling): Promise<void> => {
      const made: Changed[] = [];
      const offer = (): void => {
        if (made.length === 0) return;
        offerUndo({
          said: tr.tn('saidImported', made.length),
          undo: async () => {
            await undoChanges(made);
            return tr.t('saidUndone');
          },
        });
      };
      try {
        const changes = await changesOf(report, resembling);
        for (let at = 0; at < changes.length; at += TOGETHER) {
          setState({ step: 'storing', done: at, of: changes.length });
          made.push(...(await changeCitations(changes.slice(at, at + TOGETHER))));
        }
        setState({ step: 'none' });
      } catch (cause) {
        const { said, advice } = problemWords(problemOf(cause), tr);
        setState({ step: 'failed', name: '', why: `${said} ${advice}` });
      }
      offer();
    },
    [tr, offerUndo],
  );

  const close = useCallback(() => setState({ step: 'none' }), []);
  return { state, read, store, close };
}
