// Tells the story's sentences from what outlets put between them: pointers, calls, stamps, credits.

import { noteKind } from './apart.ts';
import type { Block } from './blocks.ts';
import { parseCredit } from './credit.ts';
import { titleAgreement, titleKey } from './headline.ts';
import type { RelatedPointer } from './types.ts';

/** Words that announce a pointer to another story. */
const pointerWords =
  "related(?: (?:articles?|stor(?:y|ies)|coverage|content|news|links?|reading|topics?))?|read (?:more|also|next|this next|on|the full story)(?: (?:on|about|from|in)[^:]{0,40})?|see also|also read|more (?:on|from|in|about) [^:]{1,40}|more(?: stories)?|recommended(?: reading| for you| stories)?|don[’']?t miss|you (?:may|might) (?:also )?(?:like|be interested in)|further reading|editor[’']?s? picks?|most (?:read|popular|viewed)|trending(?: now)?|what to read next|watch(?: now| live| more| the video)?|listen(?: now)?|in pictures|in case you missed it|top stories|latest news|читайте также|читайте ещё|по теме|подробнее|смотрите также|читайте також|lesen sie auch|mehr zum thema|auch interessant|(?:à )?lire aussi|lee también|te puede interesar|leia (?:mais|também)|leggi anche|lees ook|läs också|les også|czytaj (?:też|także|więcej)";
const pointerOnly = new RegExp(`^(?:${pointerWords})\\s*[:：»›>→…|.-]*$`, 'iu');
const pointerLead = new RegExp(
  `^(?:[[(|•►▶»>*]\\s*)?(?:${pointerWords})\\s*[:：»›>→|–—-]+\\s*`,
  'iu',
);

/** Calls to the reader, stamps and labels; each must open the block. */
const calls =
  /^(?:(?:please )?(?:sign up|subscribe|register)(?: now| here| today)? (?:for|to|and|now|here|today)\b|get (?:our|the|all the|more)\b.{0,60}\b(?:newsletter|inbox|app|alerts)\b|join our\b|(?:like|follow|find) (?:us|me|the|our|him|her)?.{0,40}\bon (?:twitter|facebook|instagram|x\b|telegram|linkedin|youtube|whatsapp|social)|(?:you can )?follow .{0,40} @\w|download (?:our|the) .{0,20}app\b|share (?:this|on|via)\b|share$|click (?:here|to)\b|tap here\b|enter your e-?mail|advertis(?:e)?ment\b|sponsored\b|story continues (?:below|after)|article continues|continue reading|listen to (?:this|the) (?:article|story)|this (?:article|story|post) (?:is more than|was (?:first|originally) published)|our standards:|наши правила:|have (?:a|any) (?:news )?tips?|got a (?:news )?tip|do you have (?:a story|information)|all rights reserved|copyright ©|©|comments?(?: \(\d+\))?$|leave a (?:comment|reply)|(?:view|show|hide|see|read) (?:all )?\d* ?comments|(?:topics?|tags?|filed under|categories|keywords)\s*:|log ?in\b.{0,40}$|create (?:a |an )?(?:free )?account|already (?:a |have )|support (?:our|independent|quality) (?:work|journalism)|donate\b|print(?: this)?$|e-?mail(?: this)?$|copy link|save(?: article)?$|\d+ min(?:ute)?s? read$|подпис(?:ывайтесь|аться|итесь)(?!\p{L})|abonnieren sie|abonnez-vous|suscríbete)/iu;
const stamp =
  /^(?:(?:last |first )?(?:updated|modified|published|posted|created|edited)\s*[:,]?\s+(?:(?:on|at)\s+)?(?:\p{L}{3,9}[.,]?\s+){0,2}\d|(?:обновлено|опубликовано|aktualisiert|stand|mis à jour|publié|actualizado|publicado)(?!\p{L}).{0,60}\d)/iu;
const dateLine =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\.?\s+\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?:[\s,|·•—–-]*(?:at\s+)?\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?(?:\s*\p{L}{1,5})?)?$/iu;
const bylineLine = /^(?:By|BY|by|Von|von|Par|par|Por|por|Автор)\s+\p{Lu}/u;
const bio =
  /^.{2,60}?\s(?:is|was|has been|covers|writes|reports|joined|can be reached|contributed)\b.*\b(?:reporter|correspondent|editor|journalist|writer|columnist|contributor|freelancer?|professor|lecturer|author|fellow|director|based in|at [\w.]+@|covers|covering|writes)\b/iu;

/** Where an outlet says at the end from whom it has the story. */
const provenanceLine =
  /^(?:(?:text|source|via|credit|quelle|источник|источник:|по материалам|по сообщению)\s*[:：]|(?:supplied|provided|distributed|syndicated) by\b|(?:adapted|reprinted|republished|reproduced|translated|taken|condensed|shortened) (?:from|with|by|courtesy)\b|.{0,110}\b(?:by|with) (?:the )?(?:kind )?permission(?: of\b.{0,60})?\.?$|публикуется с разрешения|published with\b|(?:published|produced|written|reported) in (?:partnership|collaboration) with\b|with (?:additional )?(?:reporting|files|material) (?:by|from)\b|(?:this (?:story|article|piece|text|report) )?(?:was )?(?:first|originally) (?:published|appeared|ran)\b|перепечатано|впервые опубликовано)/iu;
/** `From the Quay Post.`, `Via Northline, shortened.`: told by its capitals, so case matters. */
const outletLine =
  /^(?:From(?: the| The)?|Via) \p{Lu}[\p{L}’'-]*(?: (?:\p{Lu}[\p{L}’'-]*|&|of|the|and)){0,5}(?:, (?:shortened|abridged|edited|condensed))?\.?$/u;
/** The longest such line. */
const longestProvenance = 160;

/** The longest that furniture runs; a longer block is prose whatever it begins with. */
const longestFurniture = 320;

export interface Context {
  title: string | undefined;
  byline: readonly string[];
  publisher: string | undefined;
}

/** Share of a block's characters that are link text, 0 to 1. */
export function linkShareOf(block: Block): number {
  const linked = block.links.reduce((sum, link) => sum + link.text.length, 0);
  return block.text === '' ? 0 : linked / block.text.length;
}

function isCreditLine(text: string): boolean {
  if (text.length > 500) return false;
  const { caption, credit, license } = parseCredit(text);
  if (credit === undefined) return false;
  if (caption === undefined) return !/[.!?]$/.test(text) || license !== undefined;
  // A caption that carries its credit; a story's last sentence may end in "(AP)" and stays.
  return (
    license !== undefined ||
    /\b(?:photo|images|getty|flickr|unsplash|shutterstock)\b|©/iu.test(credit)
  );
}

/** Takes a "Related article: …" off the front of a block. A link broken in two is one pointer. */
function splitPointer(
  block: Block,
): { pointer: RelatedPointer; rest: Block | undefined } | undefined {
  const lead = pointerLead.exec(block.text);
  if (lead === null) return undefined;
  const linked: Block['links'] = [];
  let end = lead[0].length;
  for (const link of block.links) {
    if (link.start < end - 1 && linked.length === 0 && link.end > end) {
      // The link holds the announcing words too.
      linked.push({ ...link, text: link.text.slice(end - link.start).trim() });
    } else if (link.start >= end && block.text.slice(end, link.start).trim() === '') {
      if (linked.length > 0 && linked[0]?.href !== link.href) break;
      linked.push(link);
    } else break;
    end = link.end;
  }
  if (linked.length === 0) {
    if (block.text.length > longestFurniture) return undefined;
    const title = block.text.slice(end).trim();
    return title === '' ? undefined : { pointer: { title }, rest: undefined };
  }
  const [first] = linked;
  const text = block.text.slice(end).replace(/^[\s.;|–—-]+/, '');
  const shift = block.text.length - text.length;
  return {
    pointer: {
      title: linked.map((link) => link.text).join(' '),
      ...(first === undefined || first.href === '' ? {} : { url: first.href }),
    },
    rest:
      text.length < 40
        ? undefined
        : {
            tag: block.tag,
            text,
            links: block.links
              .filter((link) => link.start >= shift)
              .map((link) => ({ ...link, start: link.start - shift, end: link.end - shift })),
          },
  };
}

function isBio(text: string, byline: readonly string[]): boolean {
  const key = titleKey(text);
  return bio.test(text) && byline.some((name) => name !== '' && key.startsWith(titleKey(name)));
}

function isFurniture(block: Block, index: number, count: number, context: Context): boolean {
  const { text } = block;
  if (noteKind(text) !== undefined) return true;
  if (text.length > longestFurniture) return isCreditLine(text) || false;
  if (pointerOnly.test(text) || calls.test(text) || isCreditLine(text)) return true;
  if (text.length <= 110 && (stamp.test(text) || dateLine.test(text))) return true;
  if (index < 4) {
    if (context.title !== undefined && titleAgreement(text, context.title) === 2) return true;
    if (text.length <= 100 && bylineLine.test(text) && !/[.!?]$/.test(text)) return true;
    if (context.byline.some((name) => titleKey(text) === titleKey(name))) return true;
  }
  if (index < count - 4) return false;
  if (isBio(text, context.byline)) return true;
  return text.length <= longestProvenance && (provenanceLine.test(text) || outletLine.test(text));
}

/** The longest line of names, places and dates that stands between headline and story. */
const longestPreamble = 110;

/** How many blocks at the start are no sentences: kicker, byline, date, place. */
function preambleLength(blocks: readonly Block[]): number {
  const first = blocks.findIndex(
    ({ text }) => text.length > longestPreamble || /[.!?…:;。！？]["”’»)」]*$/u.test(text),
  );
  const length = blocks.slice(0, first).reduce((sum, { text }) => sum + text.length, 0);
  // A list of short lines is a text of its own kind, not a preamble.
  return first > 0 && first <= 6 && length <= 2 * longestPreamble ? first : 0;
}

/**
 * Sorts blocks into the story and its furniture.
 *
 * @returns the story's blocks in order, and the pointers to other stories that stood among them
 */
export function withoutFurniture(
  blocks: readonly Block[],
  context: Context,
): { kept: Block[]; related: RelatedPointer[] } {
  const kept: Block[] = [];
  const related: RelatedPointer[] = [];
  let afterPointer = false;
  const preamble = preambleLength(blocks);
  for (const [index, block] of blocks.entries()) {
    const split = splitPointer(block);
    if (split !== undefined) {
      related.push(split.pointer);
      if (split.rest !== undefined) kept.push(split.rest);
      afterPointer = true;
      continue;
    }
    // Rules made of dots, bullets and stars say nothing.
    if (index < preamble || !/[\p{L}\p{N}]/u.test(block.text)) continue;
    const isPointer = pointerOnly.test(block.text);
    // A short block that is nothing but a link is a teaser, above all after "Related:".
    const [link] = block.links;
    if (link !== undefined && linkShareOf(block) > 0.9 && block.text.length <= 200) {
      if (afterPointer && block.text.length > 12) {
        related.push({ title: link.text, ...(link.href === '' ? {} : { url: link.href }) });
      }
      if (afterPointer || !/[.!?]["”’)]*$/.test(block.text)) continue;
    }
    if (isFurniture(block, index, blocks.length, context)) {
      afterPointer = isPointer;
      continue;
    }
    afterPointer = false;
    kept.push(block);
  }
  // A heading with nothing under it belongs to a box that was taken out.
  while (/^h[1-6]$/.test(kept.at(-1)?.tag ?? '')) kept.pop();
  return { kept, related };
}
