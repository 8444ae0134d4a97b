// One citation: what is cited, the person's own notes, quotes, evidence, and what became of the page.

import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { citedItem } from '../../citation/edits.ts';
import {
  type CitationSummary,
  isoOfCslDate,
  nameInWords,
  summaryOf,
} from '../../citation/summary.ts';
import type { Citation } from '../../citation/types.ts';
import { citationsById } from '../../platform/citation-library.ts';
import { alikeCitations } from '../../platform/citations.ts';
import { OutLink } from '../link.tsx';
import { useShell } from '../shell-context.ts';
import { EditForm } from './edit-form.tsx';
import { Evidence, Fact } from './evidence.tsx';
import { Export } from './export.tsx';
import { History } from './history.tsx';
import { mergeCitations } from './merge.ts';
import { Quotes } from './quotes.tsx';
import { useChanges, useCitation, useFailure } from './use-changes.ts';

function Words({ label, words }: { label: string; words: readonly string[] }): JSX.Element | null {
  if (words.length === 0) return null;
  return (
    <Fact label={label}>
      {words.map((word) => (
        <>
          <bdi class="tag">{word}</bdi>{' '}
        </>
      ))}
    </Fact>
  );
}

function Facts({ citation }: { citation: Citation }): JSX.Element {
  const { tr } = useShell();
  const item = citedItem(citation);
  const issued = isoOfCslDate(item.issued);
  const authors = (item.author ?? []).map(nameInWords);
  return (
    <dl class="facts">
      {citation.translatedTitle !== undefined && (
        <Fact label={tr.t('fieldTranslated')}>
          <bdi>{citation.translatedTitle}</bdi>
        </Fact>
      )}
      {authors.length > 0 && (
        <Fact label={tr.t('factByline')}>
          <bdi>{tr.formatList(authors)}</bdi>
        </Fact>
      )}
      {item['container-title'] !== undefined && (
        <Fact label={tr.t('factPublisher')}>
          <bdi>{item['container-title']}</bdi>
        </Fact>
      )}
      {issued !== '' && <Fact label={tr.t('factPublished')}>{tr.formatDate(issued)}</Fact>}
      {item.URL !== undefined && (
        <Fact label={tr.t('factPage')}>
          <OutLink href={item.URL}>{item.URL}</OutLink>
        </Fact>
      )}
      {citation.note !== '' && (
        <Fact label={tr.t('fieldNote')}>
          <p class="own-note" dir="auto">
            {citation.note}
          </p>
        </Fact>
      )}
      <Words label={tr.t('fieldTags')} words={citation.tags} />
      <Words label={tr.t('fieldCollections')} words={citation.collections} />
    </dl>
  );
}

/** Others of the same text or address, and the offer to make one of them. */
function Alike({ citation }: { citation: Citation }): JSX.Element | null {
  const { tr } = useShell();
  const apply = useChanges();
  const fail = useFailure();
  const [others, setOthers] = useState<Citation[]>([]);
  useEffect(() => {
    let gone = false;
    alikeCitations(citation)
      .then(citationsById)
      .then((found) => {
        if (!gone) setOthers(found);
      }, fail);
    return () => {
      gone = true;
    };
  }, [citation, fail]);
  if (others.length === 0) return null;
  return (
    <div class="alike">
      <p>{tr.tn('alikeFound', others.length)}</p>
      <ul>
        {others.map((other) => {
          const { id, title, outlet, url } = summaryOf(other);
          return (
            <li key={id}>
              <a href={`#saved/${encodeURIComponent(id)}`} dir="auto">
                {[title || url, outlet].filter((part) => part !== '').join(' · ')}
              </a>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        class="secondary"
        onClick={() =>
          void apply(
            [
              { id: citation.id, from: citation.revision, to: mergeCitations(citation, others) },
              ...others.map(({ id, revision }) => ({ id, from: revision, to: null })),
            ],
            tr.tn('saidMerged', others.length + 1),
          )
        }
      >
        {tr.t('merge')}
      </button>
    </div>
  );
}

function Merged({ citation }: { citation: Citation }): JSX.Element | null {
  const { tr } = useShell();
  if (citation.merged === undefined) return null;
  return (
    <section>
      <h3>{tr.t('mergedIn')}</h3>
      <ul>
        {citation.merged.map((one) => (
          <li key={one.id} dir="auto">
            <OutLink href={one.item.URL}>{one.item.title ?? one.item.URL ?? one.id}</OutLink>{' '}
            <span class="small">{tr.formatDateTime(one.savedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Details({
  summary,
  editing,
  setEditing,
  remove,
}: {
  summary: CitationSummary;
  editing: boolean;
  setEditing: (editing: boolean) => void;
  remove: () => void;
}): JSX.Element {
  const { tr } = useShell();
  const citation = useCitation(summary.id, summary.revision);
  return (
    <article class="details" aria-label={summary.title || summary.url}>
      <h2>
        <bdi>{summary.title || summary.url}</bdi>
      </h2>
      {citation !== undefined && editing && (
        <EditForm key={citation.id} citation={citation} close={() => setEditing(false)} />
      )}
      {citation !== undefined && !editing && (
        <>
          <div class="buttons">
            <button
              type="button"
              class="secondary"
              data-act="edit"
              onClick={() => setEditing(true)}
            >
              {tr.t('edit')}
            </button>
            <button type="button" class="secondary" onClick={remove}>
              {tr.t('delete')}
            </button>
          </div>
          <Alike citation={citation} />
          <Facts citation={citation} />
          <Quotes citation={citation} />
          <History citation={citation} />
          <Evidence citation={citation} />
          <Merged citation={citation} />
          <Export ids={[citation.id]} />
        </>
      )}
    </article>
  );
}
