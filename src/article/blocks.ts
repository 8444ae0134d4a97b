// Walks a tree of elements and cuts its text into blocks, as a reader sees paragraphs.

/** A link inside a block: half-open range of characters in the block's text. */
export interface BlockLink {
  href: string;
  text: string;
  start: number;
  end: number;
}

export interface Block {
  /** Lower-case name of the element that the text stands in: `p`, `li`, `h2` … */
  tag: string;
  text: string;
  links: BlockLink[];
  /** The element that the text stands in, in the tree that was walked. */
  within?: Element;
}

const blockTags = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const silentTags = new Set(
  'script style noscript template iframe object embed svg math canvas audio video button select textarea input'.split(
    ' ',
  ),
);

/**
 * Collects text with its links and hands it over as one block at each boundary. Pieces are joined
 * once a block: a page that is one block of ten thousand links would else cost their square.
 */
class BlockBuilder {
  readonly blocks: Block[] = [];
  /** Whether text was left out because there is no more room. */
  cut = false;
  #room: number;
  #pieces: string[] = [];
  #length = 0;
  #endsInSpace = true;
  #links: { href: string; start: number; end: number }[] = [];
  #open: { href: string; start: number } | undefined;
  #breaks = 0;

  constructor(mostCharacters: number) {
    this.#room = mostCharacters;
  }

  add(raw: string): void {
    const room = this.#room - this.#length;
    this.cut ||= raw.length > room;
    let text = raw.slice(0, Math.max(0, room)).replace(/\s+/g, ' ');
    if (this.#endsInSpace) text = text.trimStart();
    if (text === '') return;
    this.#append(text);
    this.#breaks = 0;
  }

  #append(text: string): void {
    this.#pieces.push(text);
    this.#length += text.length;
    this.#endsInSpace = text.endsWith(' ');
  }

  /** One break is a space; two in a row end the paragraph. */
  lineBreak(within: Element | undefined): void {
    this.#breaks += 1;
    const open = this.#open;
    if (this.#breaks >= 2) {
      this.flush(within);
      if (open !== undefined) this.openLink(open.href);
    } else if (!this.#endsInSpace) this.#append(' ');
  }

  openLink(href: string): void {
    this.#open = { href, start: this.#length };
  }

  closeLink(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open !== undefined) this.#links.push({ ...open, end: this.#length });
  }

  flush(within: Element | undefined): void {
    const open = this.#open;
    if (open !== undefined) this.closeLink();
    const text = this.#pieces.join('').trimEnd();
    if (text !== '') {
      const tag = within?.nodeName.toLowerCase() ?? 'div';
      const links = this.#links.flatMap(({ href, start, end }) => {
        const linked = text.slice(start, end);
        const trimmed = linked.trim();
        if (trimmed === '') return [];
        const from = start + linked.indexOf(trimmed);
        return [{ href, text: trimmed, start: from, end: from + trimmed.length }];
      });
      this.blocks.push({ tag, text, links, ...(within && { within }) });
      this.#room -= text.length;
    }
    this.#pieces = [];
    this.#length = 0;
    this.#endsInSpace = true;
    this.#links = [];
    this.#breaks = 0;
    // A link around several blocks goes on in the next one.
    if (open !== undefined) this.openLink(open.href);
  }
}

function nearestBlock(node: Node | null, root: Node): Element | undefined {
  for (let at = node; at !== null; at = at.parentNode) {
    if (isElement(at) && (at === root || blockTags.has(at.nodeName.toLowerCase()))) return at;
    if (at === root) break;
  }
  return undefined;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/**
 * The text of `root` as blocks in reading order. Needs no layout; walks without recursion, so that
 * no depth of nesting can break it.
 *
 * @param mostCharacters where to stop, in the middle of a block if need be
 */
export function readBlocks(root: Node, mostCharacters: number): { blocks: Block[]; cut: boolean } {
  const builder = new BlockBuilder(mostCharacters);
  let node: Node | null = root.firstChild;
  while (node !== null && node !== root) {
    const name = node.nodeName.toLowerCase();
    if (node.nodeType === 3) builder.add(node.nodeValue ?? '');
    else if (name === 'br') builder.lineBreak(nearestBlock(node, root));
    const isBlock = blockTags.has(name);
    if (isBlock) builder.flush(nearestBlock(node.parentNode, root));
    if (builder.cut) break;
    const isLink = name === 'a';
    if (isLink) builder.openLink(hrefOf(node));
    if (node.nodeType === 1 && !silentTags.has(name) && node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    if (isLink) builder.closeLink();
    // Climb until there is a next sibling, closing what is left.
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (node === null || node === root) break;
      const closing = node.nodeName.toLowerCase();
      if (closing === 'a') builder.closeLink();
      if (isElement(node) && blockTags.has(closing)) builder.flush(node);
    }
    if (node === null || node === root) break;
    node = node.nextSibling;
  }
  builder.flush(nearestBlock(root, root));
  return { blocks: builder.blocks, cut: builder.cut };
}

function hrefOf(node: Node): string {
  return 'getAttribute' in node && typeof node.getAttribute === 'function'
    ? String(node.getAttribute('href') ?? '')
    : '';
}
