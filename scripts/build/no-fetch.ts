// Stands in for the fetch libraries of Citation.js in a build: nothing is ever looked up.

/** @throws always */
export default function noFetch(): never {
  throw new Error('Stemma looks nothing up on the net.');
}

/** What Citation.js makes request headers of, in code that is never reached. */
export const Headers = globalThis.Headers;
