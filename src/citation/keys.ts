// Keys for BibTeX entries: readable, in ASCII, each its own.
import { type CslItem, firstDateParts } from './csl.ts';

/** ASCII letters and digits of a text's first word, for a key that every BibTeX accepts. */
function keyWord(text: string | undefined): string {
  const [word = ''] = (text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((part) => !/^(?:|a|an|the|der|die|das|le|la|les|el|los)$/i.test(part));
  return word.toLowerCase();
}

/** Keys such as `nemov2021report`; a second one is `nemov2021report_2`, since keys must differ. */
export function citationKeys(items: readonly CslItem[]): string[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const [author] = item.author ?? [];
    const year = firstDateParts(item.issued)?.[0] ?? '';
    const who =
      keyWord(author?.literal ?? author?.family) || keyWord(item['container-title']) || 'stemma';
    const key = `${who}${year}${keyWord(item.title)}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    // An underscore stands in no first key, so this one is free.
    return before === 0 ? key : `${key}_${before + 1}`;
  });
}
