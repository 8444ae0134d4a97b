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
import { Always } from './components/always.tsx';
import { Evidence, Facts, SearchExplained } from './components/evidence.tsx';
import { Lineage } from './components/lineage.tsx';
import { Closed, Headline, Looking, NoAccess, NotArticle, Problem } from './components/notices.tsx';
import { Photos, Related, Sources } from './components/sections.tsx';
import {
  type CheckedState,
  type PopupServices,
  ServicesProvider,
  useServices,
  useWords,
} from './services.ts';
import { type TabView, useTab } from './use-tab.ts';

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
      {provenance.main !== undefined && (
        <p class="numbers">
          {numbers.map((number) => (
            <span key={number}>{number} </span>
          ))}
          <button
            type="button"
            class="why"
            aria-expanded={open}
            aria-controls={evidenceId}
            onClick={toggle}
          >
            {tr.t('why')}
          </button>
        </p>
      )}
    </Headline>
  );
}

function Checked({
  state,
  tab,
  check,
}: {
  state: CheckedState;
  tab: { id: number; url: string };
  check: () => Promise<void>;
}): JSX.Element {
  const tr = useWords();
  const evidenceId = useId();
  const [open, setOpen] = useState(false);
  const { page, provenance } = state;
  const { main } = provenance;
  return (
    <>
      <Verdict state={state} evidenceId={evidenceId} open={open} toggle={() => setOpen(!open)} />
      <main tabIndex={-1}>
        {state.problems.map((problem) => {
          const { said, advice } = problemWords(problem, tr);
          return (
            <p class="warning" key={problem.detail}>
              {said} {advice}
            </p>
          );
        })}
        {open && main !== undefined && <Evidence id={evidenceId} state={state} relative={main} />}
        {main === undefined ? (
          <>
            <Related state={state} />
            <SearchExplained state={state} />
            <Sources state={state} tabId={tab.id} />
            <Photos state={state} />
            <Facts page={page} />
          </>
        ) : (
          <>
            <Lineage provenance={provenance} pageDate={page.published?.value} />
            <Sources state={state} tabId={tab.id} />
            <Photos state={state} />
            <Related state={state} />
          </>
        )}
        <Always url={tab.url} />
      </main>
      <Actions state={state} tab={tab} check={check} />
    </>
  );
}

function Content({ view, tab, check }: TabView): JSX.Element {
  switch (view.kind) {
    case 'opening':
      return <Looking silent />;
    case 'closed':
      return <Closed />;
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
            <Checked state={state} tab={tab} check={check} />
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
    <div class="popup" data-view={viewName(tabView)}>
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
