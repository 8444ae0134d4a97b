// Finds the badge on a page and reads it through its closed shadow root, as only an extension can.

import type { Badge, Rect } from './types.ts';

/** A control of the badge: its name and the middle of it. */
export interface BadgeControl {
  name: string;
  x: number;
  y: number;
}

export interface FoundBadge extends Badge {
  /** Positions among the children on the way from the root element to the badge. */
  path: number[];
  points: BadgeControl[];
}

/**
 * Runs in the extension's isolated world. The badge is the element without attributes, name or text
 * that carries a closed shadow root: pages of the newsstand make none such of their own, save the
 * fake in the hostile ones, whose root is told apart by `ours`.
 */
export function findBadge(): FoundBadge | null {
  // One object, because the function is sent away by itself: nothing outside of it goes along.
  const look = {
    rect(element: Element): Rect {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    },
    root(element: Element): ShadowRoot | null {
      if (!(element instanceof HTMLElement)) return null;
      const root: unknown =
        'openOrClosedShadowRoot' in element
          ? Reflect.get(element, 'openOrClosedShadowRoot')
          : chrome.dom.openOrClosedShadowRoot(element);
      return root instanceof ShadowRoot ? root : null;
    },
    visible(element: Element): boolean {
      return (
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
        element.getBoundingClientRect().width > 0
      );
    },
    name(control: Element): string {
      const name = control.getAttribute('aria-label') ?? look.text(control);
      return name.replace(/\s+/g, ' ').trim();
    },
    text(node: Node): string {
      if (node instanceof Text) return node.data;
      const hidden = node instanceof Element && !look.visible(node);
      if (hidden || /^(STYLE|svg)$/.test(node.nodeName)) return '';
      return [...node.childNodes].map((child) => look.text(child)).join(' ');
    },
  };
  for (const host of document.querySelectorAll('*')) {
    const root = look.root(host);
    if (!root || root.mode !== 'closed' || host.attributes.length > 0) continue;
    const path: number[] = [];
    for (let at: Element = host; at.parentElement; at = at.parentElement) {
      path.unshift([...at.parentElement.children].indexOf(at));
    }
    const points = [...root.querySelectorAll('button, a[href], [role=button], summary')]
      .filter((control) => look.visible(control))
      .map((control) => {
        const { x, y, width, height } = look.rect(control);
        return { name: look.name(control), x: x + width / 2, y: y + height / 2 };
      });
    const sheets = [...root.adoptedStyleSheets, ...root.styleSheets];
    const parts = [...root.children]
      .filter((part) => look.visible(part))
      .map((part) => look.rect(part));
    const left = Math.min(...parts.map((part) => part.x));
    const top = Math.min(...parts.map((part) => part.y));
    const right = Math.max(...parts.map((part) => part.x + part.width));
    const bottom = Math.max(...parts.map((part) => part.y + part.height));
    const headline = document.querySelector('h1');
    return {
      text: look.text(root).replace(/\s+/g, ' ').trim(),
      rect:
        parts.length > 0
          ? { x: left, y: top, width: right - left, height: bottom - top }
          : { x: 0, y: 0, width: 0, height: 0 },
      ...(headline ? { headline: look.rect(headline) } : {}),
      controls: points.map((control) => control.name),
      ...(root.activeElement ? { focused: look.name(root.activeElement) } : {}),
      markup: {
        html: new XMLSerializer().serializeToString(root),
        css: sheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\n'),
      },
      path,
      points,
    };
  }
  return null;
}

/** Runs in the page before anything of it: remembers when each element was put in. */
export function rememberInsertions(): void {
  const times = new WeakMap<Node, number>();
  Reflect.set(globalThis, 'insertionTimes', times);
  new MutationObserver((changes) => {
    const now = performance.now();
    for (const change of changes) for (const node of change.addedNodes) times.set(node, now);
  }).observe(document, { childList: true, subtree: true });
}

/** Runs in the page: milliseconds from DOMContentLoaded to the insertion of the element at `path`. */
export function insertedAfterDomContentLoaded(path: number[]): number | null {
  let at: Element | undefined = document.documentElement;
  for (const index of path) at = at?.children[index];
  const times: unknown = Reflect.get(globalThis, 'insertionTimes');
  const [navigation] = performance.getEntriesByType('navigation');
  if (!at || !(times instanceof WeakMap) || !(navigation instanceof PerformanceNavigationTiming)) {
    return null;
  }
  const inserted: unknown = times.get(at);
  return typeof inserted === 'number' ? inserted - navigation.domContentLoadedEventStart : null;
}
