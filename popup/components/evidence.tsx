// What the verdict rests on: statements, shared passages, facts with the place they were read.

import type { JSX } from 'preact';
import { cleanName } from '../../src/provenance/phrases.ts';
import type { PageFacts, Relative } from '../../src/provenance/types.ts';
import { evidenceLines, noMatchExplanation } from '../../src/provenance/wording.ts';
import type { Markable } from '../marks.tsx';
import { type CheckedState, useWords } from '../services.ts';
import { Changes } from './changes.tsx';
import { ShowInPage } from './show.tsx';
import { Wrong } from './statement.tsx';
import { Section, When } from './text.tsx';

/** A row shows its first passages; the page itself shows them all. */
const FIRST_PASSAGES = 3;

interface Fact {
  label: string;
  value: JSX.Element | string;
  from: string;
}

/** What was read from the page, with the place of each. */
export function Facts({ page }: { page: PageFacts }): JSX.Element | null {
  const tr = useWords();
  const facts: Fact[] = [];
  if (page.title !== undefined) {
    facts.push({ label: tr.t('factTitle'), value: page.title.value, from: page.title.from });
  }
  const [byline] = page.byline;
  if (byline !== undefined) {
    const names = page.byline.map(({ value }) => cleanName(value, tr));
    facts.push({ label: tr.t('factByline'), value: tr.formatList(names), from: byline.from });
  }
  if (page.publisher !== undefined) {
    const { value, from } = page.publisher;
    facts.push({ label: tr.t('factPublisher'), value: cleanName(value, tr), from });
  }
  if (page.published !== undefined) {
    const { value, from } = page.published;
    facts.push({ label: tr.t('factPublished'), value: <When iso={value} />, from });
  }
  if (page.modified !== undefined) {
    const { value, from } = page.modified;
    facts.push({ label: tr.t('factModified'), value: <When iso={value} />, from });
  }
  if (facts.length === 0) return null;
  return (
    <Section title={tr.t('readFromPage')} wide>
      <dl class="facts">
        {facts.map(({ label, value, from }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value} <span class="small">{tr.t('factFrom', from)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Passages({ relative }: { relative: Relative }): JSX.Element | null {
  const tr = useWords();
  if (relative.passageTexts.length === 0) return null;
  return (
    <Section title={tr.t('sharedPassages')} wide>
      <ol class="passages">
        {relative.passageTexts.map((text, index) => (
          <li key={index}>
            <q>{text}</q>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What a row of the lineage rests on: the same statements as under "why?", and the passages. */
export function RestsOnRelative({
  relative,
  url,
}: {
  relative: Relative;
  /** Of the page. */
  url: string;
}): JSX.Element {
  const tr = useWords();
  return (
    <>
      <ul class="statements">
        {evidenceLines(relative, tr).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {relative.passageTexts.length > 0 && (
        <ol class="passages" aria-label={tr.t('sharedPassages')}>
          {relative.passageTexts.slice(0, FIRST_PASSAGES).map((text, index) => (
            <li key={index}>
              <q>{text}</q>
            </li>
          ))}
        </ol>
      )}
      {relative.match.passages.length > 0 && <ShowInPage url={url} relative={relative} />}
    </>
  );
}

/** What opens under "why?": everything that the verdict about a relative rests on. */
export function Evidence({
  id,
  state,
  relative,
  of,
}: {
  id: string;
  state: CheckedState;
  relative: Relative;
  /** The verdict, as it can be marked. */
  of: Markable;
}): JSX.Element {
  const tr = useWords();
  return (
    <div id={id} class="evidence">
      <Section title={tr.t('evidence')} wide>
        <ul class="statements">
          {evidenceLines(relative, tr).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <ShowInPage url={state.url} relative={relative} />
      <Changes relative={relative} />
      <Passages relative={relative} />
      <Facts page={state.page} />
      <div class="section wide">
        <Wrong of={of} />
      </div>
    </div>
  );
}

/** Where nothing was found: what was searched, and what such a search cannot find. */
export function SearchExplained({
  state,
  of,
}: {
  state: CheckedState;
  /** The verdict, as it can be marked; absent where it has been. */
  of: Markable | undefined;
}): JSX.Element {
  const tr = useWords();
  const { searched, limits } = noMatchExplanation(state.provenance, tr);
  return (
    <Section title={tr.t('searched')} wide>
      {searched.length > 0 && (
        <ul class="plain">
          {searched.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      )}
      {limits.map((line) => (
        <p class="small" key={line}>
          {line}
        </p>
      ))}
      {of !== undefined && <Wrong of={of} />}
    </Section>
  );
}
