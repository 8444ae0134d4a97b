// Edits to a version's words, each of which fails loudly when it no longer applies, and plain text.

import type { Copy } from './types.ts';

/** An edit that found nothing to edit: the base text was changed under it. */
export class EditError extends Error {
  override name = 'EditError';
}

export type Edit = (copy: Copy) => Copy;

/** The copy after all edits, in order. The base stays as it was. */
export function edited(base: Copy, ...edits: Edit[]): Copy {
  return edits.reduce((copy, edit) => edit(copy), base);
}

export function headline(text: string): Edit {
  return (copy) => ({ ...copy, headline: text });
}

export function standfirst(text: string): Edit {
  return (copy) => ({ ...copy, standfirst: text });
}

/** Replaces `from`, which must stand exactly once in the body. An empty `to` drops it. */
export function replace(from: string, to: string): Edit {
  return (copy) => {
    const found = copy.body.reduce((sum, entry) => sum + entry.split(from).length - 1, 0);
    if (found !== 1) {
      throw new EditError(`"${from}" stands ${found} times in "${copy.headline}", not once`);
    }
    const body = copy.body.map((entry) => entry.replace(from, () => to).trim());
    return { ...copy, body: body.filter((entry) => entry !== '') };
  };
}

/** Drops a sentence or more, which must stand exactly once. */
export function drop(text: string): Edit {
  const edit = replace(text, '');
  return (copy) => {
    const after = edit(copy);
    return { ...after, body: after.body.map((entry) => entry.replace(/ {2,}/g, ' ')) };
  };
}

/** Puts entries before body entry `index`; the body's length appends. */
export function insert(index: number, ...entries: string[]): Edit {
  return (copy) => {
    if (index > copy.body.length) {
      throw new EditError(
        `no place ${index} in "${copy.headline}", which has ${copy.body.length} entries`,
      );
    }
    return { ...copy, body: copy.body.toSpliced(index, 0, ...entries) };
  };
}

/** Keeps the first `count` body entries. */
export function shorten(count: number): Edit {
  return (copy) => {
    if (count >= copy.body.length) {
      throw new EditError(`"${copy.headline}" has ${copy.body.length} entries, not over ${count}`);
    }
    return { ...copy, body: copy.body.slice(0, count) };
  };
}

/** Body entry `index`, for a story that quotes it. */
export function quoted(copy: Copy, index: number): string {
  const entry = copy.body[index];
  if (entry === undefined) throw new EditError(`no entry ${index} in "${copy.headline}"`);
  return entry;
}

/** The body as plain paragraphs: marks taken off, words untouched. */
export function plainParagraphs(copy: Copy): string[] {
  return copy.body.map((entry) =>
    entry
      .replace(/^(## |> )/, '')
      .replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1')
      .replace(/\*([^*]+)\*/g, '$1'),
  );
}

export function plainText(copy: Copy): string {
  return plainParagraphs(copy).join('\n\n');
}

export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
