// Lines of a block into paragraphs: tells text that was wrapped from text with a paragraph a line.

import { isCreditLine, readCaptionLine } from './caption-line.ts';
import type { SourceLine } from './lines.ts';
import { joinBroken } from './markup.ts';

/** A label in the middle of a line begins a line of its own. */
const inlineLabel =
  /\s+(?=[*_]{0,2}(?:related (?:article|story|coverage)s?[*_]{0,2}:\s*(?:<u>|<a\s|\[)|original url[*_]{0,2}:))/giu;

const ended = /[.!?…:]["'”’»)\]]*[*_]{0,2}$/;

/** Consecutive lines that are one, each group joined in one go. */
function joinGroups(groups: readonly (readonly SourceLine[])[]): SourceLine[] {
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    return [{ number: first.number, raw: joinBroken(group.map(({ raw }) => raw)) }];
  });
}

/** Lines in which an underlined text was opened and not closed go on with the next. */
function joinOpenLinks(lines: readonly SourceLine[]): SourceLine[] {
  const groups: SourceLine[][] = [];
  let open = false;
  for (const line of lines) {
    const last = groups.at(-1);
    if (open && last !== undefined) last.push(line);
    else groups.push([line]);
    const lower = line.raw.toLowerCase();
    const [opened, closed] = [lower.lastIndexOf('<u>'), lower.lastIndexOf('</u>')];
    if (opened !== closed) open = opened > closed;
  }
  return joinGroups(groups);
}

/** The lines of a block, one role each: labels that stand inside a line get a line of their own. */
export function roleLines(block: readonly SourceLine[]): SourceLine[] {
  return joinOpenLinks(
    block.flatMap((line) =>
      line.raw.split(inlineLabel).map((raw) => ({ number: line.number, raw })),
    ),
  );
}

/** A line that is complete: it ends a sentence or a picture's credit. */
function isComplete({ raw, number }: SourceLine): boolean {
  return (
    ended.test(raw) || (/[*_]{2}$/.test(raw) && readCaptionLine(raw, number, false) !== undefined)
  );
}

/**
 * Paragraphs of consecutive lines. Where every line but the last is complete each line is a
 * paragraph; else the text was wrapped and its lines are joined. A credit goes with the line above.
 */
export function paragraphsOf(lines: readonly SourceLine[]): SourceLine[] {
  const wrapped = lines.slice(0, -1).some((line, index) => {
    const next = lines[index + 1];
    return next !== undefined && !isComplete(line) && !isCreditLine(next.raw);
  });
  const groups: SourceLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last !== undefined && (wrapped || isCreditLine(line.raw))) last.push(line);
    else groups.push([line]);
  }
  return joinGroups(groups);
}
