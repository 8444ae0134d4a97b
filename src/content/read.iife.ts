// Injected where a page looks like a story: reads it. The default export is what the worker gets.

import { extractInSlices } from '../article/extract.ts';

const page = location.href.replace(/#.*$/s, '');
// Tells the watching script, which may come after, that this page needs no announcing.
Reflect.set(globalThis, 'stemmaRead', page);

/** The promise of an extraction as plain data: both browsers await it and carry it to the worker. */
export default extractInSlices(document, page);
