// Whom a headline attributes its own claim to: "Ferry Sank at Night – Coast Guard" names the coast guard.

/** Dashes that set an attribution off; a hyphen only with spaces around it. */
const dash = /\s+[–—―-]\s+(?=[^–—―]*$)/u;

/** An attribution has few words; more is a second half of the headline. */
const mostWords = 5;

/**
 * The last word of an attribution that is not a bare acronym. Headlines are full of dashes, so
 * only words that name somebody who says, or something that is said, count.
 */
const sayer =
  /^(?:reports?|study|studies|survey|poll|source|sources|officials?|police|minister|ministers|ministry|government|kremlin|pentagon|white house|media|lawyers?|attorney|watchdog|court|prosecutors?|investigators?|governor|president|mayor|experts?|scientists|researchers|analysts?|activists?|witnesses|rescuers|authorities|spokes(?:man|woman|person)|union|agency|army|military|navy|coast guard|regulator|charity|rights groups?|human rights watch|amnesty|greenpeace|red cross|bank|central bank|embassy|intelligence|data|letter|documents?|opposition|monitor|monitors|reuters|bloomberg|kommersant|vedomosti|meduza|tass|interfax|novaya gazeta|guardian|times|post|journal|gazette)$/i;

/** `NGO`, `UN`, `RBC`, `BBC Russian`: an acronym of two letters and more. */
const acronym = /^\p{Lu}[\p{Lu}\d&.]{1,7}$/u;

/** Acronyms that end headlines without having said anything. */
const silent =
  /^(?:TV|UK|US|USA|EU|USSR|UAE|PM|AM|VIP|DIY|AI|FAQ|II|III|IV|VI|VII|Q&A|LIVE|VIDEO|PHOTOS?)$/i;

/**
 * Whom the headline names after its last dash as the one who says so. Absent when in doubt: a
 * wrong attribution puts words in somebody's mouth.
 *
 * @param title the whole headline, plain text
 */
export function headlineAttribution(title: string): string | undefined {
  const at = dash.exec(title);
  if (at === null) return undefined;
  const tail = title.slice(at.index + at[0].length).trim();
  const words = tail.split(/\s+/);
  const last = words.at(-1) ?? '';
  if (words.length > mostWords || /[?!:,;"“”]/.test(tail) || silent.test(last)) return undefined;
  // Two words may name a sayer together: "Coast Guard", "White House".
  const lastTwo = words.slice(-2).join(' ');
  const named =
    sayer.test(last) || sayer.test(lastTwo) || (words.length <= 3 && acronym.test(last));
  return named && /^[\p{Lu}\d]/u.test(tail) ? tail : undefined;
}
