// What every command is given and gives back.

import type { Output } from './output.ts';

/** 0 done, 1 some inputs failed and the rest is done, 2 the command was not understood. */
export type ExitCode = 0 | 1 | 2;

export interface Context {
  output: Output;
  stdin: AsyncIterable<Uint8Array>;
  env: Readonly<Record<string, string | undefined>>;
}

export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** The whole help, ending without a line end. */
  usage: string;
  /** @throws {UsageError} where the arguments do not make sense */
  run(args: string[], context: Context): Promise<ExitCode>;
}

/** The command line was not understood: tells what, and ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
