// Related coverage: a short timeline of other stories about the same, each with its reasons.

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { cleanName } from '../../src/provenance/phrases.ts';
import { relatedReasonLine } from '../../src/provenance/related-wording.ts';
import type { RelatedCoverage } from '../../src/provenance/types.ts';
import { cleanDay, daysFrom } from '../days.ts';
import { useShown } from '../marks.tsx';
import { type CheckedState, useWords } from '../services.ts';
import { Statement } from './statement.tsx';
import { OutLink, Section, When } from './text.tsx';

const FIRST_STORIES = 4;

const relatedId = ({ url, title }: RelatedCoverage): string => `related ${url ?? title}`;

/** In time; stories without a date last, among themselves as they were ranked. */
function inTime(stories: readonly RelatedCoverage[]): RelatedCoverage[] {
  return stories.toSorted((x, y) => {
    const [one, other] = [cleanDay(x.published), cleanDay(y.published)];
    if (one === undefined || other === undefined) {
      return Number(one === undefined) - Number(other === undefined);
    }
    return one.localeCompare(other);
  });
}

function Rests({ story }: { story: RelatedCoverage }): JSX.Element {
  const tr = useWords();
  const { reasons = [], pointedToBy, score } = story;
  const lines = reasons.flatMap((reason) => {
    const line = relatedReasonLine({ title: story.title, reasons: [reason] }, tr);
    return line === undefined ? [] : [line];
  });
  if (pointedToBy !== undefined) lines.unshift(tr.t('relatedReason', cleanName(pointedToBy, tr)));
  return (
    <ul class="statements">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {score !== undefined && <li>{tr.t('relatedScore', tr.formatPercent(Math.min(1, score)))}</li>}
      {reasons.length > 0 && <li>{tr.t('relatedMeans')}</li>}
    </ul>
  );
}

function Story({
  story,
  pageDate,
}: {
  story: RelatedCoverage;
  pageDate: string | undefined;
}): JSX.Element {
  const tr = useWords();
  const { published, outlet, title } = story;
  const notes = [
    outlet === undefined ? undefined : cleanName(outlet, tr),
    relatedReasonLine(story, tr),
  ].filter((note) => note !== undefined);
  return (
    <li class="row">
      <span class="when">
        {published === undefined ? (
          tr.t('noDate')
        ) : (
          <When iso={published} words={daysFrom(pageDate, published, tr)} />
        )}
      </span>
      <div class="body">
        <Statement
          of={{ kind: 'related', id: relatedId(story), said: `${title} · ${notes.join(' · ')}` }}
          rests={<Rests story={story} />}
          wrong={tr.t('notRelated')}
        >
          <OutLink href={story.url}>{title}</OutLink>
          {notes.length > 0 && <p class="small">{notes.join(' · ')}</p>}
        </Statement>
      </div>
    </li>
  );
}

/** The best of them, in time, with the reason each is listed. */
export function Related({ state }: { state: CheckedState }): JSX.Element | null {
  const tr = useWords();
  const [all, setAll] = useState(false);
  const related = useShown(state.provenance.related, relatedId);
  const pageDate = state.page.published?.value;
  if (related.length === 0) return null;
  const shown =
    all || related.length <= FIRST_STORIES + 1 ? related : related.slice(0, FIRST_STORIES);
  return (
    <Section title={tr.t('related')} wide>
      <ul class="rows timeline">
        {inTime(shown).map((story) => (
          <Story key={relatedId(story)} story={story} pageDate={pageDate} />
        ))}
      </ul>
      {shown.length < related.length && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          {tr.tn('showAll', related.length)}
        </button>
      )}
    </Section>
  );
}
