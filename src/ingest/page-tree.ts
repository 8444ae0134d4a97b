// Saved HTML to a document of the shape that browsers give: one html, one head, one body.

import { parseHTML } from 'linkedom';

/** Elements that a head may hold; the first other one begins the body. */
const headOnly = /^(?:head|title|meta|link|base|style|script|noscript|template)$/i;

/** How much of a file is searched for its `html` tag. */
const opening = 20_000;

/**
 * A page whose author left out `html`, as the standard allows, with it put in: linkedom takes the
 * first element for the root and loses the rest.
 */
function withRoot(html: string): string {
  if (/<html[\s>]/i.test(html.slice(0, opening).replace(/<!--[^]*?-->/g, ''))) return html;
  const content = html.replace(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>)?/i, '');
  return `<!doctype html><html>${content}</html>`;
}

/** Whether a node between or after head and body says nothing: white space and comments. */
function isEmpty(node: Node): boolean {
  return node.nodeType === 8 || (node.nodeType === 3 && (node.nodeValue ?? '').trim() === '');
}

/**
 * Parses a saved page. linkedom keeps elements where they are written, and takes what follows the
 * head for the body whatever it is; here what a browser would move into the body is moved there.
 */
export function parsePage(html: string): Document {
  const { document } = parseHTML(withRoot(html));
  const root = document.documentElement;
  if (root?.tagName?.toLowerCase() !== 'html') return document;
  const children = [...root.childNodes];
  const heads = children.filter((node) => /^head$/i.test(node.nodeName));
  const bodies = children.filter((node) => /^(?:body|frameset)$/i.test(node.nodeName));
  const [firstHead] = heads;
  const [firstBody] = bodies;
  const [first, second, third] = children.filter((node) => !isEmpty(node));
  if (firstHead && firstBody && first === firstHead && second === firstBody && !third) {
    return document;
  }
  const head = firstHead ?? document.createElement('head');
  const body = firstBody ?? document.createElement('body');
  let begun = false;
  for (const node of children) {
    if (node === head || node === body) {
      begun ||= node === body;
      continue;
    }
    const isShell = heads.includes(node) || bodies.includes(node);
    begun ||= !isShell && !isEmpty(node) && !headOnly.test(node.nodeName);
    const target = begun || bodies.includes(node) ? body : head;
    for (const moved of isShell ? [...node.childNodes] : [node]) target.appendChild(moved);
    if (isShell) node.parentNode?.removeChild(node);
  }
  // Into place, in the order that every page has.
  root.insertBefore(head, root.firstChild);
  root.appendChild(body);
  return document;
}
