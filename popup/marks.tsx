// What the reader marked as wrong about this page: put out of sight, brought back, kept.

import { type ComponentChildren, createContext, type JSX } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Mark, MarkKind } from '../src/provenance/marks.ts';
import { problemWords } from '../src/provenance/problems.ts';
import { useServices } from './services.ts';

/** A statement that can be marked. */
export interface Markable {
  kind: MarkKind;
  /** Tells it from other statements about the page. */
  id: string;
  /** Its words. */
  said: string;
}

export interface Marks {
  /** Marked before the popup was opened: not shown at all. */
  isHidden: (id: string) => boolean;
  /** Marked just now, or looked at again: its place is kept by a line that can undo it. */
  isMarked: (id: string) => boolean;
  hidden: number;
  mark: (statement: Markable) => void;
  unmark: (id: string) => void;
  /** Brings what is hidden back into its places, each with a way to undo it. */
  show: () => void;
  /** What went wrong in keeping a mark. */
  trouble: string | undefined;
}

const Context = createContext<Marks | undefined>(undefined);

/** The marks of the page this component speaks of. */
export function useMarks(): Marks {
  const marks = useContext(Context);
  if (marks === undefined) throw new Error('useMarks: no MarksProvider around this');
  return marks;
}

/** The statements that are to be shown, in their order. */
export function useShown<T>(all: readonly T[], idOf: (one: T) => string): T[] {
  const { isHidden } = useMarks();
  return all.filter((one) => !isHidden(idOf(one)));
}

const idsOf = (marks: readonly Mark[]): ReadonlySet<string> => new Set(marks.map(({ id }) => id));

/**
 * Reads the marks of a page and gives them to what is inside, which is drawn once they are known: so
 * that nothing shown has to go again.
 */
export function MarksProvider({
  page,
  first,
  waiting,
  children,
}: {
  page: string;
  /** The page's marks, where they have been read already. */
  first: readonly Mark[] | undefined;
  waiting: JSX.Element;
  children: ComponentChildren;
}): JSX.Element {
  const services = useServices();
  const [marked, setMarked] = useState(first && idsOf(first));
  const [hidden, setHidden] = useState(idsOf(first ?? []));
  const isKnown = useRef(first !== undefined);
  const [trouble, setTrouble] = useState<string>();
  const failed = useCallback(
    (error: unknown): void =>
      setTrouble(problemWords({ code: 'internal', detail: String(error) }, services.tr).said),
    [services],
  );

  useEffect(() => {
    if (isKnown.current) return undefined;
    let gone = false;
    const known = (marks: readonly Mark[]): void => {
      if (gone) return;
      const ids = idsOf(marks);
      setMarked(ids);
      setHidden(ids);
    };
    services.readMarks(page).then(known, (error: unknown) => {
      known([]);
      failed(error);
    });
    return () => {
      gone = true;
    };
  }, [services, page, failed]);

  const marks = useMemo<Marks>(
    () => ({
      isHidden: (id) => hidden.has(id),
      isMarked: (id) => marked?.has(id) === true,
      hidden: hidden.size,
      mark(statement) {
        setMarked((known) => new Set([...(known ?? []), statement.id]));
        const at = new Date().toISOString();
        services.writeMark({ ...statement, page, at }).catch(failed);
      },
      unmark(id) {
        const without = (known: ReadonlySet<string>): Set<string> =>
          new Set([...known].filter((other) => other !== id));
        setMarked((known) => without(known ?? new Set()));
        setHidden(without);
        services.removeMark(page, id).catch(failed);
      },
      show: () => setHidden(new Set()),
      trouble,
    }),
    [services, page, marked, hidden, trouble, failed],
  );
  if (marked === undefined) return waiting;
  return <Context.Provider value={marks}>{children}</Context.Provider>;
}
