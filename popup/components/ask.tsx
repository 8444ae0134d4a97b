// A button that makes one request when a person presses it, and says what came of it.

import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { AskProblem } from '../../src/platform/ask-error.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import { useWords } from '../services.ts';

/** What a failed request is told as; the detail stands beside it. */
export function askWords({ code }: AskProblem, host: string, tr: Translator): string {
  switch (code) {
    case 'no-permission':
      return tr.t('askNoPermission', host);
    case 'unreachable':
      return tr.t('askUnreachable', host);
    case 'not-found':
      return tr.t('askNotFound', host);
    case 'too-large':
      return tr.t('askTooLarge');
    case 'timeout':
      return tr.t('askTimeout', host);
    case 'not-picture':
      return tr.t('askNotPicture');
    case 'broken':
      return tr.t('askBroken');
    case 'internal':
      return tr.t('askInternal');
  }
}

type Answer = { ok: true } | { ok: false; problem: AskProblem };

/**
 * The button, what it will do before it is pressed, and afterwards the answer or why there is none.
 * `ask` is called inside the click and must reach the browser's permission question unawaited.
 */
export function Ask<A extends Answer>({
  label,
  hint,
  waiting,
  host,
  ask,
  said,
  children,
}: {
  label: string;
  hint: string;
  waiting: string;
  host: string;
  ask: () => Promise<A>;
  /** One sentence of the answer, for those who do not see it come. */
  said: (answer: Extract<A, { ok: true }>) => string;
  children: (answer: Extract<A, { ok: true }>) => ComponentChildren;
}): JSX.Element {
  const tr = useWords();
  const [answer, setAnswer] = useState<A | 'asking'>();
  const asking = useRef(false);
  const isGood = (of: A): of is Extract<A, { ok: true }> => of.ok;

  async function press(): Promise<void> {
    if (asking.current) return;
    asking.current = true;
    const asked = ask();
    setAnswer('asking');
    try {
      setAnswer(await asked);
    } finally {
      asking.current = false;
    }
  }

  const shown = answer === undefined || answer === 'asking' ? undefined : answer;
  const problem = shown === undefined || shown.ok ? undefined : shown.problem;
  const good = shown !== undefined && isGood(shown) ? shown : undefined;
  const line =
    answer === 'asking'
      ? waiting
      : problem !== undefined
        ? askWords(problem, host, tr)
        : good === undefined
          ? hint
          : said(good);
  return (
    <div class="ask">
      <button
        type="button"
        class="quiet"
        aria-disabled={answer === 'asking'}
        onClick={() => void press()}
      >
        {label}
      </button>
      <p class="small" role="status">
        {line}
        {problem !== undefined && problem.detail !== '' && ` (${problem.detail})`}
      </p>
      {good !== undefined && children(good)}
    </div>
  );
}
