// What the build benchmark asks of a process of its own, and what that answers.

import * as v from 'valibot';

const Task = v.object({
  what: v.picklist(['std', 'lite', 'MiniSearch']),
  documents: v.pipe(v.number(), v.integer(), v.minValue(1)),
  texts: v.picklist(['news', 'nonsense']),
});
export type BuildTask = v.InferOutput<typeof Task>;

const Result = v.object({
  ...Task.entries,
  /** Time spent building, not making the texts. */
  seconds: v.number(),
  /** Of all threads: what it takes on a machine that does nothing else, roughly. */
  cpuSeconds: v.number(),
  bytes: v.number(),
  peakBytes: v.number(),
});
export type Built = v.InferOutput<typeof Result>;

export function parseTask(json: string | undefined): BuildTask {
  return v.parse(Task, JSON.parse(json ?? ''));
}

export function parseBuilt(json: string): Built {
  return v.parse(Result, JSON.parse(json));
}
