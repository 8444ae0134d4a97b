// How fast packs are built, how large they are and how much memory it takes, beside a full-text index.

import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BuildTask, type Built, parseBuilt } from './build-task.ts';
import { figure } from './figures.ts';
import { sharedFile } from './news.ts';
import type { Bench } from './types.ts';

const child = fileURLToPath(new URL('build-child.ts', import.meta.url));

/** Each in a process of its own: the peak of one must not be the other's. */
async function measured(task: BuildTask): Promise<Built> {
  const args = ['--import', 'tsx', child, JSON.stringify(task)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 20 });
  return parseBuilt(stdout);
}

function of(what: BuildTask['what'], documents: number, texts: BuildTask['texts']): BuildTask {
  return { what, documents, texts };
}

function tasks(quick: boolean, large: boolean): BuildTask[] {
  const texts = sharedFile('news/articles.jsonl.gz') === undefined ? 'nonsense' : 'news';
  const documents = quick ? 1000 : 10_000;
  return [
    of('std', documents, texts),
    of('lite', documents, texts),
    of('MiniSearch', documents, texts),
    ...(large
      ? [
          of('std', 100_000, 'nonsense'),
          of('lite', 100_000, 'nonsense'),
          of('lite', 1_000_000, 'nonsense'),
        ]
      : []),
  ];
}

function rate({ documents, seconds }: Built): number {
  return documents / seconds;
}

export const run: Bench = async ({ quick, large, progress }) => {
  const built: Built[] = [];
  for (const task of tasks(quick, large)) {
    progress(`${task.what}, ${task.documents} documents (${task.texts})`);
    built.push(await measured(task));
  }
  const peer = built.find(({ what }) => what === 'MiniSearch');
  return {
    tables: [
      {
        title: 'Building an archive',
        columns: [
          '',
          'documents',
          'texts',
          'documents/s',
          'ratio',
          'documents/CPU s',
          'bytes/document',
          'peak MB',
        ],
        rows: built.map((each) => [
          each.what === 'MiniSearch' ? each.what : `Stemma ${each.what}`,
          figure(each.documents),
          each.texts,
          figure(rate(each)),
          peer === undefined ? '' : figure(rate(each) / rate(peer)),
          figure(each.documents / each.cpuSeconds),
          figure(each.bytes / each.documents),
          figure(each.peakBytes / 1e6),
        ]),
        notes: [
          'texts of 420 words: real news cut there (../shared/bench/news), or seeded nonsense; with address, title, date and outlet',
          'one thread; from document to file on disk, reading the input not counted; ratio to MiniSearch, which is in memory',
        ],
      },
    ],
    json: { built: built.map((each) => ({ ...each, documentsPerSecond: rate(each) })) },
  };
};
