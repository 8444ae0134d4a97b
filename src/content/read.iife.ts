// Injected where a page looks like a story: reads it. The default export is what the worker gets.

import { extractArticle } from '../article/extract.ts';

const page = location.href.replace(/#.*$/s, '');
// Tells the watching script, which may come after, that this page needs no announcing.
Reflect.set(globalThis, 'stemmaRead', page);

/** {@link Extraction} as plain data: every browser can carry it to the worker. */
export default extractArticle(document, page);
