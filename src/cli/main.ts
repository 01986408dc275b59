/** Arguments → one command → its exit status. */
import { suggest } from '../model/did-you-mean.ts';
import { HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import type { Command } from './command.ts';
import { commands } from './commands.ts';
import { exitStatus } from './exit-status.ts';
import { helpFor, overview } from './help.ts';
import { firstOperand, parseArguments } from './parse-arguments.ts';
import { createTerminal, type Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** arguments without `node` and the script → exit status; see `exitStatus`. */
export async function main(
  args: readonly string[],
  terminal: Terminal = ownTerminal(),
): Promise<number> {
  try {
    return await run(args, terminal);
  } catch (error) {
    return explain(error, terminal);
  }
}

/** The command ends with the status of a machine that lacks something where nothing can be printed. */
function ownTerminal(): Terminal {
  const onFailure = () => {
    process.once('exit', () => {
      process.exitCode = exitStatus.environment;
    });
  };
  const { stdout, stderr, env } = process;
  return createTerminal({ stdout, stderr, env, onFailure });
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first = ''] = args;
  if (first === '--version' || first === '-V') {
    const { toolVersion } = await import('./tool-version.ts');
    terminal.print(await toolVersion());
    return exitStatus.clean;
  }
  if (first === 'help') return showHelp(args[1], terminal);
  const { named, rest } = findCommand(args);
  if (rest.includes('--help') || rest.includes('-h')) return showHelp(named?.name, terminal);
  const command = named ?? buildCommand();
  return command.run(parseArguments(command, rest), terminal, commands);
}

/** The first word that is no option names the command, if there is one of that name. */
function findCommand(args: readonly string[]) {
  const word = firstOperand(
    args,
    [...commands.values()].flatMap(({ options }) => options),
  );
  const named = word === undefined ? undefined : commands.get(word.value);
  const rest = named === undefined ? args : args.filter((_, index) => index !== word?.index);
  return { named, rest };
}

/** What is done where no command is named. */
function buildCommand(): Command {
  const command = commands.get('build');
  if (command === undefined) throw new Error('the command "build" is missing from the table');
  return command;
}

function showHelp(name: string | undefined, terminal: Terminal): number {
  const command = name === undefined ? undefined : commands.get(name);
  if (name !== undefined && command === undefined) {
    const near = suggest(name, [...commands.keys()]) ?? '"brief --help" shows all of them';
    throw new UsageError(`there is no command "${name}"`, near);
  }
  const { printColour, printWidth } = terminal;
  terminal.print(
    command === undefined
      ? overview([...commands.values()], printColour, printWidth)
      : helpFor(command, printColour, printWidth),
  );
  return exitStatus.clean;
}

/** What went wrong → words on standard error and the exit status. */
function explain(error: unknown, { colour, error: say }: Terminal): number {
  const tell = (message: string, advice: string | undefined) => {
    say(`${colour.red(colour.bold('error'))}: ${colour.bold(message)}`);
    if (advice !== undefined) say(`  ${colour.cyan('help:')} ${advice}`);
  };
  if (error instanceof UsageError) {
    tell(error.message, error.advice);
    return exitStatus.usage;
  }
  if (error instanceof HostError) {
    const { message, hint } = hostDiagnostic(error);
    tell(message, hint);
    return exitStatus.environment;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  tell(`brief itself failed: ${message}`, 'this is a fault of the tool; please report these lines');
  say(colour.dim(stack ?? message));
  return exitStatus.fault;
}
