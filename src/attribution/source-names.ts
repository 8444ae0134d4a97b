// Reads who a phrase names: a person with a role, an organisation, or people the story leaves unnamed.

export interface Subject {
  name: string;
  kind: 'person' | 'organisation' | 'unnamed';
  role?: string;
  /** The phrase opens its sentence. */
  opens: boolean;
}

const roles =
  'lawyer|attorney|solicitor|barrister|leader|minister|president|chancellor|spokesman|spokeswoman|spokesperson|mayor|governor|senator|director|head|chief|chair|chairman|chairwoman|secretary|commissioner|ambassador|envoy|judge|prosecutor|inspector|detective|sergeant|captain|officer|general|colonel|commander|professor|lecturer|researcher|scientist|biologist|historian|economist|analyst|expert|doctor|surgeon|nurse|teacher|headteacher|principal|engineer|activist|campaigner|coordinator|organiser|organizer|editor|reporter|journalist|correspondent|author|writer|artist|curator|coach|manager|owner|founder|partner|executive|CEO|farmer|fisherman|skipper|pilot|driver|resident|neighbour|neighbor|witness|survivor|councillor|councilor|lawmaker|MP|warden|keeper|ranger|harbourmaster|forecaster|candidate|adviser|advisor|bishop|priest|pastor|imam|rabbi';
const roleWord = new RegExp(`^(?:${roles})$`, 'i');
const titles =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|President|Prime|Vice|Deputy|Foreign|Interior|Defence|Defense|Finance|Health|Justice|Education|Environment|Minister|Chancellor|Mayor|Governor|Gov|Senator|Sen|Rep|Representative|Judge|Justice|Sheriff|Chief|Captain|Capt|Colonel|Col|General|Gen|Major|Sergeant|Sgt|Lieutenant|Detective|Inspector|Superintendent|Officer|Councillor|Councilor|Cllr|Sir|Dame|Lord|Lady|King|Queen|Prince|Princess|Pope|Bishop|Archbishop|Father|Reverend|Rev|Imam|Rabbi|Ambassador|Secretary|Coach|Attorney|Commissioner|Alderman|Alderwoman|Councilman|Councilwoman|Congressman|Congresswoman|Adviser|Advisor|Spokesman|Spokeswoman|Chairman|Chairwoman|Director|Secretary-General)\.?$/;
/** Words that only qualify a title: alone they are part of a name ("Foreign Policy"). */
const qualifier =
  /^(?:Prime|Vice|Deputy|Foreign|Interior|Defence|Defense|Finance|Health|Justice|Education|Environment)$/;
const organisationWord =
  /^(?:Network|Ministry|Agency|Party|University|College|Council|Police|Office|Institute|Committee|Union|Group|Company|Corporation|Inc|Ltd|Corp|Bank|Court|Department|Center|Centre|Association|Foundation|Organi[sz]ation|Times|News|Post|Gazette|Herald|Guardian|Journal|Chronicle|Tribune|Courier|Observer|Commission|Service|Services|Authority|Board|Club|Trust|Society|Federation|Assembly|Parliament|Senate|Congress|Government|Kremlin|Pentagon|Administration|Bureau|Church|Hospital|School|Army|Navy|Force|Forces|Guard|Fund|Alliance|Coalition|League|Watch|International|Partnership|Programme|Program|Laboratory|Museum|Observatory|Line|Lines|Ferries|Airlines|Railways|House|Survey|Policy|Media|Television|Radio|Press)$/;
/** The unnamed: people by what they are. */
const unnamed =
  /^(?:neighbou?rs?|officials?|witness(?:es)?|eyewitness(?:es)?|residents?|locals|villagers|activists?|campaigners?|prosecutors?|investigators?|detectives|authorities|sources?|experts?|analysts?|critics|lawyers?|attorneys?|relatives|parents|colleagues|friends|rescuers|firefighters|paramedics|medics|doctors|soldiers|protesters|organi[sz]ers|researchers|scientists|forecasters|economists|employees|workers|staff|passengers|crew|crews|survivors|supporters|opponents|diplomats|police|spokesman|spokeswoman|spokesperson|insiders|teachers|farmers|fishermen|skippers|unions)$/;
/** Capitalised at a sentence's start, and never part of a name. */
const opener =
  /^(?:The|A|An|In|On|At|By|For|From|But|And|Or|So|Yet|As|If|When|While|After|Before|Since|Until|Upon|During|Though|Although|Because|However|Meanwhile|Later|Earlier|Yesterday|Today|Now|Then|Still|Also|Once|Only|Even|Both|Many|Most|Some|Several|Two|Three|Four|Five|Six|Other|Another|All|One|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|This|That|These|Those|There|What|Who|Which|How|Why|Where|No|Not|Nor|With|Without|Last|Next|According|Asked|Speaking|Officials?|Police|Local|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;
const place = /^(?:North|South|East|West|New|United|Saint|St|Los|Las|San|Santa|Great|Upper|Lower)$/;

const capital = /^\p{Lu}/u;
const nameWord = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
const particle = /^(?:de|da|di|du|del|der|den|van|von|bin|ibn|al|el|la|le|of|for|and|the)$/;

function tokens(text: string): string[] {
  return text.split(/\s+/).filter((token) => token !== '');
}

/** Whether a run of capitalised words names an organisation rather than a person. */
function isOrganisation(words: readonly string[], afterThe: boolean): boolean {
  const [first = ''] = words;
  if (words.length === 1) {
    return (
      (/^[A-Z]{3,8}$/.test(first) && first !== 'NGO') ||
      /^(?:Kremlin|Pentagon|Parliament|Congress|Senate)$/.test(first)
    );
  }
  if (words.some((word) => organisationWord.test(word))) return true;
  return (
    afterThe ||
    words.some(
      (word) =>
        particle.test(word) &&
        !/^(?:de|da|di|du|del|der|den|van|von|bin|ibn|al|el|la|le)$/.test(word),
    )
  );
}

/** The role that stands before a name: "Chechen leader", "lawyer"; from its last noun backwards. */
function roleBefore(before: readonly string[]): string | undefined {
  const last = before.at(-1);
  if (last === undefined || !roleWord.test(last)) return undefined;
  const words = [last];
  for (const word of before.slice(0, -1).toReversed()) {
    const isModifier =
      /^\p{L}[\p{L}-]*$/u.test(word) &&
      !/^(?:the|a|an|and|or|of|for|by|with|to|from|in|on|at|as|that|who|his|her|its|their|our|my|said|says|told|when|while|but|is|was)$/i.test(
        word,
      ) &&
      !opener.test(word) &&
      !/(?:ing|ed)$/.test(word);
    if (!isModifier || words.length === 4) break;
    words.unshift(word);
  }
  return words.join(' ');
}

function isTitle(word: string): boolean {
  return titles.test(word) && !qualifier.test(word);
}

/** Takes a title off the front of a name: "US President", "Secretary of State". */
function takeTitle(words: string[]): string[] {
  let at = words.slice(0, -1).findLastIndex(isTitle);
  if (at < 0) return [];
  if (words[at + 1] === 'of' && words.length > at + 3) at += 2;
  return words.splice(0, at + 1);
}

/**
 * A person or organisation from a run of capitalised words and the words before it.
 *
 * @param before the text in front of the name, up to its sentence's start
 */
export function roleAndName(before: string, run: string): Subject | undefined {
  const words = tokens(run).map((word) => word.replace(/[’']s$/u, '').replace(/[,;:]$/, ''));
  const lead = tokens(before);
  const opens = lead.length === 0 || /[.!?]["”’)]*$/.test(lead.at(-1) ?? '');
  while (words.length > 0 && opener.test(words[0] ?? '')) words.shift();
  const titled = takeTitle(words);
  if (words.length === 0 || place.test(words[0] ?? '')) return undefined;
  const afterThe = /^the$/i.test(lead.at(-1) ?? '') || /^The\s/.test(run);
  const name = words.join(' ').replace(/\.$/, '');
  if (titled.length === 0 && isOrganisation(words, afterThe)) {
    // "Council of Advisers Ana Teller": where the name of the body ends cannot be told.
    const whole = words.length <= 3 || organisationWord.test(words.at(-1) ?? '');
    return whole && words.length <= 7 ? { name, kind: 'organisation', opens } : undefined;
  }
  if (words.length > 4 || !words.every((word) => nameWord.test(word) || particle.test(word))) {
    return undefined;
  }
  const role =
    titled.length > 0 ? titled.join(' ').replace(/^(?:Mrs?|Ms|Miss)\.?$/, '') : roleBefore(lead);
  return { name, kind: 'person', opens, ...(role ? { role } : {}) };
}

/** People whom the story leaves unnamed: the noun and what little it says of them. */
function unnamedFrom(words: readonly string[]): Subject | undefined {
  const last = words.at(-1)?.replace(/[,;]$/, '');
  if (last === undefined || !unnamed.test(last.toLowerCase())) return undefined;
  const modifiers: string[] = [];
  let rest = words.slice(0, -1);
  while (modifiers.length < 3) {
    const word = rest.at(-1);
    if (word === undefined || !/^\p{L}[\p{L}-]*$/u.test(word)) break;
    if (
      /^(?:the|a|an|and|or|that|but|when|while|where|as|if|his|her|its|their|our|my|which|who|what|for|of|to|by|with|from|in|on|at)$/i.test(
        word,
      )
    )
      break;
    modifiers.unshift(word);
    rest = rest.slice(0, -1);
  }
  const opens = rest.length === 0;
  // Only a phrase that something ends is whole: a clause before it may have another subject.
  const boundary = rest.at(-1) ?? '';
  if (
    !opens &&
    !/[,;:”]$/.test(boundary) &&
    !/^(?:the|a|an|and|that|but|when|while|where|as|his|her|its|their|our)$/i.test(boundary)
  ) {
    return undefined;
  }
  const phrase = [...modifiers, last];
  const [first = ''] = phrase;
  const lower =
    modifiers.length === 0 ||
    opener.test(first) ||
    /^(?:local|some|several|two|three|four|five|many|other|senior|health|unnamed|anonymous)$/i.test(
      first,
    );
  const name = (opens && lower ? [first.toLowerCase(), ...phrase.slice(1)] : phrase).join(' ');
  return { name, kind: 'unnamed', opens };
}

/** The subject that ends a text: "…, the Harbour Board" or "Neighbours". */
export function subjectBefore(text: string): Subject | undefined {
  const words = tokens(
    text.replace(/,\s*(?:who|a|an|the)\s[^,]{2,80},$/u, '').replace(/,\s*\d{1,3},$/, ''),
  );
  const anonymous = unnamedFrom(words);
  if (anonymous !== undefined) return anonymous;
  let start = words.length;
  while (start > 0) {
    const word = words[start - 1] ?? '';
    const inside = start < words.length;
    // A comma inside the run ends it; initials and "of the" may stand in a name.
    if (
      inside &&
      /[,;:.!?”"]$/.test(word) &&
      !/^\p{Lu}\.$|^(?:Mr|Mrs|Ms|Dr|Sen|Gov|Rep|Gen|Col|Prof)\.$/u.test(word)
    )
      break;
    if (nameWord.test(word) || /^[A-Z&]{2,}$/.test(word)) start -= 1;
    else if (
      inside &&
      particle.test(word) &&
      capital.test(words[start - 2] ?? '') &&
      !/^(?:and|the|for)$/.test(word)
    )
      start -= 1;
    else break;
  }
  if (start === words.length) return undefined;
  const before = words.slice(0, start);
  const boundary = before.at(-1);
  const run = words.slice(start).join(' ');
  const subject = roleAndName(before.join(' '), run);
  if (subject === undefined) return undefined;
  // "a friend of Ana Teller said": the name is not the one who speaks.
  if (
    boundary !== undefined &&
    /^(?:of|to|with|for|by|from|in|at|on|near|against|about|like|than|or|and)$/i.test(boundary)
  ) {
    return undefined;
  }
  return { ...subject, opens: ownsBeginning(before, subject.role) };
}

/** Whether nothing but the role and whose it is stands before a name: "Bo and Ana's lawyer …". */
function ownsBeginning(before: readonly string[], role: string | undefined): boolean {
  const rest = role === undefined ? before : before.slice(0, -role.split(' ').length);
  return (
    rest.length === 0 ||
    (role !== undefined &&
      /^(?:the|a|an|(?:the\s|\p{Lu}\S*\sand\s)?\S+[’']s)$/iu.test(rest.join(' ')))
  );
}

/** The subject that begins a text: after "according to" or "said". */
export function subjectAfter(text: string): Subject | undefined {
  const phrase =
    text.split(
      /[,;:.”“()]\s|[,;:.”“()]$|\s(?:who|which|that|and then|as|in an?|on|at|after|when)\s/,
    )[0] ?? '';
  const words = tokens(phrase).slice(0, 8);
  const first = words.findIndex((word) => capital.test(word) && !/^(?:The|A|An)$/.test(word));
  if (first >= 0 && first <= 4) {
    const lead = words.slice(0, first);
    const plain = lead.every(
      (word) =>
        /^(?:the|a|an|his|her|their|its)$/i.test(word) ||
        roleWord.test(word) ||
        /^\p{Ll}[\p{Ll}-]*$/u.test(word),
    );
    let end = first;
    while (
      end < words.length &&
      (nameWord.test(words[end] ?? '') ||
        (/^(?:of|for|de|van|von|al|bin|the)$/.test(words[end] ?? '') &&
          capital.test(words[end + 1] ?? '')))
    )
      end += 1;
    const subject = plain
      ? roleAndName(lead.join(' '), words.slice(first, end).join(' '))
      : undefined;
    if (subject !== undefined) return subject;
  }
  const noun = words.findIndex((word) => unnamed.test(word.toLowerCase()) || roleWord.test(word));
  if (noun < 0 || noun > 4) return undefined;
  const kept = words
    .slice(0, noun + 1)
    .filter((word) => !/^(?:the|a|an|his|her|their|its|one|some)$/i.test(word));
  return kept.length === 0 ? undefined : { name: kept.join(' '), kind: 'unnamed', opens: false };
}
