// A text that a person pastes, looked up in the archives.

import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { TextMatches } from '../../messages/calls.ts';
import { call } from '../../platform/call.ts';
import { problemWords } from '../../provenance/problems.ts';
import type { Translator } from '../../provenance/translator.ts';
import { useShell } from '../shell-context.ts';

/** Paragraphs as a person separates them: by lines. */
function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).filter((line) => line.trim() !== '');
}

function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function Found({ of, tr }: { of: TextMatches['matches'][number]; tr: Translator }): JSX.Element {
  const { archive, title, publisher, published, url, share } = of;
  const name = title ?? url ?? archive;
  const facts = [
    publisher,
    published === undefined ? undefined : tr.formatDate(published),
    archive,
  ];
  return (
    <li>
      {url !== undefined && isWebAddress(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      <p class="muted">
        {[tr.t('lookUpShare', tr.formatPercent(share)), ...facts.filter(Boolean)].join(' · ')}
      </p>
    </li>
  );
}

export function LookUp(): JSX.Element {
  const { tr, say } = useShell();
  const field = useId();
  const [text, setText] = useState('');
  const [found, setFound] = useState<TextMatches>();

  async function ask(): Promise<void> {
    const answer = await call('text/match', { paragraphs: paragraphsOf(text) });
    if (answer.ok) setFound(answer.value);
    else say(problemWords(answer.problem, tr).said);
  }

  return (
    <form
      class="look-up"
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <label for={field}>{tr.t('lookUpExplained')}</label>
      <textarea
        id={field}
        rows={5}
        value={text}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <button type="submit" class="secondary" disabled={text.trim() === ''}>
        {tr.t('lookUp')}
      </button>
      <div role="status">
        {found?.matches.length === 0 && <p>{tr.t('lookUpNothing')}</p>}
        {found?.problems.map((problem) => (
          <p key={problem.detail} class="warning">
            {problemWords(problem, tr).said}
          </p>
        ))}
      </div>
      {found !== undefined && found.matches.length > 0 && (
        <ul class="found">
          {found.matches.map((match, i) => (
            <Found key={`${i} ${match.url ?? match.title ?? ''}`} of={match} tr={tr} />
          ))}
        </ul>
      )}
    </form>
  );
}
