// Injected where a page looks like a story: reads it. The default export is what the worker gets.

import { extractArticle } from '../article/extract.ts';

/** {@link Extraction} as plain data: every browser can carry it to the worker. */
export default extractArticle(document, location.href.replace(/#.*$/s, ''));
