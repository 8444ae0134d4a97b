// Bylines and dates as they stand in the lines around the headline, for a reader to see.

import type { Byline, Evidenced } from '../types.ts';
import { isPersonName, peopleIn, readBylineLine } from './byline.ts';
import { dateIn } from './date.ts';
import { type HeadLine, headLines } from './head-lines.ts';

export interface Visible {
  /** Names behind words that say so (`By`, `Автор:`), or in a line marked as the byline. */
  bylines: Byline[];
  published: Evidenced[];
  modified: Evidenced[];
}

/** Bylines and dates stand in short lines; longer ones are text. */
const longestLine = 160;
const running = 220;

const updatedWords =
  /updat|modif|edited|revis|correct|reviewed|current as of|changed|обновл|измен|исправ|онов|aktualisiert|geändert|stand:|actualizad|modificad|mis à jour|modifié|aggiornat|modificat|atualizad|zaktualizowan|aktualizacja/i;
const publishedWords =
  /publi|posted|issued|released|submitted|created|added|written|опубликован|размещ|оприлюднен|veröffentlicht|erschienen|erstellt|posté|pubblicat|postado|opublikowan|dodano/i;
const authorMark =
  /(?:^|[-_\s])(?:by-?line|authors?|writers?|contributors?|reporter|journalist|autor|auteur|autore)(?:$|[-_\s])/i;
const notNameMark =
  /(?:^|[-_\s])(?:bio|description|desc|image|avatar|job|role|position|social|follow|category|date|time|tags?|comments?|excerpt|summary)(?:$|[-_\s])/i;
/** Capitalised words of lines that are sections, calls and slogans rather than people. */
const commonWord =
  /\b(?:news|blog\w*|posts?|guides?|tools?|planning|marketing|strategy|insights?|page|read|share|print|email|save|all|our|your|the|this|it|how|what|why|best|top|new|more|about|contact|home|view|care|commerce|business|health|sports?|world|politics|opinion|culture|travel|life|lifestyle|technology|science|review|reviews|video|photos?|articles?|stories|story|features?|resources?|events?|learn|free|get|book|subscribe|listen|watch|follow|united|states|city|county|street|road|river|park)\b/i;
const authorPath =
  /\/(?:authors?|people|person|staff(?:_name)?|contributors?|profiles?|team|by|reporters?|journalists?|writers?|columnists?|autor(?:en|es|i)?|auteurs?|redaktion|producers|avtor|author\/[^/]+)\/[^/]|[?&]author=/i;

const sectionPath =
  /\/(?:categor(?:y|ies|ia|ie)|tags?|topics?|sections?|labels?|series|rubri\w*|archives?)(?:\/|$)|[?&](?:cat|tag|topic)=/i;

function bylinesIn(lines: readonly HeadLine[]): Byline[] {
  const said: Byline[] = [];
  const marked: Byline[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.text.length > longestLine) continue;
    const read = readBylineLine(line.text);
    if (read !== undefined) {
      const next = lines[at + 1];
      const names =
        read.labelOnly && next !== undefined && readBylineLine(next.text) === undefined
          ? peopleIn(next.text.slice(0, longestLine), true)
          : read.names;
      // Words such as "By" begin sentences too; those are not followed by a bare name.
      const plain = names.filter(
        (name) => isPersonName(name) || authorMark.test(line.names) || /^by /i.test(line.text),
      );
      const role = read.role === undefined ? {} : { role: read.role };
      said.push(...plain.map((value) => ({ value, from: 'byline by its words', ...role })));
      continue;
    }
    const people = peopleIn(line.text).filter(isPersonName);
    if (people.length > 0 && authorMark.test(line.names) && !notNameMark.test(line.own)) {
      marked.push(...people.map((value) => ({ value, from: 'line marked as byline' })));
      continue;
    }
    for (const { href, text, names } of line.links) {
      if (!isPersonName(text)) continue;
      if (authorPath.test(href) || authorMark.test(names)) {
        marked.push({ value: text, from: 'link to an author' });
      }
    }
    const within = /(?:^|\s)(?:by|von|par|por|автор:?)\s+(?=\p{Lu})(.+)$/iu.exec(line.text)?.[1];
    if (within !== undefined && dateIn(line.text) !== undefined) {
      const named = peopleIn(within).filter(isPersonName);
      said.push(...named.map((value) => ({ value, from: 'byline by its words' })));
    }
  }
  if (said.some(({ role }) => role === undefined)) return said;
  return [...(marked.length > 0 ? marked : besideDate(lines)), ...said];
}

function isDated(line: HeadLine | undefined): boolean {
  return line !== undefined && line.text.length <= 60 && dateIn(line.text) !== undefined;
}

/** A line that is nothing but a person's name, next to the date: a byline without its words. */
function besideDate(lines: readonly HeadLine[]): Byline[] {
  for (const [at, line] of lines.entries()) {
    if (line.text.length >= running && line.distance > 1) break;
    const isBeside = [-2, -1, 1, 2].some((step) => isDated(lines[at + step]));
    const date = dateIn(line.text);
    // "3 May 2021 · Ana Teller" is one line.
    const text =
      date !== undefined && date.start < 3 && line.text.length <= 80
        ? line.text.slice(date.end).replace(/^[\s|·•,–—-]+/u, '')
        : line.text;
    if ((!isBeside && date === undefined) || line.distance < 1) continue;
    // A section's name is a link too, and sometimes two words like a person's.
    if (line.links.some(({ href }) => sectionPath.test(href))) continue;
    const names = notNameMark.test(line.own) ? [] : peopleIn(text);
    const plain = names.every((name) => isPersonName(name) && !commonWord.test(name));
    if (names.length > 0 && plain && names.every((name) => name.split(' ').length <= 3)) {
      return names.map((value) => ({ value, from: 'name beside the date' }));
    }
  }
  return [];
}

function datesIn(lines: readonly HeadLine[]): Pick<Visible, 'published' | 'modified'> {
  const published: Evidenced[] = [];
  const unlabelled: Evidenced[] = [];
  const modified: Evidenced[] = [];
  let begun = false;
  for (const [at, line] of lines.entries()) {
    begun ||= line.distance > 0 && line.text.length >= running;
    if (line.text.length > longestLine) continue;
    let from = 0;
    for (let round = 0; round < 3; round += 1) {
      const rest = line.text.slice(from);
      const date = dateIn(rest);
      if (date === undefined) break;
      const before = rest.slice(0, date.start);
      const previous = lines[at - 1]?.text ?? '';
      const label = before.trim() === '' && previous.length <= 30 ? previous : before;
      const own = line.names.slice(0, 120);
      const beside = `${before}${rest.slice(date.end)}`.replace(/\P{L}+/gu, ' ').trim();
      if (updatedWords.test(label)) {
        modified.push({ value: date.value, from: 'visible line, marked as updated' });
      } else if (publishedWords.test(label) && (!begun || line.text.length <= 60)) {
        published.push({ value: date.value, from: 'visible line, marked as published' });
      } else if (/updat|modif/i.test(own)) {
        modified.push({ value: date.value, from: 'visible line, marked as updated' });
      } else if (!begun && beside.length <= 60 && line.distance <= 20) {
        unlabelled.push({ value: date.value, from: 'visible date line' });
      }
      from += date.end;
    }
  }
  return { published: [...published, ...unlabelled], modified };
}

/** Reads what stands around the headline. Nothing of it is certain to be there. */
export function readVisible(headline: Element | undefined): Visible {
  if (headline === undefined) return { bylines: [], published: [], modified: [] };
  const lines = headLines(headline);
  return { bylines: bylinesIn(lines), ...datesIn(lines) };
}
