// The `stemma` command: finds the subcommand, words what went wrong, and turns it into an exit code.

import process from 'node:process';
import { build } from './build.ts';
import { cite } from './cite.ts';
import { type Command, type Context, type ExitCode, UsageError } from './command.ts';
import { extract } from './extract.ts';
import { inspect } from './inspect.ts';
import { match } from './match.ts';
import { Output } from './output.ts';
import { key, sign, verify } from './sign.ts';
import { packageVersion } from './version.ts';

const commands = new Map<string, Command>([
  ['build', build],
  ['inspect', inspect],
  ['match', match],
  ['extract', extract],
  ['cite', cite],
  ['sign', sign],
  ['verify', verify],
  ['key', key],
]);

/** Named so that somebody who read of them learns that they are not here, not that they mistyped. */
const notInThisVersion = new Set(['bench']);

const usage = `stemma ${packageVersion()}: archives of news stories as fingerprints, and what a text shares with them

Usage: stemma COMMAND [OPTIONS] INPUT…

${[...commands].map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`).join('\n')}

  stemma COMMAND --help   options of a command
  stemma --version        the version

Results go to standard output, problems to standard error.
Exit codes: 0 done; 1 some inputs failed, each is named and the rest is done; 2 wrong usage.`;

/** Node's parseArgs throws TypeErrors with these codes for options it does not know. */
function isArgumentError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS')
  );
}

async function runCommand(
  command: Command,
  name: string,
  args: string[],
  context: Context,
): Promise<ExitCode> {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (options.includes('--help') || options.includes('-h')) {
    await context.output.line(command.usage);
    return 0;
  }
  try {
    return await command.run(args, context);
  } catch (error) {
    if (!(error instanceof UsageError) && !isArgumentError(error)) throw error;
    context.output.tell(`${name}: ${error.message.split('. ')[0] ?? error.message}`);
    context.output.tell(`see: stemma ${name} --help`);
    return 2;
  } finally {
    context.output.end();
  }
}

/** Whoever read our output has gone (`| head`): nothing is left to say, and that is no failure. */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
}

/**
 * Runs the command.
 *
 * @param args what stands behind `stemma` on the command line
 */
export async function main(args: string[]): Promise<ExitCode> {
  process.stdout.on('error', leaveQuietly);
  const output = new Output(process.stdout, process.stderr);
  const context: Context = { output, stdin: process.stdin, env: process.env };
  const [name, ...rest] = args;
  if (name === undefined) {
    output.tell('no command given');
    process.stderr.write(`\n${usage}\n`);
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = commands.get(rest[0] ?? '');
    await output.line(asked?.usage ?? usage);
    return 0;
  }
  if (name === '--version' || name === '-V') {
    await output.line(packageVersion());
    return 0;
  }
  const command = commands.get(name);
  if (command !== undefined) return runCommand(command, name, rest, context);
  output.tell(
    notInThisVersion.has(name)
      ? `"${name}" is not in this version (${packageVersion()})`
      : `there is no command "${name}"`,
  );
  process.stderr.write(`\n${usage}\n`);
  return 2;
}
