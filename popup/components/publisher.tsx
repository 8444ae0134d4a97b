// The publisher in its own words: who it is, its policies, where it says the story comes from.

import type { JSX } from 'preact';
import type { OriginClaim, PublisherFacts } from '../../src/article/types.ts';
import { cleanName } from '../../src/provenance/phrases.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import type { PageFacts } from '../../src/provenance/types.ts';
import { type Markable, useMarks, useShown } from '../marks.tsx';
import { useWords } from '../services.ts';
import { useLater } from '../use-later.ts';
import { Statement } from './statement.tsx';
import { OutLink, Section } from './text.tsx';

/** Policies that a site links to, in the order they are told. */
const POLICIES: [Exclude<keyof PublisherFacts, 'legalName' | 'url'>, string][] = [
  ['publishingPrinciples', 'policyPrinciples'],
  ['correctionsPolicy', 'policyCorrections'],
  ['ownershipFundingInfo', 'policyOwnership'],
  ['ethicsPolicy', 'policyEthics'],
  ['masthead', 'policyMasthead'],
];

const originId = ({ kind, name, url }: OriginClaim): string =>
  `origin ${kind} ${name ?? url ?? ''}`;

function originWords({ kind, name }: OriginClaim, tr: Translator): string {
  const from = name === undefined ? undefined : cleanName(name, tr);
  if (from === undefined) return tr.t('originUnnamed');
  switch (kind) {
    case 'first-published':
      return tr.t('originFirst', from);
    case 'republished':
      return tr.t('originRepublished', from);
    case 'translated':
      return tr.t('originTranslated', from);
    case 'adapted':
      return tr.t('originAdapted', from);
    case 'agency':
      return tr.t('originAgency', from);
  }
}

/** What the page itself says of where the story comes from; an agency that it names counts as said. */
function origins({ dispatch }: PageFacts): OriginClaim[] {
  const told = dispatch?.origins ?? [];
  const named = new Set(told.map(({ name }) => name));
  const agencies = (dispatch?.agencies ?? []).filter(({ value }) => !named.has(value));
  const seen = new Set<string>();
  return [
    ...told,
    ...agencies.map(
      ({ value, from }): OriginClaim => ({ kind: 'agency', name: value, text: value, from }),
    ),
  ].filter((claim) => {
    const id = originId(claim);
    const fresh = !seen.has(id);
    seen.add(id);
    return fresh;
  });
}

function Origin({ claim }: { claim: OriginClaim }): JSX.Element {
  const tr = useWords();
  const said = originWords(claim, tr);
  const of: Markable = { kind: 'publisher', id: originId(claim), said };
  return (
    <li>
      <Statement
        of={of}
        rests={
          <p>
            <q>{claim.text}</q> <span class="note">{tr.t('factFrom', claim.from)}</span>
          </p>
        }
      >
        <OutLink href={claim.url}>{said}</OutLink>
      </Statement>
    </li>
  );
}

/** Few ask a site for its trust.txt: the parts for it come when the publisher is opened. */
const loadTrust = () => import('./publisher-trust.tsx');

function SiteAsk({ pageUrl }: { pageUrl: string }): JSX.Element | null {
  const parts = useLater(loadTrust);
  return parts === undefined ? null : <parts.TrustAsk pageUrl={pageUrl} />;
}

/** What the site says of itself: its name and links, never a rating. */
export function Publisher({ page }: { page: PageFacts }): JSX.Element | null {
  const tr = useWords();
  const { publisher, publisherFacts = {} } = page;
  const claims = useShown(origins(page), originId);
  const links = POLICIES.flatMap(([field, key]) => {
    const fact = publisherFacts[field];
    return fact === undefined ? [] : [{ key, href: fact.value, from: fact.from }];
  });
  const name = publisherFacts.legalName ?? publisher;
  const { isHidden } = useMarks();
  const id = 'publisher';
  const tells = name !== undefined && !isHidden(id);
  if (!tells && claims.length === 0) return null;
  return (
    <Section title={tr.t('publisher')}>
      <ul class="plain">
        {tells && (
          <li>
            <Statement
              of={{ kind: 'publisher', id, said: cleanName(name.value, tr) }}
              rests={
                <>
                  <ul class="statements">
                    <li>{tr.t('publisherRead', name.from)}</li>
                    {links.map(({ key, from }) => (
                      <li key={key}>{tr.t('policyRead', tr.t(key), from)}</li>
                    ))}
                  </ul>
                  <SiteAsk pageUrl={page.url} />
                </>
              }
            >
              {cleanName(name.value, tr)}
              {links.length > 0 && (
                <ul class="inline small">
                  {links.map(({ key, href }) => (
                    <li key={key}>
                      <OutLink href={href}>{tr.t(key)}</OutLink>
                    </li>
                  ))}
                </ul>
              )}
            </Statement>
          </li>
        )}
        {claims.map((claim) => (
          <Origin key={originId(claim)} claim={claim} />
        ))}
      </ul>
    </Section>
  );
}
