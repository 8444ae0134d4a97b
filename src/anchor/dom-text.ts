// A page's text as one string, and the way back to its nodes. Reads only; the page is never touched.

/** The text nodes under a root, in order, as one string. */
export interface DomText {
  text: string;
  /** A range over a half-open range of code units; undefined where its nodes have left the page. */
  rangeOf(start: number, end: number): Range | undefined;
}

/** Elements whose text nobody reads on the page. */
const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TEXTAREA', 'SELECT', 'TITLE']);

/** More text than a story has; what comes after it is left out. */
const LONGEST_TEXT = 4_000_000;

/**
 * The text under `root`, nodes joined as they are. Hidden text is in it, since finding out costs a
 * layout: whoever searches looks for words that were read before.
 */
export function domText(root: Element): DomText {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  const walker = root.ownerDocument.createTreeWalker(
    root,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    {
      acceptNode: (node) =>
        node instanceof Text
          ? NodeFilter.FILTER_ACCEPT
          : UNREAD.has(node.nodeName.toUpperCase())
            ? NodeFilter.FILTER_REJECT
            : NodeFilter.FILTER_SKIP,
    },
  );
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text) || node.length === 0) continue;
    if (text.length + node.length > LONGEST_TEXT) break;
    nodes.push(node);
    starts.push(text.length);
    text += node.data;
  }

  /** The node that holds the code unit at `offset`, and where in it. */
  const pointAt = (offset: number): { node: Text; offset: number } | undefined => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const node = nodes[low];
    if (node === undefined) return undefined;
    return { node, offset: offset - (starts[low] ?? 0) };
  };

  return {
    text,
    rangeOf(start, end) {
      if (end <= start) return undefined;
      const from = pointAt(start);
      // The last code unit, so that a range never begins the node after it.
      const last = pointAt(end - 1);
      if (from === undefined || last === undefined) return undefined;
      if (!from.node.isConnected || !last.node.isConnected) return undefined;
      if (from.offset > from.node.length || last.offset + 1 > last.node.length) return undefined;
      const range = root.ownerDocument.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(last.node, last.offset + 1);
      return range;
    },
  };
}
