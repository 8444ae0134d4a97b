// What the shell of the library page gives to its panels: words, a voice, and a way back.

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from '../provenance/translator.ts';

/** Something that was done and can be taken back. */
export interface Undoable {
  /** What was done, in the reader's words: `Citation deleted.` */
  said: string;
  /** Takes it back; answers what to say then. */
  undo: () => Promise<string>;
  /** Makes it final. Called once, when the offer has ended or the page goes. */
  settle?: () => Promise<void>;
}

export interface ShellServices {
  tr: Translator;
  /** Shows a short message at the foot of the page and has it read aloud. */
  say: (message: string) => void;
  /** As `say`, with a button that takes it back. */
  offerUndo: (of: Undoable) => void;
  /** What the address says after the panel's name: `#saved/ID` gives `ID`. */
  detail: string;
}

const Context = createContext<ShellServices | undefined>(undefined);

export const ShellProvider = Context.Provider;

/** The services of the shell around this panel. */
export function useShell(): ShellServices {
  const shell = useContext(Context);
  if (shell === undefined) throw new Error('useShell: no shell around this panel');
  return shell;
}
