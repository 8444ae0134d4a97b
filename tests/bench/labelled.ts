// Matches of real articles from outside of the archive, counted by what a person who read them said.

import { readFileSync } from 'node:fs';
import type { DocumentInput } from '../../src/archive/types.ts';
import { matchText } from '../../src/match/match.ts';
import { isHouseText } from '../../src/match/outlet.ts';
import type { Match } from '../../src/match/types.ts';
import { archiveOf } from '../support/packs.ts';
import type { Table } from './types.ts';

/** Every 22nd article asks, from the eighth on: 1,025. */
const STEP = 22;
const FIRST = 7;

/** Ids of articles, by the article that asked. No text: it stays its publishers'. */
interface Labels {
  /** Both texts have the same prose or quote the same words. */
  shared: Record<string, string[]>;
  /** They do not: what they share is nobody's story. The reason stands with the id. */
  wrong: Record<string, Record<string, string>>;
}

function isLabels(value: unknown): value is Labels {
  return typeof value === 'object' && value !== null && 'shared' in value && 'wrong' in value;
}

function labels(): Labels {
  const file = new URL('labels/outside.json', import.meta.url);
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isLabels(value)) throw new Error('labels/outside.json holds no labels');
  return value;
}

/** What the extension would tell of each asking article, with the house text it leaves out. */
export async function outsideMatches(
  documents: readonly DocumentInput[],
): Promise<{ query: DocumentInput; told: Match[]; house: number }[]> {
  const outside = documents.filter((_, i) => i % STEP === FIRST);
  const archive = await archiveOf(documents.filter((_, i) => i % STEP !== FIRST));
  const answers: { query: DocumentInput; told: Match[]; house: number }[] = [];
  for (const query of outside) {
    const { matches } = await matchText({ paragraphs: query.paragraphs }, [archive]);
    const reported = matches.filter(({ strength }) => strength !== 'possible');
    const told = reported.filter((match) => !isHouseText(match, query.url));
    answers.push({ query, told, house: reported.length - told.length });
  }
  return answers;
}

/** Counts told matches by label, strong ones apart. */
export async function labelled(
  documents: readonly DocumentInput[],
): Promise<{ table: Table; json: Record<string, unknown> }> {
  const { shared, wrong } = labels();
  const answers = await outsideMatches(documents);
  const count = { queries: answers.length, told: 0, shared: 0, wrong: 0, unread: 0, house: 0 };
  const wrongQueries = new Set<string>();
  for (const { query, told, house } of answers) {
    count.house += house;
    for (const { document } of told) {
      count.told++;
      if (shared[query.id]?.includes(document.id) === true) count.shared++;
      else if (wrong[query.id]?.[document.id] === undefined) count.unread++;
      else {
        count.wrong++;
        wrongQueries.add(query.id);
      }
    }
  }
  const withMatch = answers.filter(({ told }) => told.length > 0).length;
  const percent = (100 * wrongQueries.size) / count.queries;
  return {
    table: {
      title: 'Real articles from outside of the archive, matches read by a person',
      columns: [
        'asked',
        'with a match',
        'matches told',
        'share text',
        'do not',
        'not read',
        'wrong a query (%)',
      ],
      rows: [
        [
          `${count.queries}`,
          `${withMatch}`,
          `${count.told}`,
          `${count.shared}`,
          `${count.wrong}`,
          `${count.unread}`,
          percent.toFixed(2),
        ],
      ],
      notes: [`${count.house} short passages shared within one outlet are not told`],
    },
    json: { ...count, withMatch, wrongQueriesPercent: percent },
  };
}
