// Of what the extension keeps for a tab, the part that tests and the demo look at.

import * as v from 'valibot';

const shape = v.variant('status', [
  v.object({ status: v.picklist(['looking', 'no-access']), url: v.string() }),
  v.object({ status: v.literal('not-article'), url: v.string(), why: v.array(v.string()) }),
  v.object({
    status: v.literal('error'),
    url: v.string(),
    problem: v.object({ code: v.string(), detail: v.string() }),
  }),
  v.object({
    status: v.literal('checked'),
    url: v.string(),
    provenance: v.object({ kind: v.string() }),
    problems: v.array(v.object({ code: v.string(), detail: v.string() })),
  }),
]);

export interface TabSummary {
  status: 'looking' | 'no-access' | 'not-article' | 'error' | 'checked';
  url: string;
  /** The verdict of a checked page. */
  kind?: string;
  problems: { code: string; detail: string }[];
}

/** Undefined where nothing is kept. Throws when what is kept has another shape. */
export function readTabState(kept: unknown): TabSummary | undefined {
  if (kept === undefined || kept === null) return undefined;
  const state = v.parse(shape, kept);
  const { status, url } = state;
  if (state.status === 'checked') {
    return { status, url, kind: state.provenance.kind, problems: state.problems };
  }
  return { status, url, problems: state.status === 'error' ? [state.problem] : [] };
}
