// Who says it, who denies it, whose picture it is, and what else was written about it.

import type { JSX } from 'preact';
import type { CitedSource } from '../../src/article/types.ts';
import { cleanName } from '../../src/provenance/phrases.ts';
import { relatedReasonLine } from '../../src/provenance/related-wording.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import { daysFrom } from '../days.ts';
import { type CheckedState, useWords } from '../services.ts';
import { type AttributionView, useAttribution } from '../use-attribution.ts';
import { OutLink, Section, ShortList, When } from './text.tsx';

type Source = Pick<CitedSource, 'name' | 'kind' | 'role' | 'cue' | 'denies' | 'link'>;

const FIRST_SOURCES = 5;

function SourceItem({ source }: { source: Source }): JSX.Element {
  const tr = useWords();
  const name = cleanName(source.name, tr);
  // "According to" leads to a name; after one it hangs in the air.
  const cue = source.denies === true || source.cue === 'according to' ? undefined : source.cue;
  const notes = [source.role, cue]
    .filter((note) => note !== undefined)
    .map((note) => cleanName(note, tr));
  return (
    <li>
      <OutLink href={source.link}>
        {source.kind === 'unnamed' ? tr.t('unnamed', name) : name}
      </OutLink>
      {notes.length > 0 && <span class="note">, {notes.join(', ')}</span>}
    </li>
  );
}

/** What is said in place of sources, or beside those of the archived text. */
function attributionNote(view: AttributionView, tr: Translator): string | undefined {
  if (view === 'reading') return tr.t('sourcesReading');
  if (view === 'unread') return tr.t('sourcesUnread');
  return view.analysed ? undefined : tr.t('sourcesNotAnalysed');
}

/**
 * The sources that the page cites; where none were found there, those of the archived text, if the
 * page has that text: a story that shares a quotation has sources of its own.
 */
export function Sources({
  state,
  tabId,
}: {
  state: CheckedState;
  tabId: number;
}): JSX.Element | null {
  const tr = useWords();
  const view = useAttribution(tabId, state);
  const { kind, main } = state.provenance;
  const archived = kind === 'passages' ? [] : (main?.match.document.sources ?? []);
  const cited = typeof view === 'string' ? [] : view.sources;
  const sources: Source[] = cited.length > 0 || view === 'reading' ? cited : archived;
  const note = attributionNote(view, tr);
  const groups: [string, Source[]][] = [
    ['saysWho', sources.filter((source) => source.denies !== true)],
    ['denies', sources.filter((source) => source.denies === true)],
  ];
  if (sources.length === 0 && note === undefined) return null;
  return (
    <div class="group">
      {note !== undefined && (
        <Section title={tr.t('saysWho')}>
          <p class="small">{note}</p>
        </Section>
      )}
      {groups.map(
        ([key, listed]) =>
          listed.length > 0 && (
            <Section
              key={key}
              title={key === 'denies' ? tr.t('denies') : tr.t('saysWho')}
              hiddenTitle={key === 'saysWho' && note !== undefined}
            >
              <ShortList
                name="plain"
                first={FIRST_SOURCES}
                items={listed.map((source, index) => <SourceItem key={index} source={source} />)}
              />
            </Section>
          ),
      )}
    </div>
  );
}

interface Credit {
  credit?: string;
  license?: string;
  licenseUrl?: string;
  /** The outlet that gives the credit, where it is not this page. */
  outlet?: string;
}

/** Distinct credits: of the page, and of the archived text where that one says something else. */
function credits({ page, provenance }: CheckedState): Credit[] {
  const { main } = provenance;
  const found: Credit[] = [...page.images];
  if (main !== undefined && !main.samePage) {
    found.push(...main.match.document.images.map((image) => ({ ...image, outlet: main.outlet })));
  } else if (main !== undefined && page.images.length === 0) {
    found.push(...main.match.document.images);
  }
  const seen = new Set<string>();
  return found.filter(({ credit, license }) => {
    if (credit === undefined && license === undefined) return false;
    const key = `${credit ?? ''}\n${license ?? ''}`.toLowerCase();
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

/** Credits and licences of the story's pictures, as this page and the archived text give them. */
export function Photos({ state }: { state: CheckedState }): JSX.Element | null {
  const tr = useWords();
  const found = credits(state);
  if (found.length === 0) return null;
  return (
    <Section title={tr.t('photo')}>
      <ShortList
        name="plain"
        first={4}
        items={found.map(({ credit, license, licenseUrl, outlet }, index) => (
          <li key={index}>
            {credit !== undefined && cleanName(credit, tr)}
            {credit !== undefined && license !== undefined && ', '}
            {license !== undefined && <OutLink href={licenseUrl}>{cleanName(license, tr)}</OutLink>}
            {outlet !== undefined && (
              <span class="note"> {tr.t('photoIn', cleanName(outlet, tr))}</span>
            )}
          </li>
        ))}
      />
    </Section>
  );
}

/** Other stories about the same thing, each with the reason it is listed. */
export function Related({ state }: { state: CheckedState }): JSX.Element | null {
  const tr = useWords();
  const { related } = state.provenance;
  const pageDate = state.page.published?.value;
  if (related.length === 0) return null;
  return (
    <Section title={tr.t('related')}>
      <ShortList
        name="plain"
        first={4}
        items={related.map((story, index) => (
          <li key={index}>
            <OutLink href={story.url}>{story.title}</OutLink>
            <p class="small">
              {story.outlet !== undefined && `${cleanName(story.outlet, tr)} · `}
              {story.published !== undefined && (
                <>
                  <When iso={story.published} words={daysFrom(pageDate, story.published, tr)} />
                  {' · '}
                </>
              )}
              {relatedReasonLine(story, tr)}
            </p>
          </li>
        ))}
      />
    </Section>
  );
}
