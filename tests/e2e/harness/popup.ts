// Reads and works the popup the way a person does: by what is shown, by role and name, by mouse and keys.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { PopupSurface } from './driver.ts';
import { pause, run, until } from './in-page.ts';
import type { AccessibleNode, AxeViolation, PopupHandle } from './types.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** What is used of axe-core. Its own types leave most of `commons` out. */
interface AxeInPage {
  run(of: Document, options: RunOptions): Promise<AxeResults>;
  setup(root: Element): void;
  teardown(): void;
  commons: {
    aria: { getRole(of: Element): string | null };
    dom: { isVisibleToScreenReaders(of: Element): boolean };
    text: { accessibleText(of: Element): string };
  };
}

declare global {
  // Put into the popup by `withAxe`.
  var axe: AxeInPage;
}

export function popupHandle(surface: PopupSurface): PopupHandle {
  const evaluate = (expression: string): Promise<unknown> => surface.evaluate(expression);
  /** axe-core also computes roles and names, by the same rules that it checks. */
  const withAxe = async (): Promise<void> => {
    if ((await evaluate('typeof axe')) !== 'object') await evaluate(`(() => { ${axeSource} })()`);
  };
  const popup: PopupHandle = {
    pressedAt: surface.pressedAt,
    text: () => run(evaluate, shownText, []),
    async waitForText(wanted, timeout = 10_000) {
      let last = '';
      return until(
        async () => {
          last = await popup.text();
          const has = typeof wanted === 'string' ? last.includes(wanted) : wanted.test(last);
          return has ? last : undefined;
        },
        timeout,
        () => `the popup does not say ${String(wanted)}; it says:\n${last}\n`,
      );
    },
    async snapshot() {
      await withAxe();
      return run(evaluate, listNodes, []);
    },
    async click(role, name) {
      await withAxe();
      const pattern = typeof name === 'string' ? undefined : name;
      const exact = typeof name === 'string' ? name : undefined;
      const find = (): Promise<Point | null> =>
        run(evaluate, pointOf, [role, exact, pattern?.source, pattern?.flags]);
      // A popup grows with what is in it: what is to be clicked has to stand still, and uncovered.
      let before = await find();
      const point = await until(
        async () => {
          await pause(30);
          const now = await find();
          const still = now && before && now.x === before.x && now.y === before.y;
          before = now;
          return still && now.uncovered ? now : undefined;
        },
        3000,
        () => `the popup shows no ${role} ${String(name)} to click`,
      ).catch(async (error: unknown) => {
        const shown = await run(evaluate, listNodes, []);
        throw new Error(`${String(error)}: ${JSON.stringify(shown)}`);
      });
      await surface.click(point.x, point.y);
    },
    press: (key, { shift = false } = {}) => surface.press(key, shift),
    async focused() {
      await withAxe();
      return (await run(evaluate, focusedNode, [])) ?? undefined;
    },
    evaluate: (of, ...args) => run(evaluate, of, args),
    async axe() {
      await withAxe();
      return axeViolations(evaluate);
    },
    screenshot: (path) => surface.screenshot(path),
    isOpen: () => surface.isOpen(),
    close: () => surface.close(),
  };
  return popup;
}

/** Runs axe-core in a page: all its rules, best practice too. */
export async function axeViolations(
  evaluate: (expression: string) => Promise<unknown>,
): Promise<AxeViolation[]> {
  if ((await evaluate('typeof axe')) !== 'object') await evaluate(`(() => { ${axeSource} })()`);
  return run(evaluate, runAxe, []);
}

async function runAxe(): Promise<AxeViolation[]> {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] });
  return violations.map(({ id, impact, help, nodes }) => ({
    id,
    impact: impact ?? 'unknown',
    help,
    nodes: nodes.map((node) => `${node.html} — ${node.failureSummary ?? ''}`),
  }));
}

function shownText(): string {
  return document.body.innerText.replace(/\n{2,}/g, '\n').trim();
}

/** Every element that has a role of its own and is shown. Needs axe-core in the page. */
function listNodes(): AccessibleNode[] {
  const states = ['expanded', 'checked', 'pressed', 'current', 'selected', 'disabled', 'live'];
  axe.setup(document.documentElement);
  try {
    const nodes: AccessibleNode[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      const role = axe.commons.aria.getRole(element);
      if (role === null || /^(none|presentation|generic)$/.test(role)) continue;
      if (!axe.commons.dom.isVisibleToScreenReaders(element)) continue;
      const set: Record<string, string> = {};
      for (const state of states) {
        const value = element.getAttribute(`aria-${state}`);
        if (value !== null) set[state] = value;
      }
      const name = axe.commons.text.accessibleText(element).replace(/\s+/g, ' ').trim();
      nodes.push({ role, name, ...(Object.keys(set).length > 0 ? { states: set } : {}) });
    }
    return nodes;
  } finally {
    axe.teardown();
  }
}

function focusedNode(): AccessibleNode | null {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  axe.setup(document.documentElement);
  try {
    return {
      role: axe.commons.aria.getRole(element) ?? 'generic',
      name: axe.commons.text.accessibleText(element).replace(/\s+/g, ' ').trim(),
    };
  } finally {
    axe.teardown();
  }
}

interface Point {
  x: number;
  y: number;
  /** What a click there would meet is the element, or inside of it or around it. */
  uncovered: boolean;
}

/** The middle of the shown element of a role and name, scrolled into view. */
function pointOf(
  role: string,
  exact: string | undefined,
  pattern: string | undefined,
  flags: string | undefined,
): Point | null {
  const expression = pattern === undefined ? undefined : new RegExp(pattern, flags);
  axe.setup(document.documentElement);
  try {
    for (const element of document.body.querySelectorAll('*')) {
      if (axe.commons.aria.getRole(element) !== role) continue;
      if (!axe.commons.dom.isVisibleToScreenReaders(element)) continue;
      const name = axe.commons.text.accessibleText(element).replace(/\s+/g, ' ').trim();
      if (expression ? !expression.test(name) : name !== exact) continue;
      element.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      return { x, y, uncovered: hit !== null && (element.contains(hit) || hit.contains(element)) };
    }
    return null;
  } finally {
    axe.teardown();
  }
}
