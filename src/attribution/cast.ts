// Who is who in a story: full names for surnames, speakers for pronouns, one entry for each source.

import { agrees } from './english/lexicon.ts';
import type { Subject } from './types.ts';

/** Somebody or something that the story names, under the fullest name it gives. */
export interface Member {
  kind: 'person' | 'organisation' | 'document' | 'unnamed';
  name: string;
  role?: string;
  noun?: string;
}

/** A member, and whether only a pronoun or a noun pointed there. */
export interface Resolved {
  member: Member;
  inferred: boolean;
}

const sure = (member: Member | undefined) => member && { member, inferred: false };
const inferred = (member: Member | undefined) => member && { member, inferred: true };

/** More than any story names; bounds the work on hostile text. */
const mostMembers = 400;
/** How many of the last spoken of are looked at for a pronoun. */
const memory = 12;

/** A name as it is compared, with its words and the first letters of those that count. */
interface Folded {
  text: string;
  words: string[];
  initials: string;
}

/** Every name is compared with every other: each is taken apart once. */
const foldedNames = new Map<string, Folded>();
const mostFolded = 2000;

function folded(name: string): Folded {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  const text = name.toLowerCase().replaceAll('’', "'").replace(/['.]/g, '');
  const words = text.split(/\s+/);
  const initials = words
    .filter((word) => !/^(?:of|the|for|and)$/.test(word))
    .map((word) => word[0] ?? '')
    .join('');
  if (foldedNames.size >= mostFolded) foldedNames.clear();
  const told = { text, words, initials };
  foldedNames.set(name, told);
  return told;
}

const fold = (name: string): string => folded(name).text;
const lastWord = (text: string): string => fold(text.split(' ').at(-1) ?? '');
const singular = (noun: string): string => noun.replace(/(?<=[^s])s$/, '');

/** Whether one name is the other, shortened: "Heron Network" of "Fenland Heron Network". */
export function isShorter(short: string, long: string): boolean {
  const [part, whole] = [folded(short), folded(long)];
  if (part.words.length >= whole.words.length) return false;
  if (part.words.length === 1 && /^\p{Lu}{2,}$/u.test(short)) return whole.initials === part.text;
  return part.words.every((word) => whole.words.includes(word));
}

/** The persons, organisations, documents and unnamed of one story. */
export class Cast {
  readonly #members: Member[] = [];
  /** By last word of the name. */
  readonly #persons = new Map<string, Member>();
  /** Those spoken of, the latest last. */
  #recent: Member[] = [];
  /** Organisations that were only named: "the company" may be one of them, "it" is not. */
  #named: Member[] = [];

  /** Takes in a name the story gives, before it is known who says something. */
  introduce({ kind, name, role, noun }: Subject): void {
    if (kind === 'organisation') {
      const known = this.#organisation(name);
      if (known === undefined) this.#add({ kind, name, ...(noun === undefined ? {} : { noun }) });
      else {
        if (isShorter(known.name, name)) known.name = name;
        if (noun !== undefined) known.noun ??= noun;
      }
    }
    if (kind === 'organisation') {
      // "A caterer called Bright Table" tells that the name is no person's.
      const person = this.#members.find(
        (member) => member.kind === 'person' && member.name === name,
      );
      if (person !== undefined) this.#persons.delete(lastWord(name));
    }
    // A bare surname introduces nobody, unless a title does.
    if (kind !== 'person' || (!name.includes(' ') && role === undefined)) return;
    if (this.#members.some((member) => member.kind === 'organisation' && member.name === name))
      return;
    const known = this.#persons.get(lastWord(name));
    if (known === undefined || (!known.name.includes(' ') && name.includes(' '))) {
      const member: Member = known ?? { kind, name };
      member.name = name;
      if (known === undefined) this.#add(member);
      this.#persons.set(lastWord(name), member);
      this.#giveRole(member, role, noun);
    } else if (known.name === name) this.#giveRole(known, role, noun);
  }

  #giveRole(member: Member, role: string | undefined, noun: string | undefined): void {
    if (role !== undefined) member.role ??= role;
    if (noun !== undefined && noun !== 'mr') member.noun ??= noun;
  }

  #add(member: Member): Member {
    if (this.#members.length < mostMembers) this.#members.push(member);
    return member;
  }

  #organisation(name: string): Member | undefined {
    return this.#members.find(
      (member) =>
        member.kind === 'organisation' &&
        (fold(member.name) === fold(name) ||
          isShorter(name, member.name) ||
          isShorter(member.name, name)),
    );
  }

  readonly #met = new Set<Member>();

  /** Whether the story names a member for the first time, told once. */
  meets(member: Member): boolean {
    const isNew = !this.#met.has(member);
    this.#met.add(member);
    return isNew;
  }

  /** Remembers who is spoken of, for the pronouns that follow. */
  speakOf(member: Member): void {
    this.#recent = [...this.#recent.filter((other) => other !== member), member].slice(-memory);
  }

  /** Remembers an organisation that a sentence names beside whom it is about. */
  name(member: Member): void {
    this.#named = [...this.#named.filter((other) => other !== member), member].slice(-memory);
  }

  #latest(fits: (member: Member) => boolean): Member | undefined {
    return this.#recent.findLast(fits);
  }

  /**
   * The member that a subject names or points to. Undefined where it cannot be told: a pronoun with
   * nobody before it, a surname that nobody introduced.
   */
  resolve(subject: Subject): Resolved | undefined {
    switch (subject.kind) {
      case 'pronoun':
        return inferred(this.#pronoun(subject.name));
      case 'person':
        return sure(this.#person(subject));
      case 'organisation':
        return this.#body(subject);
      case 'document':
        return sure(this.#family(subject) ?? this.#sameNoun(subject) ?? this.#new(subject));
      case 'unnamed':
        return (
          inferred(this.#pointedAt(subject)) ?? sure(this.#sameNoun(subject) ?? this.#new(subject))
        );
    }
  }

  /** "Poll said", of Ana Poll: a noun that opens a sentence may be a name. */
  #family({ name, noun, definite }: Subject): Member | undefined {
    return name === noun && definite !== true ? this.#persons.get(fold(name)) : undefined;
  }

  #pronoun(name: string): Member | undefined {
    if (name === 'it') return this.#latest(({ kind }) => kind === 'organisation');
    if (/^(?:they|они)$/.test(name)) {
      const last = this.#recent.at(-1);
      const several = last?.kind === 'unnamed' && isSeveral(last);
      return several || last?.kind === 'organisation' ? last : undefined;
    }
    return this.#latest(
      (member) =>
        (member.kind === 'person' && agrees(name, member.name, member.role)) ||
        (member.kind === 'unnamed' && !isSeveral(member)),
    );
  }

  #person({ name, role, noun }: Subject): Member | undefined {
    const called = this.#members.find(
      (member) => member.kind === 'organisation' && member.name === name,
    );
    if (called !== undefined && name.includes(' ')) return called;
    const known = this.#persons.get(lastWord(name));
    if (
      known !== undefined &&
      (known.name === name ||
        !name.includes(' ') ||
        isShorter(name, known.name) ||
        isShorter(known.name, name))
    ) {
      this.#giveRole(known, role, noun);
      return known;
    }
    if (!name.includes(' ')) {
      const body = this.#members.find(
        (member) =>
          member.kind === 'organisation' && fold(member.name).split(/[\s-]/).includes(fold(name)),
      );
      if (body !== undefined) return body;
      if (role === undefined && noun !== 'mr') return undefined;
    }
    const member: Member = { kind: 'person', name };
    this.#giveRole(member, role, noun);
    this.#persons.set(lastWord(name), member);
    return this.#add(member);
  }

  #body(subject: Subject): Resolved | undefined {
    const { name, noun, definite } = subject;
    // "VanderMoss" may look like a firm's name, and is Ana VanderMoss's.
    const person =
      noun === undefined && !name.includes(' ') ? this.#persons.get(fold(name)) : undefined;
    if (person !== undefined) return { member: person, inferred: false };
    const named = /\p{Lu}/u.test(name);
    if (!named && (definite === true || name === noun)) {
      const called = this.#members.find(
        (member) =>
          member.kind === 'organisation' &&
          member.name !== name &&
          (member.noun === noun ||
            fold(member.name)
              .split(' ')
              .includes(noun ?? '')),
      );
      const general =
        /^(?:company|firm|group|organi[sz]ation|charity|ngo|retailer|carmaker|brewer|operator|manufacturer|club|agency|outlet|publisher|start-?up|maker)$/.test(
          noun ?? '',
        );
      const member =
        called ??
        (general
          ? (this.#latest(({ kind }) => kind === 'organisation') ?? this.#named.at(-1))
          : undefined);
      if (member !== undefined) return { member, inferred: true };
    }
    // "The LGBT rights NGO" is the one network whose name shares a word.
    const known =
      this.#organisation(name) ??
      (named && noun !== undefined ? this.#sharesWord(subject) : undefined);
    if (known !== undefined) {
      if (isShorter(known.name, name) && named) known.name = name;
      return {
        member: known,
        inferred: fold(known.name) !== fold(name) && !isShorter(name, known.name),
      };
    }
    return { member: this.#new(subject), inferred: false };
  }

  #sharesWord({ name, noun }: Subject): Member | undefined {
    const words = name
      .split(' ')
      .filter((word) => /^\p{Lu}/u.test(word))
      .map(fold)
      .filter((word) => word !== noun);
    if (words.length === 0) return undefined;
    return this.#members.find(
      (member) =>
        member.kind === 'organisation' &&
        /\p{Lu}/u.test(member.name) &&
        words.every((word) => folded(member.name).words.includes(word)),
    );
  }

  /** "The mayor", "his lawyer": the person whom the story gives that role. */
  #pointedAt({ noun, definite, name }: Subject): Member | undefined {
    if (noun === undefined) return undefined;
    if (noun === 'them')
      return this.#latest(({ kind, noun: of = '' }) => kind === 'unnamed' && /s$|people/.test(of));
    if (/^(?:a|one|another|two|three|some|several|many)\b/.test(name) || noun.endsWith('s'))
      return undefined;
    const persons = this.#members.filter(
      ({ kind, noun: role }) => kind === 'person' && role === noun,
    );
    const [only, ...others] = persons;
    if (only !== undefined && others.length === 0 && (definite === true || isPlain(name, only)))
      return only;
    return definite === true
      ? this.#latest(
          (member) =>
            persons.includes(member) || (member.kind === 'unnamed' && member.noun === noun),
        )
      : undefined;
  }

  #sameNoun({ kind, name, noun, definite }: Subject): Member | undefined {
    const same = this.#members.find(
      (member) =>
        member.kind === kind &&
        (fold(member.name) === fold(name) ||
          (noun !== undefined &&
            member.noun !== undefined &&
            singular(member.noun) === singular(noun) &&
            (definite === true ||
              name === noun ||
              isShorter(name, member.name) ||
              isShorter(member.name, name)))),
    );
    if (same !== undefined && isShorter(same.name, name)) same.name = name;
    return same;
  }

  #new({ kind, name, role, noun }: Subject): Member {
    return this.#add({
      kind: kind === 'pronoun' ? 'unnamed' : kind,
      name,
      ...(role === undefined ? {} : { role }),
      ...(noun === undefined ? {} : { noun }),
    });
  }
}

function isSeveral({ noun = '' }: Member): boolean {
  return /s$|people|police|(?:wo)?men$|children|media|[иы]е?$/.test(noun);
}

/** "regional governor" may be Governor Ana Teller; "a former governor" is somebody else. */
function isPlain(name: string, { role = '' }: Member): boolean {
  const words = name.split(' ');
  return (
    words.length <= 3 &&
    (words.length === 1 || fold(role).split(' ').length === 1) &&
    !/^(?:former|senior|another|other|rival|one)\b/.test(name)
  );
}
