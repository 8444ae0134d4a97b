// "Related article: <u>…</u> <u>…</u> And the story goes on": the titles, and the text behind them.

import type { InlineLink } from './markup.ts';
import { joinBroken, readInline, tidySpace } from './markup.ts';

const label =
  /^[\s*_>#•-]*(related|read more|read also|also read|see also|more on this|more coverage|further reading|читайте также|по теме)(?:\s+(?:articles?|stor(?:y|ies)|coverage|reading|links?|news|content|posts?))?\s*[*_]*\s*:[*_\s]*/iu;

/** Labels that announce several titles. */
const several = /(?:articles|stories|links|posts|coverage|reading)\s*[*_]*\s*:/i;

/** One underlined run, or one link with its address. */
const run =
  /^[\s*_•-]*(<u>[^<]{1,1000}<\/u>|<a\s[^<>]{0,2000}>[^<]{1,1000}<\/a>|\[[^[\]]{1,1000}\]\([^()\s]{1,4096}\))[*_]*/i;

/** Words no title ends with: the text breaks here and goes on. */
const unfinished =
  /(?:[,–—-]|(?<!\p{L})(?:a|an|the|of|to|in|on|at|for|from|by|with|and|or|but|as|after|before|over|into|its?|his|her|their|is|are|was|were|и|в|на|с|о|по|для))$/iu;

/** Longer text without markup is a paragraph, not a title. */
const longestTitle = 250;

export interface RelatedLine {
  links: InlineLink[];
  /** Markup of what follows the titles; empty when nothing does. */
  rest: string;
}

/** Whether a line opens with a label such as "Related article:". */
export function isRelatedLabel(raw: string): boolean {
  return label.test(raw);
}

/** Straight double quotation marks or round brackets that were opened and not closed. */
function isOpen(text: string): boolean {
  const count = (sign: RegExp): number => text.match(sign)?.length ?? 0;
  return count(/"/g) % 2 === 1 || count(/\(/g) > count(/\)/g) || count(/“/g) > count(/”/g);
}

/**
 * Whether the second of two neighbouring runs goes on with the title of the first. After a
 * label for one article everything does; after one for several only a visible break.
 */
function isBroken(left: InlineLink, right: InlineLink, plural: boolean): boolean {
  if (left.url !== undefined && right.url !== undefined) return left.url === right.url;
  if (!plural) return true;
  return unfinished.test(left.text) || isOpen(left.text) || /^[\p{Ll},.;:)]/u.test(right.text);
}

/** Takes the runs a text begins with. What stands between two runs of one list may be `;`, `,`, `|`. */
function takeRuns(raw: string, plural: boolean): RelatedLine {
  const links: InlineLink[] = [];
  let rest = raw;
  let separated = true;
  for (let found = run.exec(rest); found !== null; found = run.exec(rest)) {
    const [link] = readInline(found[1] ?? '').links;
    rest = rest.slice(found[0].length);
    const last = links.at(-1);
    if (link !== undefined) {
      if (last !== undefined && !separated && isBroken(last, link, plural)) {
        const text = joinBroken([last.text, link.text]);
        const url = last.url ?? link.url;
        links[links.length - 1] = url === undefined ? { text } : { text, url };
      } else {
        links.push(link);
      }
    }
    const between = /^\s*[;,|/](?=\s*(?:<|\[))/.exec(rest);
    separated = between !== null;
    if (between !== null) rest = rest.slice(between[0].length);
  }
  // A full stop that closed the title is no text of its own.
  return {
    links,
    rest: /[\p{L}\p{N}]/u.test(rest) ? tidySpace(rest).replace(/^[.;,|]\s*/, '') : '',
  };
}

/**
 * The related titles a text begins with, and what follows them.
 *
 * @param raw a line that {@link isRelatedLabel} accepts, with the lines that go on with it
 */
export function readRelatedLine(raw: string): RelatedLine {
  const found = label.exec(raw);
  const opened = found?.[0] ?? '';
  const taken = takeRuns(raw.slice(opened.length), several.test(opened));
  if (taken.links.length > 0 || taken.rest === '') return taken;
  // Without markup the line is the title: where it would end is not known.
  const { text } = readInline(taken.rest);
  return text.length <= longestTitle ? { links: [{ text }], rest: '' } : taken;
}

/** Titles that stand alone below a label: a line of nothing but runs. */
export function readRelatedItem(raw: string): InlineLink[] | undefined {
  const taken = takeRuns(raw, true);
  return taken.links.length > 0 && taken.rest === '' ? taken.links : undefined;
}
