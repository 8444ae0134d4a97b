// How a person exports: format, style and language as last chosen, and styles that they added.

import * as v from 'valibot';
import { item } from './storage.ts';

const choice = v.object({
  format: v.string(),
  /** Id of a style that comes with Stemma, or the title of an added one. */
  style: v.string(),
  /** BCP 47 tag; empty for the reader's own language. */
  locale: v.string(),
  /** Footnotes in place of the bibliography. */
  notes: v.boolean(),
});

export type ExportChoice = v.InferOutput<typeof choice>;

const added = v.array(v.object({ title: v.string(), xml: v.string() }));

export type AddedStyle = v.InferOutput<typeof added>[number];

const FIRST: ExportChoice = { format: 'csl-json', style: 'apa', locale: '', notes: false };

const choiceItem = item('local', 'export-choice', choice, FIRST);
const stylesItem = item('local', 'csl-styles', added, []);

export const readChoice = (): Promise<ExportChoice> => choiceItem.read();
export const writeChoice = (value: ExportChoice): Promise<void> => choiceItem.write(value);
export const addedStyles = (): Promise<AddedStyle[]> => stylesItem.read();

/** Keeps a style under its title, in place of one of the same title. */
export async function addStyle(style: AddedStyle): Promise<AddedStyle[]> {
  const others = (await stylesItem.read()).filter(({ title }) => title !== style.title);
  const all = [...others, style];
  await stylesItem.write(all);
  return all;
}
