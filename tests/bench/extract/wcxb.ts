// The pages of the web content extraction benchmark, and their two halves by domain.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { root } from '../../../scripts/command.ts';

/** https://github.com/Murrough-Foley/web-content-extraction-benchmark, kept beside the project. */
const folder = join(root, '..', 'shared', 'bench', 'pages-wcxb');

const expectation = v.object({
  id: v.string(),
  html: v.string(),
  url: v.string(),
  type: v.string(),
  title: v.nullish(v.string(), ''),
  author: v.nullish(v.string(), ''),
  publish_date: v.nullish(v.string(), ''),
  main_content: v.nullish(v.string(), ''),
  with: v.nullish(v.array(v.string()), []),
  without: v.nullish(v.array(v.string()), []),
});

/** A page as the set describes it: drafted by a model, reviewed by people. */
export type WcxbPage = v.InferOutput<typeof expectation>;

/** All pages, in the set's order; undefined where the set is not there. */
export function wcxbPages(): WcxbPage[] | undefined {
  const path = join(folder, 'expected.jsonl.gz');
  if (!existsSync(path)) return undefined;
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => v.parse(expectation, JSON.parse(line)));
}

/** The page as it was served. */
export function wcxbHtml(page: WcxbPage): Uint8Array {
  return gunzipSync(readFileSync(join(folder, page.html)));
}

export type Half = 'development' | 'held out';

/**
 * Which half a page belongs to. All pages of a domain are in one, so that nothing learnt of a site
 * while developing can help on the other half.
 */
export function halfOf(url: string): Half {
  const labels = new URL(url).hostname.split('.');
  const own = /^(?:ac|co|com|edu|gov|net|org)$/.test(labels.at(-2) ?? '') ? 3 : 2;
  const domain = labels.slice(-own).join('.');
  // FNV-1a: any even and fixed spread will do.
  let hash = 0x81_1c_9d_c5;
  for (const letter of domain) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  }
  return (hash >>> 7) % 2 === 0 ? 'development' : 'held out';
}
