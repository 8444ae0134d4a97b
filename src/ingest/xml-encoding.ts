// The encoding of an XML file: by its mark, else by its declaration, else UTF-8 (XML 1.0, appendix F).

import { repairText } from './text.ts';

function labelOf(start: Uint8Array): string {
  const [first, second, , fourth] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c && fourth === 0x3f)) {
    return 'utf-16be';
  }
  if (first === 0xef && second === 0xbb) return 'utf-8';
  const head = new TextDecoder('latin1').decode(start);
  return (
    /^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? 'utf-8'
  );
}

/**
 * A decoder for a stream of XML.
 *
 * @param start its first kilobyte, or all of it
 */
export function streamDecoder(start: Uint8Array): (bytes: Uint8Array) => string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(labelOf(start));
  } catch (error) {
    // An encoding that does not exist is as if none were declared.
    if (!(error instanceof RangeError)) throw error;
    decoder = new TextDecoder('utf-8');
  }
  const isOld = !decoder.encoding.startsWith('utf-');
  return (bytes) => {
    const text = decoder.decode(bytes, { stream: true });
    return isOld ? repairText(text) : text;
  };
}
