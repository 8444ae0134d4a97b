// How long looking and reading take in Chromium, beside Readability, on real pages.

import { launch } from 'puppeteer-core';
import * as v from 'valibot';
import { build } from 'vite';
import { findBrowser } from '../../../scripts/browsers.ts';
import { root } from '../../../scripts/command.ts';
import { decodeText } from '../../../src/ingest/text.ts';
import { figure, spread } from '../figures.ts';
import type { BenchOptions, BenchResult } from '../types.ts';
import { wcxbHtml, wcxbPages } from './wcxb.ts';

const pageTimes = v.object({
  firstLook: v.number(),
  reading: v.number(),
  readability: v.number(),
  longestSlice: v.number(),
});
type PageTimes = v.InferOutput<typeof pageTimes>;

/** Every nth page of the set: all kinds are in it. */
const pagesTimed = 60;

async function inPageCode(): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: `${root}/tests/bench/extract/in-page.ts`,
        formats: ['iife'],
        name: 'stemmaTimes',
        fileName: 'in-page',
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk =
    first !== undefined && 'output' in first
      ? first.output.find((file) => file.type === 'chunk')
      : undefined;
  if (chunk === undefined) throw new Error('the script of the speed benchmark was not built');
  return chunk.code;
}

export async function speed({ quick, progress }: BenchOptions): Promise<BenchResult> {
  const all = wcxbPages();
  const found = findBrowser('chrome');
  if (all === undefined || found === undefined) {
    progress(`speed skipped: no ${all === undefined ? 'pages-wcxb' : 'Chromium'}`);
    return { tables: [], json: {} };
  }
  const every = Math.floor(all.length / (quick ? 6 : pagesTimed));
  const pages = all.filter((_, at) => at % every === 0);
  progress(`speed on ${pages.length} pages of pages-wcxb in Chromium`);
  const code = await inPageCode();
  const browser = await launch({
    executablePath: found.path,
    headless: true,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND'],
  });
  const times: PageTimes[] = [];
  try {
    const page = await browser.newPage();
    for (const each of pages) {
      // Without the page's own scripts, which would change it under the measurement.
      const html = decodeText(wcxbHtml(each)).replace(
        /<script\b(?![^>]*ld\+json)[^>]*>[^]*?<\/script>/gi,
        '',
      );
      await page.goto('about:blank');
      await page.setContent(html, { waitUntil: 'domcontentloaded' });
      const call = `(async () => { ${code}; return stemmaTimes(${JSON.stringify(each.url)}); })()`;
      times.push(v.parse(pageTimes, await page.evaluate(call)));
    }
  } finally {
    await browser.close();
  }
  const row = (name: string, pick: (each: PageTimes) => number): string[] => {
    const { p50, p95, max } = spread(times.map(pick));
    return [name, figure(p50), figure(p95), figure(max)];
  };
  return {
    tables: [
      {
        title: 'Looking at and reading a page in Chromium (ms)',
        columns: ['', 'p50', 'p95', 'max'],
        rows: [
          row('first look', (each) => each.firstLook),
          row('whole reading', (each) => each.reading),
          row('Readability', (each) => each.readability),
          row('longest task of a sliced reading', (each) => each.longestSlice),
        ],
        notes: [`${times.length} pages of pages-wcxb without their scripts; quickest of three.`],
      },
    ],
    json: { times },
  };
}
