// The lineage: the family tree of the page in time, and beside it a list that says the same.

import { createContext, type JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { checkedUrl } from '../../src/article/url.ts';
import { cleanName } from '../../src/provenance/phrases.ts';
import type { Translator } from '../../src/provenance/translator.ts';
import type { Provenance, Relative } from '../../src/provenance/types.ts';
import { type LineageRow, lineageRows } from '../lineage.ts';
import { shapeOf } from '../lineage-drawing.ts';
import { type LineageEntry, type LineageGroup, lineageEntries } from '../lineage-groups.ts';
import { type Markable, useShown } from '../marks.tsx';
import { useWords } from '../services.ts';
import { RestsOnRelative } from './evidence.tsx';
import { Opener, Statement } from './statement.tsx';
import { Stemma, type StemmaRow } from './stemma.tsx';
import { OutLink, Section, ShortList, When } from './text.tsx';

/** Address of the page: the marks that a row offers go there. */
const PageUrl = createContext('');

/** What tells a relative from others of the page. */
export function relativeId({ match: { archive, document } }: Relative): string {
  return `relative ${archive.name} ${document.url ?? document.id}`;
}

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

function outletWords(relative: Relative, tr: Translator): string {
  return relative.samePage ? tr.t('archivedVersion') : cleanName(relative.outlet, tr);
}

/** Outlet, relation and, of the earliest known, title, authors and address. */
function RelativeBody({ row, relative }: { row: LineageRow; relative: Relative }): JSX.Element {
  const tr = useWords();
  const url = useContext(PageUrl);
  const { document } = relative.match;
  const notes = [relationWords(relative, tr)];
  if (row.place === 'unknown') notes.push(tr.t('placeUnknown'));
  if (row.earliest) notes.unshift(tr.t('earliestKnown'));
  const outlet = outletWords(relative, tr);
  const of: Markable = {
    kind: 'relative',
    id: relativeId(relative),
    said: [outlet, ...notes].join(' · '),
  };
  return (
    <Statement of={of} rests={<RestsOnRelative relative={relative} url={url} />}>
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
    </Statement>
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

const keyOf = ({ relative }: LineageRow): string =>
  relative === undefined ? 'page' : relativeId(relative);

function Row({ row }: { row: LineageRow }): JSX.Element {
  const tr = useWords();
  const { relative } = row;
  const isPage = relative === undefined;
  return (
    <li
      class={isPage ? 'row page' : 'row'}
      data-row={keyOf(row)}
      aria-current={isPage ? 'page' : undefined}
    >
      <span class="when">{row.date === undefined ? tr.t('noDate') : <When iso={row.date} />}</span>
      <div class="body">
        {isPage ? <PageBody row={row} /> : <RelativeBody row={row} relative={relative} />}
      </div>
    </li>
  );
}

/** How many outlets a group names before it counts them. */
const NAMED = 2;

/** `The Mercury, North Quay Post and 7 more outlets`. */
function outletsOf({ rows }: LineageGroup, tr: Translator): string {
  const outlets = [...new Set(rows.flatMap(({ relative }) => relative?.outlet ?? []))].map(
    (outlet) => cleanName(outlet, tr),
  );
  const others = outlets.length - NAMED;
  if (others <= 1) return tr.formatList(outlets);
  return tr.formatList([...outlets.slice(0, NAMED), tr.tn('moreOutlets', others)]);
}

/** Members are shown in parts: a tree of two hundred takes longer to draw than to read. */
const FIRST_MEMBERS = 20;

function Group({
  group,
  open,
  toggle,
}: {
  group: LineageGroup;
  open: boolean;
  toggle: () => void;
}): JSX.Element {
  const tr = useWords();
  const count = tr.tn('versions', group.rows.length);
  const id = `group ${group.key}`.replaceAll(/\s/g, '-');
  const notes = [outletsOf(group, tr)];
  if (group.place === 'unknown') notes.push(tr.t('placeUnknown'));
  return (
    <>
      <li class="row" data-row={group.key}>
        <span class="when">
          {group.date === undefined ? tr.t('severalDates') : <When iso={group.date} />}
        </span>
        <div class="body">
          <div class="statement">
            <div class="says">
              <span class="outlet">{count}</span>
              <p class="small">{notes.join(' · ')}</p>
            </div>
            <Opener
              open={open}
              toggle={toggle}
              controls={id}
              label={tr.t('openGroup', count, notes.join(' · '))}
            />
          </div>
        </div>
      </li>
      {open && (
        <li id={id} class="members">
          <ShortList
            name="rows"
            first={FIRST_MEMBERS}
            items={group.rows.map((row) => <Row key={keyOf(row)} row={row} />)}
          />
        </li>
      )}
    </>
  );
}

function drawnRow(row: LineageRow, depth: 0 | 1 | 2): StemmaRow {
  const { relative, place } = row;
  return {
    key: keyOf(row),
    depth: place === 'root' ? 0 : depth,
    shape: relative === undefined ? 'page' : shapeOf(relative.match.relation),
    unknown: place === 'unknown',
  };
}

function drawnEntry(entry: LineageEntry, open: ReadonlySet<string>): StemmaRow[] {
  if (entry.kind === 'row') return [drawnRow(entry.row, 1)];
  const { key, rows, place } = entry;
  const head: StemmaRow = { key, depth: 1, shape: 'group', unknown: place === 'unknown' };
  return open.has(key) ? [head, ...rows.map((row) => drawnRow(row, 2))] : [head];
}

/** The tree in one sentence. */
function treeWords(rows: readonly LineageRow[], tr: Translator): string {
  const page = rows.findIndex(({ relative }) => relative === undefined);
  const unknown = rows.filter(({ place }) => place === 'unknown').length;
  const later = rows.length - page - 1 - unknown;
  const parts = [
    page > 0 ? tr.tn('treeEarlier', page) : tr.t('treeNoneEarlier'),
    ...(later > 0 ? [tr.tn('treeLater', later)] : []),
    ...(unknown > 0 ? [tr.tn('treeUnknown', unknown)] : []),
  ];
  return tr.t('treeWords', tr.formatList(parts));
}

/** The page among its relatives. Nothing where there are none. */
export function Lineage({
  provenance,
  pageDate,
  url,
}: {
  provenance: Provenance;
  pageDate: string | undefined;
  /** Of the page. */
  url: string;
}): JSX.Element | null {
  const tr = useWords();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const relatives = useShown(provenance.relatives, relativeId);
  const rows = lineageRows({ ...provenance, relatives }, pageDate);
  // A page alone says nothing new, unless it is the archived original.
  if (rows.length < 2 && rows[0]?.self === undefined) return null;
  const entries = lineageEntries(rows, provenance.main?.match.document.id);
  const grouped = entries.length < rows.length;
  const words = treeWords(rows, tr);
  function toggle(key: string): void {
    setOpen(new Set(open.has(key) ? [...open].filter((one) => one !== key) : [...open, key]));
  }
  return (
    <PageUrl.Provider value={url}>
      <Section title={tr.t('lineage')} wide hiddenTitle>
        {grouped && <p class="small tally">{words}</p>}
        <Stemma title={words} rows={entries.flatMap((entry) => drawnEntry(entry, open))}>
          <ul class="rows lineage">
            {entries.map((entry) =>
              entry.kind === 'row' ? (
                <Row key={keyOf(entry.row)} row={entry.row} />
              ) : (
                <Group
                  key={entry.key}
                  group={entry}
                  open={open.has(entry.key)}
                  toggle={() => toggle(entry.key)}
                />
              ),
            )}
          </ul>
        </Stemma>
      </Section>
    </PageUrl.Provider>
  );
}
