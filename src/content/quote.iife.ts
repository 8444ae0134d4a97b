// Injected where a saved quotation is looked for: finds it, scrolls to it and marks it; adds nothing
// to the page's document.

import { domText } from '../anchor/dom-text.ts';
import { findQuote, type SavedQuote } from '../anchor/find-quote.ts';

/** What is answered to the library page. */
interface Answer {
  state: 'found' | 'changed' | 'gone';
  /** What stands there now, where that is not what was quoted. */
  now?: string;
  /** Whether the passage could be marked; it is scrolled to all the same. */
  marked?: boolean;
}

interface Call {
  call: 'quote/show';
  of: { quote: SavedQuote; mark: string };
}

function isCall(message: unknown): message is Call {
  if (typeof message !== 'object' || message === null || !('call' in message)) return false;
  return message.call === 'quote/show' && 'of' in message;
}

/** By the CSS Custom Highlight API, whose style the library page inserts: no element is touched. */
function mark(name: string, range: Range): boolean {
  try {
    CSS.highlights.set(name, new Highlight(range));
    return true;
  } catch {
    return false;
  }
}

function show({ quote, mark: name }: Call['of']): Answer {
  const page = domText(document.body);
  const found = findQuote(page.text, quote);
  const range = found && page.rangeOf(found.start, found.end);
  if (found === undefined || range === undefined) return { state: 'gone' };
  const { top, height } = range.getBoundingClientRect();
  const middle = scrollY + top - Math.max(0, (innerHeight - height) / 2);
  scrollTo({ top: middle, behavior: 'instant' });
  const marked = mark(name, range);
  if (!marked) {
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
  return found.similarity === 1
    ? { state: 'found', marked }
    : { state: 'changed', now: range.toString().slice(0, 2000), marked };
}

const key = 'stemmaQuote';
// A second run in the same page leaves the first one listening.
if (Reflect.get(globalThis, key) !== true) {
  Reflect.set(globalThis, key, true);
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond) => {
    if (sender.id !== chrome.runtime.id || !isCall(message)) return false;
    respond(show(message.of));
    return false;
  });
}
