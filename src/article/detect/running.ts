// The running text of a live page, counted without a copy: paragraphs, sentences, whom it addresses.

/** Bounds the time on huge pages. */
const paragraphsEnough = 40;
const paragraphsLooked = 400;
/** A paragraph of running text: about fifteen words. */
export const runningLength = 80;

export interface RunningText {
  paragraphs: number;
  characters: number;
  /** Most paragraphs in one parent. */
  longestRun: number;
  sentences: number;
  /** Share of paragraphs that say "we" or "our". English alone; 0 elsewhere. */
  ours: number;
}

const elsewhere = 'nav, aside, footer, form, li, a, figure, dialog, noscript, [hidden]';

/** Counts paragraphs of running text outside lists, links and side boxes. */
export function runningText(document: Document): RunningText {
  const runs = new Map<Node, number>();
  const found: RunningText = {
    paragraphs: 0,
    characters: 0,
    longestRun: 0,
    sentences: 0,
    ours: 0,
  };
  const take = (text: string, parent: Node, times: number): void => {
    found.paragraphs += times;
    found.characters += text.length;
    const run = (runs.get(parent) ?? 0) + times;
    runs.set(parent, run);
    found.longestRun = Math.max(found.longestRun, run);
    found.sentences += text.match(/[.!?…。！？](?=\s|["”’»]|$)/g)?.length ?? 0;
    if (/\b(?:we|our|us)\b/i.test(text)) found.ours += 1;
  };
  let looked = 0;
  for (const paragraph of document.getElementsByTagName('p')) {
    if (looked++ === paragraphsLooked || found.paragraphs === paragraphsEnough) break;
    const text = paragraph.textContent?.trim() ?? '';
    if (text.length < runningLength || paragraph.closest(elsewhere) !== null) continue;
    take(text.slice(0, 2000), paragraph.parentNode ?? paragraph, 1);
  }
  if (found.paragraphs < 3) {
    // Older sites break lines inside one element instead of writing paragraphs.
    const seen = new Set<Element>();
    for (const line of document.querySelectorAll('div > br, td > br, article > br, section > br')) {
      const parent = line.parentElement;
      if (parent === null || seen.has(parent)) continue;
      if (seen.size === 20) break;
      seen.add(parent);
      const text = parent.textContent?.trim() ?? '';
      if (text.length < 8 * runningLength || parent.closest('nav, aside, footer, form') !== null)
        continue;
      take(
        text.slice(0, 20_000),
        parent,
        Math.min(12, Math.floor(text.length / (4 * runningLength))),
      );
      break;
    }
  }
  found.ours /= Math.max(1, found.paragraphs);
  return found;
}
