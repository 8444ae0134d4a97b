// The two halves in which body and detection were developed and are reported: by domain, seeded.

export type DevelopedHalf = 'development' | 'held out';

/** Host without subdomains, as far as it can be told without the public suffix list. */
function domainOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const labels = new URL(url).hostname.split('.');
  const [top = ''] = labels.slice(-1);
  const second = labels.at(-2) ?? '';
  const isSuffix =
    labels.length > 2 &&
    top.length === 2 &&
    /^(?:co|com|org|net|gov|edu|ac|gob|or|ne)$/.test(second);
  return labels.slice(isSuffix ? -3 : -2).join('.');
}

/**
 * Another split than that of the metadata: the weights of `src/article/detect/weights.ts` were made
 * on this development half, so that only with this one is the other half unseen.
 */
export function developedHalf(url: string): DevelopedHalf {
  let hash = 0x81_1c_9d_c5;
  for (const letter of `stemma:${domainOf(url)}`) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c_1b_3c_6d) >>> 0;
  hash ^= hash >>> 12;
  return (hash & 1) === 1 ? 'development' : 'held out';
}
