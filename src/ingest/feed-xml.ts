// RSS 2.0, RSS 1.0 and Atom as a stream of entries: names resolved, nothing expanded, one entry held.

import { Parser } from 'htmlparser2';
import { longestText } from './text.ts';

/** Why a file is no feed, or no whole one. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: 'bad-feed' | 'unknown-kind' | 'too-large';

  constructor(code: FeedError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** One element directly below an entry, or below the feed itself. */
export interface FeedField {
  /** `title`, `content:encoded`, `dc:creator`, …, under the usual prefix whatever the file's. */
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Its text; for XHTML the markup. Of an author the name. */
  text: string;
}

export interface FeedEntry {
  /** From 1. */
  number: number;
  kind: 'rss' | 'atom';
  fields: FeedField[];
  /** What the feed has said of itself before the entry. */
  feed: readonly FeedField[];
}

const prefixes = new Map<string, string>([
  ['http://www.w3.org/2005/atom', 'atom:'],
  ['http://purl.org/atom/ns#', 'atom:'],
  ['http://purl.org/rss/1.0/', ''],
  ['http://my.netscape.com/rdf/simple/0.9/', ''],
  ['http://purl.org/rss/1.0/modules/content/', 'content:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
  ['http://purl.org/dc/terms/', 'dcterms:'],
  ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:'],
  ['http://rssnamespace.org/feedburner/ext/1.0', 'feedburner:'],
  ['http://www.w3.org/1999/xhtml', 'xhtml:'],
]);

/** Deeper than any page. */
const deepest = 512;
/** What a feed says of itself before its entries. */
const mostFeedFields = 200;

const escaped: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => escaped[sign] ?? sign);

interface Open {
  name: string;
  /** Prefixes declared here, by prefix. */
  declared: ReadonlyMap<string, string>;
  /** Where its opening tag ends. */
  end: number;
}

/** Takes a feed in pieces and gives out its entries as they are complete. */
export class FeedReader {
  readonly #parser: Parser;
  readonly #open: Open[] = [];
  readonly #feed: FeedField[] = [];
  #kind: 'rss' | 'atom' | undefined;
  #ready: FeedEntry[] = [];
  #number = 0;
  #entry: FeedField[] | undefined;
  #entryDepth = 0;
  #field: FeedField | undefined;
  #fieldDepth = 0;
  #inName = false;
  #size = 0;
  #problem: FeedError | undefined;
  #closedRoot = false;
  /** Characters since the parser last gave anything: it holds a CDATA section until its end. */
  #waiting = 0;

  constructor() {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#guard(() => this.#opened(name, attributes)),
        onclosetag: (name, implied) => this.#guard(() => this.#closed(name, implied)),
        ontext: (text) => this.#guard(() => this.#text(text)),
        onprocessinginstruction: (_name, data) =>
          this.#guard(() => {
            // No feed needs one, and what it stands for may be gigabytes, or a file of this machine.
            if (/<?!ENTITY/i.test(data)) {
              throw new FeedError(
                'bad-feed',
                'it declares entities of its own, which are not read',
              );
            }
          }),
      },
      { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
    );
  }

  /** How many entries have begun. */
  get entries(): number {
    return this.#number;
  }

  #guard(work: () => void): void {
    this.#waiting = 0;
    if (this.#problem !== undefined) return;
    try {
      work();
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      this.#problem = error;
    }
  }

  /** A name under the usual prefix of its namespace. */
  #resolve(name: string): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const local = name.slice(colon + 1);
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const uri = this.#open[at]?.declared.get(prefix);
      if (uri === undefined) continue;
      const usual = prefixes.get(uri.trim().toLowerCase());
      return usual === undefined ? name : `${usual}${local}`;
    }
    return name;
  }

  #opened(name: string, attributes: Record<string, string>): void {
    const declared = new Map<string, string>();
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'xmlns') declared.set('', value);
      else if (key.startsWith('xmlns:')) declared.set(key.slice(6), value);
    }
    this.#open.push({ name, declared, end: this.#parser.endIndex });
    const depth = this.#open.length;
    if (depth > deepest) throw new FeedError('bad-feed', `elements are ${depth} deep`);
    const full = this.#resolve(name);
    const last = this.#open.at(-1);
    if (last !== undefined) last.name = full;
    if (depth === 1) {
      if (full === 'atom:feed') this.#kind = 'atom';
      else if (full === 'rss' || full === 'rdf:RDF') this.#kind = 'rss';
      else {
        const root = name.slice(0, 40);
        throw new FeedError('unknown-kind', `its first element is <${root}>, not of RSS or Atom`);
      }
      return;
    }
    if (this.#field !== undefined) {
      if (full === 'atom:name' && depth === this.#fieldDepth + 1) {
        this.#inName = true;
        this.#field.text = '';
      } else if (this.#isMarkup()) this.#add(`<${this.#tag(full)}${this.#written(attributes)}>`);
      return;
    }
    if (this.#entry === undefined && (full === 'atom:entry' || full === 'item')) {
      this.#entry = [];
      this.#entryDepth = depth;
      this.#number++;
      this.#size = 0;
    } else if (this.#entry !== undefined ? depth === this.#entryDepth + 1 : this.#isFeedField()) {
      this.#field = { name: full, attributes, text: '' };
      this.#fieldDepth = depth;
    }
  }

  /** Whether the element just opened says something of the feed. */
  #isFeedField(): boolean {
    const depth = this.#open.length;
    const of =
      this.#kind === 'atom' ? depth === 2 : depth === 3 && this.#open[1]?.name === 'channel';
    return of && this.#feed.length < mostFeedFields;
  }

  /** Whether what is in the field is XHTML rather than text. */
  #isMarkup(): boolean {
    return this.#field?.name === 'atom:content' && this.#field.attributes['type'] === 'xhtml';
  }

  #tag(full: string): string {
    return full.replace(/^.*:/, '');
  }

  #written(attributes: Record<string, string>): string {
    return Object.entries(attributes)
      .filter(([key]) => /^[a-z][\w-]*$/i.test(key) && key !== 'xmlns')
      .map(([key, value]) => ` ${key}="${escapeText(value)}"`)
      .join('');
  }

  #add(text: string): void {
    if (this.#field === undefined) return;
    this.#size += text.length;
    if (this.#size > longestText) {
      throw new FeedError('too-large', `an entry has more than ${longestText} characters`);
    }
    this.#field.text += text;
  }

  #text(text: string): void {
    if (this.#field === undefined) return;
    const isPerson =
      this.#kind === 'atom' && /^atom:(?:author|contributor)$/.test(this.#field.name);
    if (isPerson && !this.#inName) return;
    this.#add(this.#isMarkup() ? escapeText(text) : text);
  }

  #closed(name: string, implied: boolean): void {
    const depth = this.#open.length;
    const open = this.#open.pop();
    const full = open?.name ?? name;
    // The parser calls `<link/>` implied too; that one ends where it opens.
    if (implied && open?.end !== this.#parser.endIndex) {
      throw new FeedError('bad-feed', `the file ends, or is torn, within <${name.slice(0, 40)}>`);
    }
    if (depth === 1) this.#closedRoot = true;
    if (this.#field !== undefined) {
      if (depth > this.#fieldDepth) {
        if (full === 'atom:name') this.#inName = false;
        else if (this.#isMarkup()) this.#add(`</${this.#tag(full)}>`);
        return;
      }
      (this.#entry ?? this.#feed).push(this.#field);
      if (this.#entry === undefined) this.#size = 0;
      this.#field = undefined;
      return;
    }
    if (this.#entry !== undefined && depth === this.#entryDepth && this.#kind !== undefined) {
      this.#ready.push({
        number: this.#number,
        kind: this.#kind,
        fields: this.#entry,
        feed: this.#feed,
      });
      this.#entry = undefined;
    }
  }

  #take(): FeedEntry[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** Entries that are complete with these characters, and what is wrong from there on. */
  push(text: string): { entries: FeedEntry[]; problem: FeedError | undefined } {
    this.#waiting += text.length;
    if (this.#waiting > longestText) {
      this.#problem ??= new FeedError(
        'too-large',
        `more than ${longestText} characters in one piece`,
      );
    } else this.#parser.write(text);
    return { entries: this.#take(), problem: this.#problem };
  }

  /** At the end of the file. */
  end(): { entries: FeedEntry[]; problem: FeedError | undefined } {
    this.#parser.end();
    if (this.#problem === undefined && this.#kind === undefined) {
      this.#problem = new FeedError('unknown-kind', 'no element of RSS or Atom in it');
    } else if (this.#problem === undefined && !this.#closedRoot) {
      this.#problem = new FeedError('bad-feed', 'the file ends before the feed does');
    }
    return { entries: this.#take(), problem: this.#problem };
  }
}
