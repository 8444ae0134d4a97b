// The popup: the verdict first, and below it everything for those who want to see why.

import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { Translator } from '../src/provenance/translator.ts';
import {
  problemWords,
  verdictIcon,
  verdictNumbers,
  verdictParts,
  verdictSentence,
} from '../src/provenance/wording.ts';
import { Actions } from './components/actions.tsx';
import { Evidence, SearchExplained } from './components/evidence.tsx';
import { Lineage, relativeId } from './components/lineage.tsx';
import { LookAlikeNotice } from './components/look-alike.tsx';
import {
  Closed,
  Headline,
  Looking,
  NoAccess,
  NotArticle,
  Problem,
  Unseen,
} from './components/notices.tsx';
import { Related } from './components/related.tsx';
import { MarkedWrong } from './components/statement.tsx';
import { Section } from './components/text.tsx';
import { type Markable, MarksProvider, useMarks } from './marks.tsx';
import {
  type CheckedState,
  type PopupServices,
  ServicesProvider,
  useServices,
  useWords,
} from './services.ts';
import { useAttribution } from './use-attribution.ts';
import { useLater } from './use-later.ts';
import { type TabView, useTab } from './use-tab.ts';

/** The verdict as it can be marked: where it speaks of a relative, with that relative. */
function verdictMark({ provenance }: CheckedState, tr: Translator): Markable {
  const { kind, main } = provenance;
  const said = verdictSentence(provenance, tr);
  const ofRelative = main !== undefined && kind !== 'original' && kind !== 'earliest';
  return ofRelative
    ? { kind: 'relative', id: relativeId(main), said }
    : { kind: 'verdict', id: `verdict ${kind}`, said };
}

/** Under the verdict: its numbers, and the button that opens what it rests on. */
function Verdict({
  state,
  evidenceId,
  open,
  toggle,
}: {
  state: CheckedState;
  evidenceId: string;
  open: boolean;
  toggle: () => void;
}): JSX.Element {
  const tr = useWords();
  const { provenance } = state;
  const { verdict, order } = verdictParts(provenance, tr);
  const numbers = verdictNumbers(provenance, tr);
  return (
    <Headline icon={verdictIcon(provenance.kind)} sentence={verdict} second={order}>
      <p class="numbers">
        {numbers.map((number) => (
          <span key={number}>{number} </span>
        ))}
        {provenance.main !== undefined && (
          <button
            type="button"
            class="why"
            aria-expanded={open}
            aria-controls={open ? evidenceId : undefined}
            onClick={toggle}
          >
            {tr.t('why')}
          </button>
        )}
      </p>
    </Headline>
  );
}

/** In place of a verdict that the reader marked as wrong. */
function Withdrawn({ of }: { of: Markable }): JSX.Element {
  const tr = useWords();
  return (
    <Headline icon="no-match" sentence={tr.t('verdictWithdrawn')}>
      <MarkedWrong id={of.id} words={tr.t('verdictWas', of.said)} />
    </Headline>
  );
}

/** Sources and what stands below them: their parts come while the page is read for them. */
const loadBelow = () => import('./components/below.tsx');

/** Keeps the place of the sources. */
function ReadingSources(): JSX.Element {
  const tr = useWords();
  return (
    <div class="group">
      <Section title={tr.t('saysWho')}>
        <p class="small">{tr.t('sourcesReading')}</p>
        <span class="bar" />
        <span class="bar short" />
      </Section>
    </div>
  );
}

interface CheckedProps {
  state: CheckedState;
  tab: { id: number; url: string };
  check: () => Promise<void>;
}

function Checked({ state, tab, check }: CheckedProps): JSX.Element {
  const tr = useWords();
  const marks = useMarks();
  const attribution = useAttribution(tab.id, state);
  const below = useLater(loadBelow);
  const evidenceId = useId();
  const [open, setOpen] = useState(false);
  const { page, provenance } = state;
  const { main } = provenance;
  const of = verdictMark(state, tr);
  const withdrawn = marks.isMarked(of.id);
  return (
    <>
      {withdrawn ? (
        <Withdrawn of={of} />
      ) : (
        <Verdict state={state} evidenceId={evidenceId} open={open} toggle={() => setOpen(!open)} />
      )}
      <main tabIndex={-1}>
        {state.problems.map((problem) => {
          const { said, advice } = problemWords(problem, tr);
          return (
            <p class="warning" key={problem.detail}>
              {said} {advice}
            </p>
          );
        })}
        {open && !withdrawn && main !== undefined && (
          <Evidence id={evidenceId} state={state} relative={main} of={of} />
        )}
        <LookAlikeNotice of={provenance.lookAlike} />
        {main === undefined ? (
          <>
            <Related state={state} />
            <SearchExplained state={state} of={withdrawn ? undefined : of} />
          </>
        ) : (
          <Lineage provenance={provenance} pageDate={page.published?.value} url={state.url} />
        )}
        {/* Sources may be many or none: what stands below is drawn with them, so that it stays. */}
        {below === undefined || attribution === 'reading' ? (
          <ReadingSources />
        ) : (
          <below.Below state={state} view={attribution} url={tab.url} />
        )}
      </main>
      <Actions state={state} tab={tab} check={check} />
    </>
  );
}

function Content({ view, tab, known, check }: TabView): JSX.Element {
  switch (view.kind) {
    case 'opening':
      return <Looking silent />;
    case 'closed':
      return <Closed />;
    case 'unseen':
      return <Unseen />;
    case 'problem':
      return <Problem problem={view.problem} check={check} />;
    case 'state': {
      const { state } = view;
      switch (state.status) {
        case 'looking':
          return <Looking />;
        case 'not-article':
          return <NotArticle why={state.why} check={check} />;
        case 'no-access':
          return <NoAccess url={tab?.url ?? state.url} check={check} />;
        case 'error':
          return <Problem problem={state.problem} check={check} />;
        case 'checked':
          return tab === undefined ? (
            <Looking silent />
          ) : (
            <MarksProvider
              key={state.url}
              page={state.url}
              first={known?.page === state.url ? known.marks : undefined}
              waiting={<Looking silent />}
            >
              <Checked state={state} tab={tab} check={check} />
            </MarksProvider>
          );
      }
    }
  }
}

/** The verdict in words, once there is one. */
function verdictWords({ view }: TabView, tr: Translator): string {
  if (view.kind !== 'state') return '';
  switch (view.state.status) {
    case 'checked':
      return verdictSentence(view.state.provenance, tr);
    case 'not-article':
      return tr.t('verdictNotArticle');
    case 'no-access':
      return tr.t('verdictNoAccess');
    case 'error':
      return problemWords(view.state.problem, tr).said;
    case 'looking':
      return '';
  }
}

function Tab(): JSX.Element {
  const services = useServices();
  const tabView = useTab(services);
  const waited = useRef(false);
  const { view } = tabView;
  if (view.kind === 'state' && view.state.status === 'looking') waited.current = true;
  return (
    <div class={services.panel ? 'popup panel' : 'popup'} data-view={viewName(tabView)}>
      <Content {...tabView} />
      {/* What came after a wait is said; what was there at once is read with the page. */}
      <p role="status" class="hidden">
        {waited.current && verdictWords(tabView, services.tr)}
      </p>
    </div>
  );
}

/** A name for what is shown: the layout reserves room by it. */
function viewName({ view }: TabView): string {
  return view.kind === 'state' ? view.state.status : view.kind;
}

/** The whole popup, given what it needs from outside. */
export function App({ services }: { services: PopupServices }): JSX.Element {
  return (
    <ServicesProvider value={services}>
      <Tab />
    </ServicesProvider>
  );
}
