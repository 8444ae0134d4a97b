// Works the archives panel of the library page the way a person does.

import type { Page } from 'puppeteer-core';
import { pause, until } from './in-page.ts';
import type { BrowserSession, TabHandle } from './types.ts';

/** The archives panel in a tab. */
export interface ArchivesPage {
  readonly page: Page;
  text(): Promise<string>;
  /** Waits until the page says what is wanted; answers all that it says. */
  waitFor(wanted: string | RegExp, timeout?: number): Promise<string>;
  /** Chooses a file to import. What comes of it is to be waited for. */
  choose(path: string): Promise<void>;
  /** Presses the button whose text begins with `name`, the last one if there are several. */
  press(name: string): Promise<void>;
}

/** Leads a tab to the archives panel. */
export async function openArchivesPage(
  session: BrowserSession,
  { page }: TabHandle,
): Promise<ArchivesPage> {
  // The load event of an extension's page never arrives in Firefox; the page does.
  const address = `${session.origin}/src/library/index.html#archives`;
  page.goto(address, { timeout: 60_000 }).catch(() => undefined);
  const text = async (): Promise<string> => {
    // Between two documents there is nothing to ask.
    const said = await page.evaluate('document.body?.innerText ?? ""').catch(() => '');
    return typeof said === 'string' ? said : '';
  };
  const panel: ArchivesPage = {
    page,
    text,
    async waitFor(wanted, timeout = 20_000) {
      let last = '';
      return until(
        async () => {
          last = await text();
          const has = typeof wanted === 'string' ? last.includes(wanted) : wanted.test(last);
          return has ? last : undefined;
        },
        timeout,
        () => `the archives panel does not say ${String(wanted)}; it says:\n${last}\n`,
      );
    },
    async choose(path) {
      const input = await page.waitForSelector('.drop input[type=file]');
      if (!input?.uploadFile) throw new Error('no field for a file');
      await input.uploadFile(path);
    },
    async press(name) {
      await page.bringToFront();
      const point = await until(
        async () => {
          const before = await page.evaluate(pointOf, name);
          await pause(30);
          const now = await page.evaluate(pointOf, name);
          return now && before && now.y === before.y ? now : undefined;
        },
        5000,
        () => `the archives panel shows no button ${name}`,
      );
      await page.mouse.click(point.x, point.y);
    },
  };
  await panel.waitFor('Choose a file');
  return panel;
}

function pointOf(name: string): { x: number; y: number } | null {
  const button = [...document.querySelectorAll('button')].findLast((one) =>
    one.innerText.trim().startsWith(name),
  );
  if (!button) return null;
  button.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = button.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
