// `npm run shots [-- PATTERN]`: a picture of every state of the popup, in out/shots.

import { join } from 'node:path';
import { openBrowser, type Scheme, serveGallery, take, VIEWS } from '../tests/popup/shots.ts';
import { SHOWN } from '../tests/popup/states.ts';
import { type BrowserKind, findBrowser, howToGet } from './browsers.ts';
import { root } from './command.ts';

const KINDS: readonly BrowserKind[] = ['chrome', 'firefox'];
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** `chrome copy-light-100` and the like; all of them without an argument. */
const wanted = new RegExp(process.argv[2] ?? '');

async function shoot(kind: BrowserKind, executable: string, gallery: string): Promise<number> {
  let wrong = 0;
  let taken = 0;
  for (const scheme of SCHEMES) {
    const names = Object.keys(SHOWN).flatMap((name) =>
      Object.keys(VIEWS).map((view) => ({ name, view })),
    );
    const asked = names.filter(({ name, view }) =>
      wanted.test(`${kind} ${name}-${scheme}-${view}`),
    );
    if (asked.length === 0) continue;
    const browser = await openBrowser(kind, executable, scheme);
    try {
      const page = await browser.newPage();
      if (kind === 'chrome') {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      }
      for (const { name, view } of asked) {
        const shown = SHOWN[name];
        if (shown === undefined || !isView(view)) continue;
        const folder = join(root, 'out', 'shots', kind);
        const found = await take(page, gallery, { name, shown, view, scheme, folder });
        taken += 1;
        for (const line of found.wrong) console.log(`${kind} ${name}-${scheme}-${view}: ${line}`);
        wrong += found.wrong.length;
      }
    } finally {
      await browser.close();
    }
  }
  console.log(`${kind}: ${taken} pictures in out/shots/${kind}, ${wrong} faults`);
  return wrong;
}

const isView = (name: string): name is keyof typeof VIEWS => name in VIEWS;

const gallery = await serveGallery();
try {
  let wrong = 0;
  for (const kind of KINDS) {
    const found = findBrowser(kind);
    if (found === undefined) console.log(howToGet(kind));
    else wrong += await shoot(kind, found.path, gallery.url);
  }
  process.exitCode = wrong > 0 ? 1 : 0;
} finally {
  await gallery.close();
}
