// Reads the noun phrases that name a source: "lawyer Ana Teller", "two officials", "a study by …".

import type { Token } from '../text.ts';
import type { Subject } from '../types.ts';
import {
  bodyIntroductions,
  bodyName,
  dayOrMonth,
  determiners,
  isBody,
  isDocument,
  isRole,
  isUnnamed,
  isVerb,
  opener,
  pronouns,
  stops,
  title,
  titleQualifier,
} from './lexicon.ts';

/** A phrase with the index of the token after it. */
export interface Phrase {
  subject: Subject;
  next: number;
}

const capital = /^\p{Lu}/u;
const particle = /^(?:de|da|di|du|del|der|den|van|von|bin|ibn|al|el|la|le|dos|ben)$/;
/** Stand between the words of an organisation's name. */
const joiner = /^(?:of|for|and|&|the|on|in)$/;
/** Begin names of bodies that go on with "of" or "for". */
const founding =
  /^(?:Friends|Doctors|Mothers|Reporters|Citizens|Students|Women|Workers|Campaign|Republic|Kingdom|Chamber|State|States|Families|Lawyers|Physicians|Teachers|Sons|Daughters|Order|School|Faculty)$/;
/** Laws and charters "say" much, and nobody is asked. */
const law =
  /^(?:Declaration|Constitution|Act|Bill|Treaty|Bible|Amendment|Law|Code|Charter|Gospel|Accord|Convention)$/;
/** Longer runs are lists, headlines or nonsense. */
const longestRun = 10;

export const isCapital = (token: Token | undefined): boolean =>
  token?.kind === 'word' && capital.test(token.text);

const isNumber = (text: string): boolean => /^\d/.test(text);

/** Whether a run of capitalised words names an organisation rather than a person. */
function isOrganisation(words: readonly string[], afterThe: boolean): boolean {
  if (words.length === 1) {
    const [only = ''] = words;
    return (
      afterThe ||
      /^[A-Z]{2,8}$/.test(only) ||
      bodyName.test(only) ||
      (/\p{Ll}\p{Lu}/u.test(only) && !/^(?:De|Mc|Mac|Le|La|Di|Du|Van|Von|Fitz)\p{Lu}/u.test(only))
    );
  }
  return (
    afterThe ||
    words.some(
      (word, at) => joiner.test(word) || (at < words.length - 1 && /['’]s?$/.test(word)),
    ) ||
    words.some((word, at) => at > 0 && bodyName.test(word)) ||
    // "NARAL Pro-Choice Virginia"; not "Henry VIII".
    words.some((word) => /^\p{Lu}{3,}$/u.test(word) && !/^[IVX]+$/.test(word)) ||
    // A country speaks as its government does.
    /^(?:University|Bank|Ministry|Institute|Greater|National|International|United|Radio|North|South|East|West|New|Saudi|Great|Hong|Costa|Sierra|Sri|Puerto|Czech|Central)$/.test(
      words[0] ?? '',
    )
  );
}

const withoutPossession = (word: string): string =>
  word.replace(/['’]s$/u, '').replace(/(?<=s)['’]$/u, '');

/** A name with its titles: "Detective Sergeant Colin Abbey". */
function named(words: readonly string[], role: string, afterThe: boolean): Subject | undefined {
  let names = [...words];
  // "Both Ana Teller and …"
  while (names.length > 1 && determiners.has(names[0]?.toLowerCase() ?? '')) names.shift();
  let titles: string[] = [];
  const lastTitle = names.slice(0, -1).findLastIndex((word) => title.test(word.replace('.', '')));
  const startsTitled =
    lastTitle >= 0 &&
    names
      .slice(0, lastTitle + 1)
      .every(
        (word) => title.test(word.replace('.', '')) || titleQualifier.test(word.replace(/\.$/, '')),
      );
  const afterRole = names.findIndex(
    (word, at) => at < names.length - 1 && isRole(word.toLowerCase()),
  );
  if (startsTitled) {
    titles = names.slice(0, lastTitle + 1);
    names = names.slice(lastTitle + 1);
  } else if (lastTitle > 0 && lastTitle <= 3 && names.length - lastTitle <= 4) {
    // "Chechen Minister Ana Teller": what qualifies the title is a name of its own.
    titles = names.slice(0, lastTitle + 1);
    names = names.slice(lastTitle + 1);
  } else if (afterRole >= 0 && afterRole <= 5 && names.length - afterRole <= 4) {
    titles = names.slice(0, afterRole + 1);
    names = names.slice(afterRole + 1);
  }
  if (names[0] !== undefined && joiner.test(names[0])) {
    // "Secretary of State Ana Teller".
    const of = names.findIndex((word) => capital.test(word));
    titles.push(...names.slice(0, of + 1));
    names = names.slice(of + 1);
  }
  if (names.length === 0) return undefined;
  const name = names.map(withoutPossession).join(' ');
  const told = [role, titles.join(' ').replace(/^(?:Mrs?|Ms|Miss|Sir|Dame|Lord|Lady|Dr)\.?$/, '')]
    .filter((part) => part !== '')
    .at(0);
  if (titles.length === 0 && role === '' && isOrganisation(names, afterThe)) {
    return names.length <= 8 ? { kind: 'organisation', name } : undefined;
  }
  if (names.length > 4 || names.some((word) => joiner.test(word))) return undefined;
  // "Mr. Moss" is somebody, if nobody else has that name; a bare "Moss" may be a town.
  const polite = titles.length > 0 && told === undefined ? 'mr' : undefined;
  const noun = told?.split(' ').at(-1)?.toLowerCase() ?? polite;
  return {
    kind: 'person',
    name,
    ...(told === undefined ? {} : { role: told }),
    ...(noun === undefined ? {} : { noun }),
  };
}

/** What a run of words, article apart, names; undefined where it names no source. */
function interpret(words: readonly string[], article: string): Subject | undefined {
  const owned = words.findLastIndex(
    (word, at) => at < words.length - 1 && /(?:['’]s|s['’])$/u.test(word),
  );
  const own = words.slice(owned + 1);
  const [last = ''] = own.slice(-1);
  const pointing = /^(?:the|his|her|its|their|this|that|these|those)$/.test(article) || owned >= 0;
  // "Neighbours said": what begins a sentence is no name for that.
  const common =
    last === 'NGO' ||
    (own.length === 1 && (isUnnamed(last.toLowerCase()) || isDocument(last.toLowerCase())));
  if (capital.test(last) && !common) {
    let first = own.length;
    while (first > 0) {
      const word = own[first - 1] ?? '';
      const joins =
        first < own.length &&
        (particle.test(word) || joiner.test(word)) &&
        capital.test(own[first - 2] ?? '');
      if (!capital.test(word) && !joins) break;
      first -= 1;
    }
    const names = own.slice(first);
    const before = own.slice(0, first);
    if (dayOrMonth.test(names[0] ?? '') && names.length === 1) return undefined;
    // "The Delaware Democrat": a person whom the story has named.
    if (own.length > 1 && /^(?:Democrat|Republican|Conservative|Liberal)s?$/.test(last)) {
      if (article === 'the')
        return last.endsWith('s') ? undefined : { kind: 'pronoun', name: 'the one' };
      return { kind: 'unnamed', name: own.join(' '), noun: last.toLowerCase() };
    }
    const [headWord = ''] = names.filter(
      (_, at) => at === names.length - 1 || joiner.test(names[at + 1] ?? ''),
    );
    if (article === 'the' && law.test(headWord)) return undefined;
    const noun = before.at(-1)?.toLowerCase();
    if (noun === undefined) {
      // "Hopwell's Ana Teller" is a person, "the Pensioners' League" an organisation.
      if (owned >= 0 && bodyName.test(last)) {
        return { kind: 'organisation', name: words.join(' ') };
      }
      return named(names, '', article === 'the' && owned < 0);
    }
    if (isRole(noun)) {
      const role = before.slice(-5).join(' ');
      return named(names, role, false);
    }
    if (bodyIntroductions.has(noun)) {
      return { kind: 'organisation', name: names.map(withoutPossession).join(' '), noun };
    }
    return undefined;
  }
  const noun = last.toLowerCase();
  if (own.slice(0, -1).some((word) => notModifier(word))) return undefined;
  const name = (owned >= 0 ? words : own).join(' ');
  const definite = pointing && own.length === 1;
  const told = { name: lowerOpening(name), noun, ...(definite ? { definite } : {}) };
  if (isDocument(noun)) return { kind: 'document', ...told };
  if (/^(?:office|team|camp|campaign|administration)$/.test(noun)) {
    if (owned >= 0) return { kind: 'unnamed', ...told };
    if (/^(?:his|her|their)$/.test(article)) return undefined;
  }
  if (isBody(noun) && !/^(?:a|an|some|several)$/.test(article)) {
    return { kind: 'organisation', ...told };
  }
  if (isUnnamed(noun) || isBody(noun)) return { kind: 'unnamed', ...told };
  return undefined;
}

/** A verb or an article between a noun and its beginning: two phrases, not one. */
function notModifier(word: string): boolean {
  if (capital.test(word)) return false;
  return (
    isVerb(word) || /^(?:each|every|any|more|less|no|the|a|an|his|her|its|their|our|my)$/.test(word)
  );
}

/** "Neighbours" at a sentence's start is a common noun all the same. */
function lowerOpening(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const common =
    isUnnamed(first.toLowerCase()) || isDocument(first.toLowerCase()) || opener.test(first);
  const plain =
    /^(?:Local|Senior|Union|Court|Some|Internal|Former|Port|Rights|Medical|Health)$/.test(first);
  return common || (plain && rest.length > 0) ? [first.toLowerCase(), ...rest].join(' ') : name;
}

/** The words of a phrase from `at` on, before anything that ends one. */
function runFrom(tokens: readonly Token[], at: number, end: number, afterThe = false): Token[] {
  const run: Token[] = [];
  for (let i = at; i < end && run.length < longestRun; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    const before = run.at(-1);
    const joins =
      before !== undefined &&
      isCapital(before) &&
      isCapital(tokens[i + 1]) &&
      (particle.test(token.lower) ||
        token.text === '&' ||
        (/^(?:of|for)$/.test(token.lower) &&
          (afterThe ||
            bodyName.test(before.text) ||
            title.test(before.text) ||
            founding.test(before.text))));
    // "The Office of the Director"
    const ofThe =
      token.lower === 'of' &&
      before !== undefined &&
      bodyName.test(before.text) &&
      tokens[i + 1]?.lower === 'the' &&
      isCapital(tokens[i + 2]);
    // "Committee for the Rescue of Birds"
    const deep =
      token.lower === 'the' &&
      before !== undefined &&
      /^(?:of|for)$/.test(before.lower) &&
      isCapital(tokens[i + 1]);
    if (token.kind === 'quote' || (token.kind === 'sign' && !joins)) break;
    if (!joins && !deep && !ofThe && stops.has(token.lower) && !isAcronym(token.text)) break;
    // "June Farrow" and "May Stroud" are people.
    if (dayOrMonth.test(token.text) && !(isCapital(tokens[i + 1]) && !token.text.endsWith('day')))
      break;
    run.push(token);
  }
  return run;
}

/** `US`, `IT`, `WHO`: not the small words they look like. */
const isAcronym = (text: string): boolean => /^\p{Lu}{2,}$/u.test(text);

/**
 * The phrase that begins at a token, read as far as it goes: article, owner, what qualifies, name
 * or noun. What belongs to it behind a preposition is read by {@link withTail}.
 */
export function readPhrase(tokens: readonly Token[], at: number, end: number): Phrase | undefined {
  const first = tokens[at];
  if (first === undefined || at >= end || first.kind !== 'word') return undefined;
  if (pronouns.has(first.lower)) {
    return { subject: { kind: 'pronoun', name: first.lower }, next: at + 1 };
  }
  if (
    /^(?:one|two|three|some|several|many|most|both|another)$/.test(first.lower) &&
    tokens[at + 1]?.lower === 'of'
  ) {
    if (/^(?:them|us)$/.test(tokens[at + 2]?.lower ?? '')) {
      return {
        subject: { kind: 'unnamed', name: `${first.lower} of them`, noun: 'them', definite: true },
        next: at + 3,
      };
    }
    const inner = readPhrase(tokens, at + 2, end);
    if (inner?.subject.kind !== 'unnamed') return undefined;
    const name = `${first.lower} of the ${inner.subject.name}`;
    return { subject: { ...inner.subject, name, definite: true }, next: inner.next };
  }
  let from = at;
  let article = '';
  while (
    from < end &&
    determiners.has(tokens[from]?.lower ?? '') &&
    !/^(?:one|some|most|many|both|others?)$/.test(article)
  ) {
    const lower = tokens[from]?.lower ?? '';
    // Numbers are part of the name: "two officials".
    if (!/^(?:the|a|an|his|her|its|their|our|my)$/.test(lower)) break;
    article = lower;
    from += 1;
  }
  const run = runFrom(tokens, from, end, article === 'the');
  if (
    article === '' &&
    run.length > 0 &&
    opener.test(run[0]?.text ?? '') &&
    !determiners.has(run[0]?.lower ?? '') &&
    !isRole(run[0]?.lower ?? '')
  ) {
    return undefined;
  }
  for (let length = run.length; length > 0; length--) {
    const words = run.slice(0, length).map(({ text }) => text);
    if (isNumber(words.at(-1) ?? '') && !(words.at(-1) ?? '').endsWith('year-old')) continue;
    // "One said", "two said": people, of whom the story spoke before.
    // "The Ana Teller campaign" names her, not a body called so.
    const cut = run[length]?.text ?? '';
    const whole = cut === '' || !/^\p{Ll}/u.test(cut) || isVerb(cut);
    const subject =
      (run.length === 1 ? bareNumber(words) : undefined) ??
      interpret(words, article === 'the' && !whole ? '' : article);
    if (subject !== undefined) return { subject, next: from + length };
  }
  return undefined;
}

function bareNumber(words: readonly string[]): Subject | undefined {
  const [only = ''] = words;
  return words.length === 1 && /^(?:one|another|some|many|others)$/i.test(only)
    ? { kind: 'unnamed', name: only.toLowerCase(), noun: 'one' }
    : undefined;
}

const tailPreposition =
  /^(?:of|for|from|at|in|with|by|on|to|close|familiar|near|inside|within|among)$/;
/** Words of a tail that are kept in the name of what has no name. */
const longestTail = 9;

/** A phrase with what follows it behind prepositions: "a source close to the presidency". */
export function withTail(tokens: readonly Token[], phrase: Phrase, end: number): Phrase {
  const { subject } = phrase;
  let next = phrase.next;
  while (next < end && next - phrase.next < 24) {
    const token = tokens[next];
    if (token === undefined || !tailPreposition.test(token.lower)) break;
    let i = next + 1;
    while (
      i < end &&
      /^(?:to|with|the|a|an|his|her|its|their|this|that|one|two|three|of)$/.test(
        tokens[i]?.lower ?? '',
      )
    )
      i++;
    const run = runFrom(tokens, i, end);
    const verb = run.findIndex(({ text, lower }) => text === lower && isVerb(lower));
    const length = verb < 0 ? run.length : verb;
    if (length === 0) break;
    next = i + length;
    while (tokens[next]?.lower === 'and' && isCapital(tokens[next + 1]) && next + 1 < end) {
      next = next + 1 + runFrom(tokens, next + 1, end).length;
    }
  }
  if (next === phrase.next) return phrase;
  if (subject.kind !== 'unnamed' && subject.kind !== 'document') return { subject, next };
  const tail = tokens.slice(phrase.next, next).map(({ text }) => text);
  const kept =
    /^(?:of|for|from|by|at|close|familiar|in|inside|on)$/.test(tail[0]?.toLowerCase() ?? '') &&
    tail.length <= longestTail;
  const plain = { ...subject };
  // "The mayor of Gullport" says which: it points back to nobody.
  if (kept) {
    delete plain.definite;
    plain.name = `${subject.name} ${tail.join(' ')}`;
  }
  return { subject: plain, next };
}
