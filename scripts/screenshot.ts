// `npm run screenshot`: the README's picture, a newsstand page with the popup over it.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../tests/e2e/harness/session.ts';
import { startNewsstand } from '../tests/newsstand/server.ts';
import { ensureBrowsers, findBrowser, howToGet } from './browsers.ts';
import { root, run } from './command.ts';

/** A story of ours whose page and popup show what Stemma is for. */
const STORY = /what-nineteen-days-bought/;

const browser = findBrowser('chrome') ?? ensureBrowsers(['chrome'])[0];
if (browser === undefined) throw new Error(howToGet('chrome'));
await run('tsx', ['scripts/build/index.ts', 'demo-chrome']);
const folder = await mkdtemp(join(tmpdir(), 'stemma-'));
const newsstand = await startNewsstand({});
const session = await launch('chrome', {
  executable: browser.path,
  extensionDir: join(root, 'dist', 'demo-chrome'),
  ports: newsstand,
});
try {
  const story = newsstand.pages.find(({ url }) => STORY.test(url));
  if (story === undefined) throw new Error(`The newsstand has no page like ${STORY}.`);
  const tab = await session.open(story.url);
  await tab.waitForBadge();
  const popup = await session.openPopup(tab);
  await popup.waitForText(/Save citation/);
  await popup.screenshot(join(folder, 'popup.png'));
  await popup.close();
  await tab.screenshot(join(folder, 'page.png'));

  const picture = async (name: string) =>
    `data:image/png;base64,${await readFile(join(folder, name), 'base64')}`;
  const canvas = await session.open('about:blank');
  await canvas.page.setViewport({ width: 1200, height: 720, deviceScaleFactor: 1 });
  await canvas.page.setContent(`<!doctype html><style>
    body { margin: 0; overflow: hidden }
    img { display: block }
    .page { width: 1200px }
    .popup { position: absolute; top: 16px; right: 24px; width: 400px; overflow: hidden;
      border-radius: 10px; box-shadow: 0 0 0 1px #0003, 0 16px 48px #000a }
  </style><img class="page" src="${await picture('page.png')}"><div class="popup"><img src="${await picture('popup.png')}"></div>`);
  await canvas.page.screenshot({ path: join(root, 'docs', 'screenshot.png') });
} finally {
  await session.close();
  await newsstand.close();
  await rm(folder, { recursive: true });
}
