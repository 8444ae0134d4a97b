// Who says it and who denies it, each with the sentence it was read in.

import type { JSX } from 'preact';
import type { CitedSource } from '../../src/article/types.ts';
import { cleanName } from '../../src/provenance/phrases.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import { type Markable, useShown } from '../marks.tsx';
import { type CheckedState, useWords } from '../services.ts';
import type { AttributionView } from '../use-attribution.ts';
import { Statement } from './statement.tsx';
import { OutLink, Section, ShortList } from './text.tsx';

type Source = Pick<
  CitedSource,
  'name' | 'kind' | 'role' | 'cue' | 'denies' | 'link' | 'statements' | 'quote'
>;

/** Once the page was read for it, or could not be. */
type KnownView = Exclude<AttributionView, 'reading'>;

const FIRST_SOURCES = 5;
/** Of a source that is quoted throughout, enough to judge by. */
const FIRST_STATEMENTS = 4;

const sourceId = ({ name, kind, denies }: Source): string =>
  `source ${kind} ${name}${denies === true ? ' denies' : ''}`;

/** The sentences that were read as this source's, and how sure that reading is. */
function SourceRests({ source, archived }: { source: Source; archived: boolean }): JSX.Element {
  const tr = useWords();
  const statements = (source.statements ?? []).slice(0, FIRST_STATEMENTS);
  if (statements.length === 0) {
    return (
      <p class="small">
        {archived
          ? tr.t('sourceFromArchive')
          : tr.t('sourceCue', cleanName(source.cue ?? source.name, tr))}
      </p>
    );
  }
  return (
    <ul class="plain">
      {statements.map(({ cue, quote, inferred, restsOn }, index) => (
        <li key={index}>
          {quote === undefined ? (
            tr.t('sourceCue', cleanName(cue, tr))
          ) : (
            <>
              <q>{quote}</q> <span class="note">({cleanName(cue, tr)})</span>
            </>
          )}
          {inferred === true && <p class="small">{tr.t('sourceInferred')}</p>}
          {restsOn !== undefined && (
            <p class="small">{tr.t('sourceRestsOn', cleanName(restsOn, tr))}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function SourceItem({ source, archived }: { source: Source; archived: boolean }): JSX.Element {
  const tr = useWords();
  const name = cleanName(source.name, tr);
  const shown = source.kind === 'unnamed' ? tr.t('unnamed', name) : name;
  // "According to" leads to a name; after one it hangs in the air.
  const cue = source.denies === true || source.cue === 'according to' ? undefined : source.cue;
  const statements = source.statements ?? [];
  const notes = [source.role, cue]
    .filter((note) => note !== undefined)
    .map((note) => cleanName(note, tr));
  if (statements.length > 0 && statements.every(({ inferred }) => inferred === true)) {
    notes.push(tr.t('inferred'));
  }
  const of: Markable = {
    kind: 'source',
    id: sourceId(source),
    said: `${tr.t(source.denies === true ? 'denies' : 'saysWho')}: ${[shown, ...notes].join(', ')}`,
  };
  return (
    <li>
      <Statement of={of} rests={<SourceRests source={source} archived={archived} />}>
        <OutLink href={source.link}>{shown}</OutLink>
        {notes.length > 0 && <span class="note">, {notes.join(', ')}</span>}
      </Statement>
    </li>
  );
}

/** What is said in place of sources, or beside those of the archived text. */
function attributionNote(view: KnownView, tr: Translator): string | undefined {
  if (view === 'unread') return tr.t('sourcesUnread');
  return view.analysed ? undefined : tr.t('sourcesNotAnalysed');
}

/**
 * The sources that the page cites; where none were found there, those of the archived text, if the
 * page has that text: a story that shares a quotation has sources of its own.
 */
export function Sources({
  state,
  view,
}: {
  state: CheckedState;
  view: KnownView;
}): JSX.Element | null {
  const tr = useWords();
  const { kind, main } = state.provenance;
  const ofArchive = kind === 'passages' ? [] : (main?.match.document.sources ?? []);
  const cited = typeof view === 'string' ? [] : view.sources;
  const archived = cited.length === 0;
  const found: Source[] = archived ? ofArchive : cited;
  const sources = useShown(found, sourceId);
  const note = attributionNote(view, tr);
  const groups: ['saysWho' | 'denies', Source[]][] = [
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
                items={listed.map((source) => (
                  <SourceItem key={sourceId(source)} source={source} archived={archived} />
                ))}
              />
            </Section>
          ),
      )}
    </div>
  );
}
