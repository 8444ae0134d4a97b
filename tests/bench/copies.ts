// What is found of copies, cuts and revisions that people made; what is told wrongly; other scripts.

import { archiveOf } from '../support/packs.ts';
import { labelled } from './labelled.ts';
import { languages } from './languages.ts';
import { newsCorpus } from './news.ts';
import { realCopies } from './real-copies.ts';
import type { Bench } from './types.ts';

export const run: Bench = async ({ quick, progress }) => {
  const { documents, what } = await newsCorpus(quick ? 1000 : Number.POSITIVE_INFINITY, 0);
  progress(what);
  const copies = await realCopies(await archiveOf(documents), documents, progress);
  progress('articles from outside of the archive');
  const errors = await labelled(documents);
  progress('other scripts');
  const scripts = await languages();
  return {
    tables: [...copies.tables, errors.table, scripts],
    json: { copies: copies.json, errors: errors.json, languages: scripts.rows },
  };
};
