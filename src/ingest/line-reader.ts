// Gives every line of a saved article its role: headline, date, byline, picture, related, address or body.

import type { ArticleImage, Evidenced } from '../article/types.ts';
import { readByline } from './byline.ts';
import { readCaptionLine } from './caption-line.ts';
import { readDateLine } from './date-line.ts';
import type { Block, SourceLine } from './lines.ts';
import type { InlineLink } from './markup.ts';
import { joinBroken, readInline, stripBlockMarks } from './markup.ts';
import { readOriginalUrl, readUrlLabel } from './original-url.ts';
import { paragraphsOf, roleLines } from './paragraphs.ts';
import { isRelatedLabel, readRelatedItem, readRelatedLine } from './related-line.ts';
import type { Paragraph } from './repeats.ts';

/** Longer first lines are paragraphs. */
const longestTitle = 250;
/** A first line this long that ends in a full stop is a sentence, not a headline. */
const longestTitleSentence = 120;

/** What every date line and byline holds; asked first, as there may be a million lines. */
const mayHaveRole = /\d{4}|\bby\b|author|byline|автор/iu;

const wholeUrl = /^[a-z][a-z\d+.-]*:\/\/\S+$/i;
const ended = /[.!?…]["'”’»)\]]*$/;

/** Reads the lines of one saved article in order, and holds what has been found. */
export class LineReader {
  title: Evidenced | undefined;
  byline: Evidenced[] = [];
  published: Evidenced | undefined;
  modified: Evidenced | undefined;
  /** As written; checked once everything is read. */
  address: { written: string; line: number } | undefined;
  images: ArticleImage[] = [];
  related: InlineLink[] = [];
  body: Paragraph[] = [];
  /** A bare address on a line of its own, for files without a label. */
  #bareAddress: { written: string; line: number } | undefined;
  #first = true;
  #titleOpen = false;

  read(blocks: readonly Block[]): void {
    const used = new Set<SourceLine>();
    for (const [index, block] of blocks.entries()) {
      const lines = roleLines(block.filter((line) => !used.has(line)));
      this.#titleOpen = false;
      for (let next = 0; next < lines.length; ) {
        next = this.#readFrom(lines, next, blocks[index + 1], used);
      }
    }
    this.address ??= this.#bareAddress;
  }

  /** Gives the lines from `at` their roles, as far as they belong together; returns the next line. */
  #readFrom(
    lines: readonly SourceLine[],
    at: number,
    following: Block | undefined,
    used: Set<SourceLine>,
  ): number {
    const line = lines[at];
    if (line === undefined) return at + 1;
    const url = readUrlLabel(line.raw);
    if (url !== undefined) {
      return this.#readAddress({ ...line, raw: url.rest }, lines, at, following, used);
    }
    if (isRelatedLabel(line.raw)) return this.#readRelated(lines, at, following, used);
    if (this.#readHeadLine(line)) return at + 1;
    // What is left is body, or a picture: as many lines as have no role of their own.
    let end = at + 1;
    while (end < lines.length && !this.#hasRole(lines[end])) end++;
    for (const paragraph of paragraphsOf(lines.slice(at, end))) this.#readParagraph(paragraph);
    return end;
  }

  #hasRole(line: SourceLine | undefined): boolean {
    if (line === undefined) return false;
    if (readUrlLabel(line.raw) !== undefined || isRelatedLabel(line.raw)) return true;
    if (!mayHaveRole.test(line.raw)) return false;
    const { text } = readInline(line.raw);
    if (this.body.length > 1) return readDateLine(text)?.labelled === true;
    return readDateLine(text) !== undefined || readByline(text) !== undefined;
  }

  #readAddress(
    after: SourceLine,
    lines: readonly SourceLine[],
    at: number,
    following: Block | undefined,
    used: Set<SourceLine>,
  ): number {
    const below = lines.slice(at + 1);
    const found = readOriginalUrl(after, below, following);
    this.#first = false;
    this.address ??= { written: found?.written ?? '', line: found?.line ?? after.number };
    for (const line of found?.used ?? []) used.add(line);
    if (found?.rest !== undefined) {
      this.#readParagraph({ number: found.rest.line, raw: found.rest.text });
    }
    return at + 1 + below.filter((line) => used.has(line)).length;
  }

  #readRelated(
    lines: readonly SourceLine[],
    at: number,
    following: Block | undefined,
    used: Set<SourceLine>,
  ): number {
    const label = lines[at];
    if (label === undefined) return at + 1;
    const { links, rest } = readRelatedLine(label.raw);
    this.#first = false;
    this.related.push(...links);
    let next = at + 1;
    if (rest === '') {
      // Titles may go on below the label, a line each.
      const below = [...lines.slice(next), ...(next < lines.length ? [] : (following ?? []))];
      for (const line of below) {
        const items = readRelatedItem(line.raw);
        if (items === undefined) break;
        this.related.push(...items);
        used.add(line);
        if (next < lines.length) next++;
      }
      return next;
    }
    // The text behind the titles is a paragraph of the body, wrapped lines and all.
    while (next < lines.length && !this.#hasRole(lines[next])) next++;
    const behind = [{ number: label.number, raw: rest }, ...lines.slice(at + 1, next)];
    for (const paragraph of paragraphsOf(behind)) this.#readParagraph(paragraph);
    return next;
  }

  /** Title, date and byline; false when the line is none of them. */
  #readHeadLine(line: SourceLine): boolean {
    const { text } = readInline(stripBlockMarks(line.raw));
    const from = `line ${line.number}`;
    const inHead = this.body.length <= 1;
    const dates = readDateLine(text);
    if (dates !== undefined && (dates.labelled || (inHead && this.published === undefined))) {
      if (dates.published !== undefined) this.published ??= { value: dates.published, from };
      if (dates.modified !== undefined) this.modified ??= { value: dates.modified, from };
      this.#addByline(dates.byline, from);
      this.#first = this.#titleOpen = false;
      return true;
    }
    const byline = inHead && this.byline.length === 0 ? readByline(text) : undefined;
    if (
      byline !== undefined &&
      !(this.#first && this.title === undefined && !/^by\b/i.test(text))
    ) {
      this.#addByline(byline, from);
      this.#first = this.#titleOpen = false;
      return true;
    }
    return this.#readTitle(line, text, from);
  }

  #addByline(names: readonly string[] | undefined, from: string): void {
    if (this.byline.length > 0) return;
    this.byline = (names ?? []).map((value) => ({ value, from }));
  }

  #readTitle(line: SourceLine, text: string, from: string): boolean {
    if (text === '') return true;
    if (this.#titleOpen && this.title !== undefined) {
      // A headline that was wrapped goes on in lower case, or after an open end.
      const goesOn = /^\p{Ll}/u.test(text) || /[,:–—-]$/.test(this.title.value);
      this.#titleOpen = false;
      const longer = joinBroken([this.title.value, text]);
      if (goesOn && longer.length <= longestTitle) {
        this.title = { value: longer, from: this.title.from };
        return true;
      }
    }
    if (this.title !== undefined || this.body.length > 0 || text.length > longestTitle)
      return false;
    const sentence = /\.["'”’»)]*$/.test(text);
    const dated = this.published !== undefined;
    if (sentence && (dated || text.length > longestTitleSentence)) return false;
    if (wholeUrl.test(text)) return false;
    // The first line may be bold from end to end; only a later one can be a credit.
    if (readCaptionLine(line.raw, line.number, !this.#first) !== undefined && !this.#first)
      return false;
    this.title = { value: text, from };
    this.#first = false;
    this.#titleOpen = true;
    return true;
  }

  #readParagraph({ number: line, raw }: SourceLine): void {
    this.#first = false;
    const head = this.body.length <= 1;
    const image = readCaptionLine(raw, line, this.body.length === 0);
    if (image !== undefined) {
      const [last] = this.body;
      // A credit on its own below a line that is no sentence: that line was the caption.
      const captioned = head && image.caption === undefined && image.url === undefined;
      if (captioned && last !== undefined && this.body.length === 1 && !ended.test(last.text)) {
        image.caption = last.text;
        image.from = `line ${last.line}`;
        this.body.pop();
      }
      this.images.push(image);
      return;
    }
    const { text, links } = readInline(stripBlockMarks(raw));
    if (wholeUrl.test(text)) {
      this.#bareAddress = { written: text, line };
      return;
    }
    if (/[\p{L}\p{N}]/u.test(text)) this.body.push({ text, line, links });
  }
}
