// The lineage: a list whose time runs down, with the lines of descent drawn beside it.

import type { JSX } from 'preact';
import { checkedUrl } from '../../src/article/url.ts';
import { cleanName } from '../../src/provenance/phrases.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import type { Provenance, Relative } from '../../src/provenance/types.ts';
import { type LineageRow, lineageRows } from '../lineage.ts';
import { useWords } from '../services.ts';
import { OutLink, Section, ShortList, When } from './text.tsx';

/** How the relative stands to the page, in a few words. */
function relationWords({ match }: Relative, tr: Translator): string {
  switch (match.relation) {
    case 'identical':
      return tr.t('relationSame');
    case 'edited':
      return tr.t('relationEdited');
    case 'contains':
      return tr.t('relationShorter');
    case 'excerpt-of':
      return tr.t('relationLonger');
    case 'partial':
    case 'shares-quote':
      return tr.tn('relationPassages', match.passages.length);
  }
}

/** Outlet, title, authors and address of a relative. */
function RelativeBody({ row, relative }: { row: LineageRow; relative: Relative }): JSX.Element {
  const tr = useWords();
  const { document } = relative.match;
  const notes = [relationWords(relative, tr)];
  if (row.place === 'unknown') notes.push(tr.t('placeUnknown'));
  if (row.earliest) notes.unshift(tr.t('earliestKnown'));
  const outlet = relative.samePage ? tr.t('archivedVersion') : cleanName(relative.outlet, tr);
  return (
    <>
      <OutLink href={document.url}>
        <span class="outlet">{outlet}</span>
      </OutLink>
      <p class="small">{notes.join(' · ')}</p>
      {row.earliest && (
        <>
          {document.title !== undefined && <p class="small clip">{document.title}</p>}
          <Origin relative={relative} />
        </>
      )}
    </>
  );
}

/** Who wrote it, and its address. */
function Origin({ relative }: { relative: Relative }): JSX.Element {
  const tr = useWords();
  const { document } = relative.match;
  const url = document.url === undefined ? undefined : checkedUrl(document.url);
  const address = url?.replace(/^https?:\/\/(?:www\.)?/, '');
  return (
    <>
      {document.authors.length > 0 && (
        <p class="small">
          {tr.t('by', tr.formatList(document.authors.map((name) => cleanName(name, tr))))}
        </p>
      )}
      {address !== undefined && (
        <p class="small clip" dir="ltr">
          {address}
        </p>
      )}
    </>
  );
}

/** The page's own row: with its outlet and address where it is the archived original. */
function PageBody({ row: { self, earliest } }: { row: LineageRow }): JSX.Element {
  const tr = useWords();
  const notes = [
    ...(self === undefined || self.outlet === '' ? [] : [tr.t('thisPage')]),
    ...(earliest ? [tr.t('earliestKnown')] : []),
  ];
  return (
    <>
      <span class="outlet">
        {self === undefined || self.outlet === '' ? tr.t('thisPage') : cleanName(self.outlet, tr)}
      </span>
      {notes.length > 0 && <p class="small">{notes.join(' · ')}</p>}
      {self !== undefined && <Origin relative={self} />}
    </>
  );
}

function Row({ row }: { row: LineageRow }): JSX.Element {
  const tr = useWords();
  const { relative } = row;
  const isPage = relative === undefined;
  return (
    <li
      class={`row ${row.place}${isPage ? ' page' : ''}`}
      aria-current={isPage ? 'page' : undefined}
    >
      <span class="when">{row.date === undefined ? tr.t('noDate') : <When iso={row.date} />}</span>
      <span class="rail" aria-hidden="true">
        <span class="node" />
      </span>
      <div class="body">
        {isPage ? <PageBody row={row} /> : <RelativeBody row={row} relative={relative} />}
      </div>
    </li>
  );
}

/** How many rows are shown before "show all": the page and what came before it matter most. */
const FIRST_ROWS = 8;

/** The page among its relatives. Nothing where there are none. */
export function Lineage({
  provenance,
  pageDate,
}: {
  provenance: Provenance;
  pageDate: string | undefined;
}): JSX.Element | null {
  const tr = useWords();
  const rows = lineageRows(provenance, pageDate);
  // A page alone says nothing new, unless it is the archived original.
  if (rows.length < 2 && rows[0]?.self === undefined) return null;
  const page = rows.findIndex((row) => row.relative === undefined);
  return (
    <Section title={tr.t('lineage')} wide hiddenTitle>
      <ShortList
        name="lineage"
        first={Math.max(FIRST_ROWS, page + 1)}
        items={rows.map((row, index) => <Row key={index} row={row} />)}
      />
    </Section>
  );
}
