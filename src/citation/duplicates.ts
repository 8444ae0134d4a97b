// What makes two citations the same work, from the surest sign to the weakest.
import { firstDateParts } from './csl.ts';
import { citedItem } from './edits.ts';
import type { Citation } from './types.ts';

export interface DuplicateKey {
  by: 'id' | 'address' | 'doi' | 'text' | 'title';
  key: string;
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The keys of a citation. Those that share one are likely the same: by the record's own id, the
 * canonical address, the DOI, the text read, or title, outlet and day together.
 */
export function duplicateKeys(citation: Citation): DuplicateKey[] {
  const item = citedItem(citation);
  const { DOI: doi, title, 'container-title': outlet } = item;
  const date = firstDateParts(item.issued);
  const sha = citation.evidence?.textSha256;
  const keys: [DuplicateKey['by'], string | undefined][] = [
    ['id', citation.id],
    ['address', citation.key.startsWith('item:') ? undefined : citation.key],
    ['doi', doi?.toLowerCase().replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '')],
    ['text', sha],
    // A title alone says little: columns have the same one every week.
    [
      'title',
      title === undefined || outlet === undefined || date === undefined
        ? undefined
        : [folded(title), folded(outlet), date.join('-')].join('|'),
    ],
  ];
  return keys.flatMap(([by, key]) => (key === undefined ? [] : [{ by, key: `${by}:${key}` }]));
}
