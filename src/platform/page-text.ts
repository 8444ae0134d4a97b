// The text of a tab's page, read again when somebody asks: none of it is kept.

import { parseReading } from '../article/reading.ts';
import type { Article } from '../article/types.ts';
import { pageOf, runScript } from './tabs.ts';

/**
 * Reads the page of a tab. Undefined where the tab has gone on to another page than `url`.
 *
 * @throws where the page cannot be scripted, or answers what no reader of ours would
 */
export async function readPageText(tabId: number, url: string): Promise<Article | undefined> {
  const parsed = parseReading(await runScript(tabId, __STEMMA_FILES__.read));
  if (!parsed.ok) throw new Error(parsed.detail);
  const { article } = parsed.reading;
  return pageOf(article.url) === pageOf(url) ? article : undefined;
}
