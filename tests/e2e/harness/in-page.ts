// Turns a function of ours into source that any page can run, and brings its answer back.

/** Runs source text somewhere and answers its value, which must survive JSON. */
export type Evaluate = (expression: string) => Promise<unknown>;

/**
 * A function's source as one expression. It must use only its arguments and the globals of where it
 * runs. Compilers that keep names wrap inner functions in `__name`, which no page has.
 */
export function sourceOf(of: (...args: never[]) => unknown): string {
  return `((...args) => { const __name = (of) => of; return (${of.toString()})(...args); })`;
}

/** A call as one expression. Arguments must survive JSON; `undefined` arguments are kept. */
export function callOf(of: (...args: never[]) => unknown, args: readonly unknown[]): string {
  const written = args.map((one) => (one === undefined ? 'undefined' : JSON.stringify(one)));
  return `${sourceOf(of)}(${written.join(', ')})`;
}

/** Runs a function elsewhere. The function's own type says what comes back. */
export async function run<A extends readonly unknown[], R>(
  evaluate: Evaluate,
  of: (...args: A) => R,
  args: A,
): Promise<Awaited<R>> {
  const value = await evaluate(callOf(of, args));
  // The one trusted seam: our own function ran, so its own return type holds.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return value as Awaited<R>;
}

/** Asks again every 20 ms until `ask` answers something, or throws what `failure` says. */
export async function until<T>(
  ask: () => Promise<T | undefined>,
  timeout: number,
  failure: () => string,
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`${failure()} (waited ${timeout} ms)`);
    await pause(20);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
