// Seeded nonsense prose: the same seed gives the same words, so figures and failures repeat.

/** Numbers in [0, 1) from a seed (mulberry32, public domain). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES =
  'ba do ke li mo nu pa re si ta ver zon gra fel mar tis kol dun hes vi or an el ist um'.split(' ');

function wordOf(rank: number): string {
  let word = '';
  for (let rest = rank + 7; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  }
  return word;
}

/** `count` words, common ones often and rare ones seldom, as in language (Zipf). */
export function randomWords(count: number, seed: number, vocabulary = 20_000): string[] {
  const next = randomNumbers(seed);
  return Array.from({ length: count }, () =>
    wordOf(Math.floor(vocabulary ** next()) + Math.floor(next() * 3)),
  );
}

/** Paragraphs of about `perParagraph` words. */
export function randomParagraphs(count: number, seed: number, perParagraph = 60): string[] {
  const words = randomWords(count, seed);
  const paragraphs: string[] = [];
  for (let i = 0; i < words.length; i += perParagraph) {
    paragraphs.push(`${words.slice(i, i + perParagraph).join(' ')}.`);
  }
  return paragraphs;
}
