// The evidence file for people: one HTML page that says the same, opens anywhere and runs no script.
import { checkedUrl } from '../article/url.ts';
import { firstDateParts } from './csl.ts';
import { citedItem } from './edits.ts';
import type { EvidenceOptions } from './evidence-file.ts';
import { escapeHtml, htmlPage } from './html-text.ts';
import type { Citation, CitationEvidence, CslDate, CslName, KnownText } from './types.ts';

/** Text, or an address as a link; what is no http(s) address stays text. */
function shown(text: string): string {
  const url = /^https?:/.test(text) ? checkedUrl(text) : undefined;
  const label = escapeHtml(text);
  return url === undefined
    ? `<span dir="auto">${label}</span>`
    : `<a href="${escapeHtml(url)}" rel="noreferrer noopener">${label}</a>`;
}

type Row = [what: string, value: string | number | undefined];

function table(rows: readonly Row[]): string {
  const lines = rows.flatMap(([what, value]) =>
    value === undefined || value === ''
      ? []
      : [`<tr><th scope="row">${escapeHtml(what)}</th><td>${shown(String(value))}</td></tr>`],
  );
  return lines.length === 0 ? '' : `<table>\n${lines.join('\n')}\n</table>`;
}

function day(date: CslDate | undefined): string | undefined {
  return firstDateParts(date)
    ?.map((part) => String(part).padStart(2, '0'))
    .join('-');
}

function nameOf(name: CslName): string {
  const { given, family, suffix } = name;
  const particle = name['dropping-particle'] ?? name['non-dropping-particle'];
  const parts = [given, particle, family, suffix].filter((part) => part !== undefined);
  return name.literal ?? parts.join(' ');
}

function percent(share: number | undefined): string | undefined {
  if (share === undefined) return undefined;
  return `${share < 1 ? Math.min(Math.round(share * 100), 99) : 100} %`;
}

function known(text: KnownText): Row[] {
  return [
    ['Outlet', text.publisher],
    ['Title', text.title],
    ['Published', text.published],
    ['Address', text.url],
    ['Relation', text.relation],
    ['Strength', text.strength],
    ['Order', text.order],
    ['Share of the page', percent(text.pageShare)],
    ['Share of the archived text', percent(text.archiveShare)],
    ['Archive', text.archive],
    ['Archive, SHA-256', text.archiveSha256],
  ];
}

function evidenceSections(evidence: CitationEvidence): string[] {
  const { published, modified, archived, searched, match, earliest, fingerprints } = evidence;
  return [
    '<h3>What was read</h3>',
    table([
      ['Page', evidence.pageUrl],
      ['Canonical address', evidence.canonicalUrl],
      ['Archived copy', archived?.url],
      ['Archived on', archived?.date],
      ['Read', evidence.accessed],
      ['Headline', evidence.title],
      ['Published', published && `${published.value} (known to the ${published.precision})`],
      ['Modified', modified && `${modified.value} (known to the ${modified.precision})`],
      ['Words', evidence.words],
      ['Text, SHA-256', evidence.textSha256],
      [
        'Fingerprints',
        fingerprints && `${fingerprints.count} of ${fingerprints.of} (${fingerprints.normaliser})`,
      ],
    ]),
    '<h3>Where each field was read</h3>',
    table(Object.entries(evidence.readFrom)),
    '<h3>What was searched</h3>',
    table(
      searched.map(({ name, documents, created, sha256 }): Row => {
        const facts = [`${documents} articles`, created, sha256 && `SHA-256 ${sha256}`];
        return [name, facts.filter((fact) => fact !== undefined).join('; ')];
      }),
    ),
    ...(match === undefined
      ? []
      : ['<h3>The archived text it was compared with</h3>', table(known(match))]),
    ...(earliest === undefined
      ? []
      : ['<h3>The earliest text known then</h3>', table(known(earliest))]),
  ];
}

function section(citation: Citation): string {
  const item = citedItem(citation);
  const { evidence, quotes, note, tags, collections, edits, imported } = citation;
  const edited = Object.keys(edits);
  return [
    `<article>\n<h2 dir="auto">${escapeHtml(item.title ?? item.URL ?? citation.id)}</h2>`,
    table([
      ['Type', item.type],
      ['Authors', (item.author ?? []).map(nameOf).join('; ')],
      ['Outlet', item['container-title']],
      ['Published', day(item.issued)],
      ['Accessed', day(item.accessed)],
      ['Address', item.URL],
      ['Language', item.language],
      ['Tags', tags.join('; ')],
      ['Collections', collections.join('; ')],
      ['Saved', citation.savedAt],
      ['Changed', citation.revision > 1 ? citation.updatedAt : undefined],
      ['Changed by hand', edited.join(', ')],
      [
        'Imported',
        imported && [imported.format, imported.source, imported.at].filter(Boolean).join('; '),
      ],
      ['Note', note],
    ]),
    item.note === undefined ? '' : `<p dir="auto">${escapeHtml(item.note)}</p>`,
    ...(evidence === undefined
      ? ['<p>This item was imported. Nothing of its page was read.</p>']
      : evidenceSections(evidence)),
    ...(quotes.length === 0 ? [] : ['<h3>Passages that were selected</h3>']),
    ...quotes.map(({ quote, position, created, note: remark }) => {
      const at = position && `characters ${position.start} to ${position.end} of the text`;
      const facts = [created, at, remark].filter((fact) => fact !== undefined && fact !== '');
      return `<blockquote dir="auto">${escapeHtml(quote.exact)}</blockquote>\n<p dir="auto">${escapeHtml(facts.join('; '))}</p>`;
    }),
    '</article>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** The page. It is in English, as the terms of the evidence file are; quoted text keeps its own direction. */
export function evidencePage(
  citations: readonly Citation[],
  { created, software }: EvidenceOptions,
): string {
  const title = 'Evidence of citations';
  const body = [
    `<h1>${title}</h1>`,
    ...citations.map(section),
    `<footer>Written ${escapeHtml(created)} by ${escapeHtml(software)}. The same facts for programs are in the JSON-LD file that is exported beside this one. A SHA-256 shows that a text is the one that was read; it does not show when it was published.</footer>`,
  ].join('\n');
  return htmlPage(title, body);
}
