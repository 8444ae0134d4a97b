// The short lines around a headline, where outlets put byline and date, as a reader sees them.

/** A line: what stands between two block boundaries. */
export interface HeadLine {
  text: string;
  /** The block element it stands in. */
  element: Element;
  /** Words of class, id and the like, of the element and what is right around it. */
  names: string;
  /** The same of the element alone. */
  own: string;
  /** Links in the line with their text. */
  links: { href: string; text: string; names: string }[];
  /** Lines from the headline: negative above it, 1 for the first below. */
  distance: number;
}

const blockTags = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul time br'.split(
    ' ',
  ),
);
const silentTags = new Set(
  'script style noscript template iframe object embed svg math canvas audio video button select textarea input nav footer form figure dialog'.split(
    ' ',
  ),
);
const elsewhere =
  /(?:^|[-_\s])(?:related|recirc\w*|comments?|newsletter|sidebar|recommended|trending|most-?read|share|social|menu|breadcrumbs?|cookie)(?:$|[-_\s])/i;

/** Below the headline: enough for standfirst, byline, date and share bar. */
const mostBelow = 40;
/** Above it: a kicker and a date. What is further up belongs to the site. */
const mostAbove = 4;
/** Nodes walked, so that a page without text ends too. */
const mostNodes = 1500;
/** Two paragraphs of running text: the story has begun. */
const running = 220;

/** An element's class, id and roles as words. */
export function namesOf(element: Element): string {
  const parts = ['class', 'id', 'itemprop', 'rel', 'data-testid', 'data-component'].map(
    (name) => element.getAttribute(name) ?? '',
  );
  return parts
    .join(' ')
    .slice(0, 300)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .trim();
}

function isSilent(element: Element): boolean {
  return (
    silentTags.has(element.tagName.toLowerCase()) ||
    element.hasAttribute('hidden') ||
    elsewhere.test(element.getAttribute('class') ?? '')
  );
}

/** Puts text together to lines while a walk goes through the nodes. */
class LineBuilder {
  readonly lines: HeadLine[] = [];
  #text = '';
  #element: Element | undefined;
  #links: HeadLine['links'] = [];

  text(node: Node): void {
    const raw = (node.nodeValue ?? '').slice(0, 2000);
    if (raw.trim() === '') return;
    this.#element ??= node.parentElement ?? undefined;
    // Markup between two texts sets them apart for the eye: `<b>Ana Teller</b><span>3 May</span>`.
    this.#text += `${this.#text === '' ? '' : ' '}${raw}`;
    const link = node.parentElement?.closest('a');
    if (link) {
      const href = link.getAttribute('href') ?? '';
      this.#links.push({ href, text: raw.replace(/\s+/g, ' ').trim(), names: namesOf(link) });
    }
  }

  flush(): void {
    const text = this.#text.replace(/\s+/g, ' ').trim();
    const element = this.#element;
    if (text !== '' && element !== undefined) {
      const around = [element, element.parentElement, element.parentElement?.parentElement];
      const names = around.map((each) => (each ? namesOf(each) : '')).join(' ');
      const own = namesOf(element);
      this.lines.push({ text, element, names, own, links: this.#links, distance: 0 });
    }
    this.#text = '';
    this.#element = undefined;
    this.#links = [];
  }
}

/** The node after `node` in document order, leaving its children out. */
function beyond(node: Node): Node | null {
  let at: Node | null = node;
  while (at !== null && at.nextSibling === null) at = at.parentNode;
  return at?.nextSibling ?? null;
}

function linesFrom(start: Node | null, end: Node | undefined, most: number): HeadLine[] {
  const builder = new LineBuilder();
  let node = start;
  let block: Element | null = null;
  let looked = 0;
  let long = 0;
  let counted = 0;
  while (node !== null && node !== end && looked++ < mostNodes) {
    if (node.nodeType === 3) {
      const own: Element | null = nearestBlock(node);
      if (own !== block) builder.flush();
      block = own;
      builder.text(node);
    } else if (node.nodeName.toLowerCase() === 'br') builder.flush();
    while (counted < builder.lines.length) {
      if ((builder.lines[counted++]?.text.length ?? 0) >= running) long += 1;
    }
    if (builder.lines.length >= most || long >= 2) break;
    const enters = node.nodeType === 1 && node.firstChild !== null && !isSilent(asElement(node));
    node = enters ? node.firstChild : beyond(node);
  }
  builder.flush();
  return builder.lines;
}

function asElement(node: Node): Element {
  // Only called for nodes of type 1, which are elements by the standard.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return node as Element;
}

function nearestBlock(node: Node): Element | null {
  let at = node.parentElement;
  while (at !== null && !blockTags.has(at.tagName.toLowerCase())) at = at.parentElement;
  return at;
}

/** The element that the lines above a headline must share with it. */
function headOf(headline: Element): Element {
  let head = headline;
  for (let up = 0; up < 3; up += 1) {
    const parent = head.parentElement;
    if (parent === null || /^(?:body|main|html)$/i.test(parent.tagName)) break;
    head = parent;
  }
  return head;
}

/** The lines around a headline, in the page's order. Reads only; bounded. */
export function headLines(headline: Element): HeadLine[] {
  const head = headOf(headline);
  const above = head === headline ? [] : linesFrom(head.firstChild, headline, 30).slice(-mostAbove);
  const below = linesFrom(beyond(headline), undefined, mostBelow);
  return [
    ...above.map((line, at) => ({ ...line, distance: at - above.length })),
    ...below.map((line, at) => ({ ...line, distance: at + 1 })),
  ];
}
