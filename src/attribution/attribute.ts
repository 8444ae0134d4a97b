// Who says what in a story: its sources with their statements, or that its language is not read here.

import type { Article, ArticleLink, CitedSource, Statement } from '../article/types.ts';
import { Cast, type Member } from './cast.ts';
import { english } from './english/statements.ts';
import { languageRead } from './language.ts';
import { Positions } from './positions.ts';
import { russian } from './russian/statements.ts';
import { type Sentence, sentencesOf } from './text.ts';
import type { Found, Rules, SentenceReading } from './types.ts';

/** The sources of a story; none, and `analysed: false`, where nobody could have been found. */
export interface Attribution {
  /** Whether the text was searched: false for languages that have no rules here. */
  analysed: boolean;
  /** BCP 47, as the story states it or as its words tell; absent where unknown. */
  language?: string;
  /** In the order they first appear. A denial stands apart from the same source's other words. */
  sources: CitedSource[];
}

/** What of an {@link Article} is searched. */
export type StoryText = Pick<Article, 'paragraphs' | 'language' | 'links'>;

const rules: Record<'en' | 'ru', Rules> = { en: english, ru: russian };

/** More than any story has; what is beyond is not searched. In UTF-16 units. */
const mostText = 200_000;
const mostSources = 60;
const mostStatements = 40;
const longestQuote = 300;

interface Read {
  paragraph: number;
  sentence: Sentence;
  reading: SentenceReading;
}

/** Whom a story's text attributes its statements to. */
export function attribute({ paragraphs, language, links }: StoryText): Attribution {
  const read = languageRead(paragraphs, language?.value);
  const tag = language?.value ?? read;
  const told = tag === undefined ? {} : { language: tag };
  if (read === undefined) return { analysed: false, ...told, sources: [] };
  return { analysed: true, ...told, sources: findSources(paragraphs, links, rules[read]) };
}

/** The sources alone, see {@link attribute}. */
export function citedSources(story: StoryText): CitedSource[] {
  return attribute(story).sources;
}

function findSources(
  paragraphs: readonly string[],
  links: readonly ArticleLink[],
  readSentence: Rules,
): CitedSource[] {
  let budget = mostText;
  const read: Read[] = [];
  for (const [paragraph, text] of paragraphs.entries()) {
    budget -= text.length;
    if (budget < 0) break;
    for (const sentence of sentencesOf(text)) {
      read.push({ paragraph, sentence, reading: readSentence(sentence) });
    }
  }
  const cast = new Cast();
  for (const { reading } of read) for (const mention of reading.mentions) cast.introduce(mention);
  const collected = new Collected(new Positions(paragraphs), paragraphs, links);
  for (const [index, each] of read.entries()) readInOrder(each, read[index - 1], cast, collected);
  return collected.sources();
}

/** Takes in one sentence, after those before it: what is pointed to has been spoken of. */
function readInOrder(each: Read, before: Read | undefined, cast: Cast, collected: Collected): void {
  const { reading, sentence } = each;
  // Whoever is only named is less likely to be meant by "it" than who the sentence is about.
  for (const mention of reading.mentions) {
    if (mention.kind !== 'organisation') continue;
    const named = cast.resolve(mention);
    if (named?.member.kind === 'organisation') cast.name(named.member);
  }
  const topic = reading.topic === undefined ? undefined : cast.resolve(reading.topic);
  const brought = broughtIn(reading, cast);
  if (topic !== undefined) cast.speakOf(topic.member);
  else if (brought !== undefined && reading.found.length === 0) cast.speakOf(brought);
  if (reading.found.length === 0) {
    const [only, ...others] = sentence.tokens.filter(({ text }) => !/^[.!?…,]$/.test(text));
    // “I saw it,” she said. “I was there.”
    if (only?.kind === 'quote' && others.length === 0 && before?.paragraph === each.paragraph) {
      collected.goOn(each, only.text);
    }
    return;
  }
  let speaker: Member | undefined;
  for (const found of reading.found) {
    const resolved = cast.resolve(found.subject);
    if (resolved === undefined) continue;
    const { member, inferred } = resolved;
    const rests = found.restsOn === undefined ? undefined : cast.resolve(found.restsOn);
    collected.add(each, member, found, inferred, rests?.member);
    speaker = member;
  }
  if (speaker !== undefined) cast.speakOf(speaker);
}

/** The one person whom a sentence brings into the story, where it is about nobody else. */
function broughtIn({ mentions }: SentenceReading, cast: Cast): Member | undefined {
  const persons = mentions
    .filter(({ kind }) => kind === 'person')
    .flatMap((mention) => cast.resolve(mention)?.member ?? [])
    .filter((member) => cast.meets(member));
  return persons.length === 1 ? persons[0] : undefined;
}

/** Statements as they come in, gathered by who makes them. */
class Collected {
  readonly #entries: { member: Member; denies: boolean; statements: Statement[]; link?: string }[] =
    [];
  #last: { statement: Statement; entry: { statements: Statement[] } } | undefined;
  readonly #positions: Positions;
  readonly #paragraphs: readonly string[];
  readonly #links: readonly ArticleLink[];

  constructor(positions: Positions, paragraphs: readonly string[], links: readonly ArticleLink[]) {
    this.#positions = positions;
    this.#paragraphs = paragraphs;
    this.#links = links.filter(
      ({ url, text, kind }) => url !== '' && text.trim() !== '' && kind !== 'related',
    );
  }

  add(
    { paragraph, sentence }: Read,
    member: Member,
    found: Found,
    inferred: boolean,
    restsOn: Member | undefined,
  ): void {
    const denies = found.denies === true;
    let entry = this.#entries.find((each) => each.member === member && each.denies === denies);
    if (entry === undefined) {
      if (this.#entries.length >= mostSources) return;
      entry = { member, denies, statements: [] };
      this.#entries.push(entry);
    }
    if (entry.statements.length >= mostStatements) return;
    const quote = quoted(found.quote);
    const statement: Statement = {
      cue: found.cue,
      ...(denies ? { denies } : {}),
      ...(quote === undefined ? {} : { quote }),
      at: this.#positions.range(paragraph, sentence.start, sentence.end),
      ...(inferred ? { inferred } : {}),
      ...(restsOn === undefined || restsOn === member ? {} : { restsOn: restsOn.name }),
    };
    entry.statements.push(statement);
    this.#last = { statement, entry };
    const link = this.#linkIn(paragraph, sentence, member.name);
    if (link !== undefined) entry.link ??= link;
  }

  /** A quotation that goes on in a sentence of its own is the same speaker's. */
  goOn({ paragraph, sentence }: Read, text: string): void {
    const quote = quoted(text);
    if (this.#last?.statement.quote === undefined || quote === undefined) return;
    const { entry, statement } = this.#last;
    if (entry.statements.length >= mostStatements) return;
    const at = this.#positions.range(paragraph, sentence.start, sentence.end);
    entry.statements.push({ cue: statement.cue, quote, at, inferred: true });
  }

  /** The link whose words stand in the sentence: on the name or on the verb that attributes. */
  #linkIn(paragraph: number, { start, end }: Sentence, name: string): string | undefined {
    const text = this.#paragraphs[paragraph]?.slice(start, end) ?? '';
    const here = this.#links.filter((link) => text.includes(link.text));
    const named = here.find((link) => link.text.includes(name) || name.includes(link.text));
    return (named ?? here.find(({ kind }) => kind === 'source'))?.url;
  }

  sources(): CitedSource[] {
    return this.#entries.map(({ member, denies, statements, link }) => {
      const [first] = statements;
      const quote = statements.find((statement) => statement.quote !== undefined)?.quote;
      return {
        name: member.name,
        kind: member.kind,
        ...(member.role === undefined ? {} : { role: member.role }),
        ...(first === undefined ? {} : { cue: first.cue, at: first.at }),
        ...(denies ? { denies } : {}),
        ...(quote === undefined ? {} : { quote }),
        ...(link === undefined ? {} : { link }),
        statements,
      };
    });
  }
}

function quoted(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text.slice(0, longestQuote);
}
