// What a citation rests on: where each fact was read, the text's digest, what was found in archives.

import type { ComponentChildren, JSX } from 'preact';
import type { Citation, CitationEvidence } from '../../citation/types.ts';
import { OutLink } from '../link.tsx';
import { useShell } from '../shell-context.ts';
import { RELATIONS } from './labels.ts';

export function Fact({
  label,
  children,
}: {
  label: string;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const PLACES: Record<string, string> = {
  title: 'factTitle',
  author: 'factByline',
  publisher: 'factPublisher',
  published: 'factPublished',
  modified: 'factModified',
  canonicalUrl: 'factCanonical',
  language: 'fieldLanguage',
  type: 'factType',
};

function Match({ match }: { match: NonNullable<CitationEvidence['match']> }): JSX.Element {
  const { tr } = useShell();
  const { publisher, title, url, published, relation, pageShare, archiveShare } = match;
  return (
    <Fact label={tr.t('factMatch')}>
      <p>
        {tr.t(RELATIONS[relation] ?? 'relationNone')}:{' '}
        <OutLink href={url}>
          <bdi>{title ?? publisher ?? url}</bdi>
        </OutLink>
        {publisher !== undefined && title !== undefined && (
          <>
            , <bdi>{publisher}</bdi>
          </>
        )}
        {published !== undefined && <>, {tr.formatDate(published)}</>}
      </p>
      <p class="small">
        {tr.t('evidenceShares', tr.formatPercent(pageShare), tr.formatPercent(archiveShare))}
      </p>
    </Fact>
  );
}

export function Evidence({ citation }: { citation: Citation }): JSX.Element | null {
  const { tr } = useShell();
  const { evidence } = citation;
  if (evidence === undefined) return null;
  const { match, searched, published, modified, archived, canonicalUrl } = evidence;
  return (
    <section>
      <h3>{tr.t('evidence')}</h3>
      <dl class="facts">
        <Fact label={tr.t('factAccessed')}>{tr.formatDateTime(evidence.accessed)}</Fact>
        <Fact label={tr.t('factPage')}>
          <OutLink href={evidence.pageUrl}>{evidence.pageUrl}</OutLink>
        </Fact>
        {canonicalUrl !== undefined && canonicalUrl !== evidence.pageUrl && (
          <Fact label={tr.t('factCanonical')}>
            <OutLink href={canonicalUrl}>{canonicalUrl}</OutLink>
          </Fact>
        )}
        {archived !== undefined && (
          <Fact label={tr.t('factArchived')}>
            <OutLink href={archived.url}>{archived.url}</OutLink>
          </Fact>
        )}
        {evidence.title !== undefined && (
          <Fact label={tr.t('factTitle')}>
            <bdi>{evidence.title}</bdi>
          </Fact>
        )}
        {published !== undefined && (
          <Fact label={tr.t('factPublished')}>{tr.formatDateTime(published.value)}</Fact>
        )}
        {modified !== undefined && (
          <Fact label={tr.t('factModified')}>{tr.formatDateTime(modified.value)}</Fact>
        )}
        {match !== undefined && <Match match={match} />}
        <Fact label={tr.t('factText')}>
          {tr.tn('words', evidence.words)}
          <p class="small digest">SHA-256 {evidence.textSha256}</p>
        </Fact>
        <Fact label={tr.t('readFromPage')}>
          <ul>
            {Object.entries(evidence.readFrom).map(([field, place]) => (
              <li key={field}>
                {tr.t(PLACES[field] ?? field)} <span class="small">{tr.t('factFrom', place)}</span>
              </li>
            ))}
          </ul>
        </Fact>
        {searched.length > 0 && (
          <Fact label={tr.t('searched')}>
            <ul>
              {searched.map(({ name, documents }) => (
                <li key={name}>
                  <bdi>{name}</bdi>, {tr.tn('articles', documents)}
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </dl>
    </section>
  );
}
