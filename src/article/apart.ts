// Text that stands among the story's paragraphs and is not its body: told by its words and its box.

import type { Block } from './blocks.ts';
import type { ApartText } from './types.ts';

type Kind = ApartText['kind'];

const most = 100;
const longest = 2000;
/** How far before the first and after the last paragraph what belongs to a story may stand. */
const around = 12;

/** A correction says what it is, or speaks of the story's earlier state. */
const correction =
  /^(?:corrections?|clarification|rectification|исправление|уточнение|поправка|berichtigung|korrektur|rectificatif|corrección|correção|correzione)\s*(?:\([^)]{1,40}\))?\s*[:：—–-]|^(?:an|a previous|the original|a previous or an) (?:earlier )?version of this (?:article|story|report|post)\b|^this (?:article|story|report|post) (?:has been|was) (?:corrected|amended)\b/iu;
const editorNote =
  /^(?:\[?\s*)?(?:editor[’']?s[’']? note|note (?:from|by) the editors?|от редакции|примечание редакции|anmerkung der redaktion|nota del editor|note de la rédaction|nota da redação)\s*[:：—–.-]/iu;

/** A correction or a note of the editors, whatever box it stands in; undefined for other text. */
export function noteKind(text: string): 'correction' | 'editor-note' | undefined {
  if (correction.test(text)) return 'correction';
  return editorNote.test(text) ? 'editor-note' : undefined;
}

/** Kinds by what opens or fills a short block. */
const byWords: readonly (readonly [Kind, RegExp])[] = [
  [
    'paywall',
    /\b(?:subscribe|log in|sign in|register|become a (?:member|subscriber)) to (?:continue|read|keep)\b|\balready (?:a|have a[n]?) (?:subscri|account|member)|\bthis (?:article|story|content) is (?:only )?(?:for|available to) (?:subscribers|members)\b|чтобы (?:читать|прочитать) (?:дальше|полностью)/iu,
  ],
  [
    'donation',
    /\bdonat(?:e|ion)s?\b|\bsupport (?:our|independent|quality) (?:work|journalism|reporting)\b|\bmake a contribution\b|пожертвова|поддержите (?:нас|редакцию)/iu,
  ],
  [
    'newsletter',
    /\bnewsletters?\b|\b(?:in|to) your inbox\b|^sign up (?:for|to)\b|рассылк|abonnieren sie|abonnez-vous|suscríbete/iu,
  ],
  [
    'updated',
    /^(?:last |first )?(?:updated|modified|обновлено|aktualisiert|mis à jour|actualizado)(?!\p{L}).{0,80}\d/iu,
  ],
  [
    'share',
    /^(?:share|tweet|copy link|e-?mail this|print this|поделиться)(?:$|\s(?:this|on|via)\b)/iu,
  ],
  ['tags', /^(?:topics?|tags?|filed under|keywords|теги|темы|schlagw(?:o|ö)rter)\s*[:：]/iu],
  [
    'related',
    /^(?:related|read (?:more|also|next)|see also|also read|more on|читайте также|по теме|lesen sie auch|lire aussi|lee también|leia também|leggi anche)\b/iu,
  ],
];

/** Kinds by the names of the box. */
const byNames: readonly (readonly [Kind, RegExp])[] = [
  [
    'embed',
    /(?:^|[-_\s])(?:twitter-tweet|instagram-media|fb-post|embed|embedded|tiktok-embed|social-embed)(?:$|[-_\s])/i,
  ],
  ['paywall', /(?:^|[-_\s])(?:paywall|regwall|subscriber-only|premium-gate)(?:$|[-_\s])/i],
  [
    'newsletter',
    /(?:^|[-_\s])(?:newsletter|signup|sign-up|email-signup|subscribe|subscription)(?:$|[-_\s])/i,
  ],
  ['donation', /(?:^|[-_\s])(?:donat\w*|support-us|contribution|membership-promo)(?:$|[-_\s])/i],
  ['correction', /(?:^|[-_\s])(?:corrections?|clarification)(?:$|[-_\s])/i],
  ['editor-note', /(?:^|[-_\s])(?:editors?-note|editorial-note|ed-note)(?:$|[-_\s])/i],
  ['author-bio', /(?:^|[-_\s])(?:bio|author-?(?:bio|box|info)|about-(?:the-)?author)(?:$|[-_\s])/i],
  ['tags', /(?:^|[-_\s])(?:tags|tag-list|keywords|topics)(?:$|[-_\s])/i],
  ['share', /(?:^|[-_\s])(?:share|sharing|share-?(?:bar|tools|buttons)|social-share)(?:$|[-_\s])/i],
  ['updated', /(?:^|[-_\s])(?:updated|date-modified|last-updated)(?:$|[-_\s])/i],
  ['caption', /(?:^|[-_\s])(?:caption|wp-caption-text|credit|photo-credit)(?:$|[-_\s])/i],
  [
    'related',
    /(?:^|[-_\s])(?:related\w*|recirc\w*|read-?more|see-also|more-on|recommended)(?:$|[-_\s])/i,
  ],
];

/** What the nearest boxes call themselves. */
function kindByBox(within: Element | undefined): Kind | undefined {
  let at = within ?? null;
  for (let steps = 0; at !== null && steps < 5; steps += 1) {
    const tag = at.tagName.toLowerCase();
    if (/^(?:html|body|main|article)$/.test(tag)) return undefined;
    if (tag === 'figcaption') return 'caption';
    const names = `${at.getAttribute('class') ?? ''} ${at.id}`
      .slice(0, 400)
      .replace(/([a-z])([A-Z])/g, '$1-$2');
    const named = byNames.find(([, word]) => word.test(names));
    if (named !== undefined) return named[0];
    at = at.parentElement;
  }
  return undefined;
}

function kindOf(block: Block): Kind | undefined {
  const note = noteKind(block.text);
  if (note !== undefined) return note;
  const boxed = kindByBox(block.within);
  if (boxed !== undefined) return boxed;
  return block.text.length <= 320
    ? byWords.find(([, words]) => words.test(block.text))?.[0]
    : undefined;
}

/**
 * What stands in and around the story and is none of its paragraphs, each under its own name and
 * with its place. What cannot be named is left out.
 *
 * @param all blocks of the whole page in order, each with the element it stands in
 * @param body blocks of the story
 */
export function textsApart(all: readonly Block[], body: readonly Block[]): ApartText[] {
  const places = new Map(body.map(({ text }, index) => [text, index]));
  const first = all.findIndex(({ text }) => places.has(text));
  if (first === -1) return [];
  const last = all.findLastIndex(({ text }) => places.has(text));
  const apart: ApartText[] = [];
  const seen = new Set<string>();
  let before = 0;
  for (const block of all.slice(Math.max(0, first - around), last + 1 + around)) {
    const place = places.get(block.text);
    if (place !== undefined) {
      before = place + 1;
      continue;
    }
    const kind = kindOf(block);
    const text = block.text.slice(0, longest);
    if (kind === undefined || seen.has(text) || !/\p{L}/u.test(text)) continue;
    seen.add(text);
    apart.push({ kind, text, before });
    if (apart.length === most) break;
  }
  return apart;
}
