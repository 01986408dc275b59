/** Arguments → one command → its exit status. */

import { suggest } from '../model/did-you-mean.ts';
import { HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import { commands } from './commands.ts';
import { exitStatus } from './exit-status.ts';
import { helpFor, overview } from './help.ts';
import { parseArguments, UsageError } from './parse-arguments.ts';
import { createTerminal, type Terminal } from './terminal.ts';

/** arguments without `node` and the script → exit status: 0, 1 content, 2 usage, 3 environment. */
export async function main(
  args: readonly string[],
  terminal: Terminal = createTerminal(process),
): Promise<number> {
  try {
    return await run(args, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(`${terminal.colour.red('error')}: ${error.message}`);
      terminal.error(`  try: ${error.advice}`);
      return exitStatus.usage;
    }
    if (error instanceof HostError) {
      const { message, hint } = hostDiagnostic(error);
      terminal.error(`${terminal.colour.red('error')}: ${message}`);
      if (hint !== undefined) terminal.error(`  try: ${hint}`);
      return exitStatus.environment;
    }
    throw error;
  }
}

async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first] = args;
  if (first === '--version' || first === '-V') {
    const { toolVersion } = await import('./tool-version.ts');
    terminal.print(await toolVersion());
    return exitStatus.clean;
  }
  if (first === 'help') return showHelp(args[1], terminal);
  const named = first === undefined ? undefined : commands.get(first);
  const command = named ?? commands.get('build');
  if (command === undefined) throw new Error('the command "build" is missing from the table');
  const rest = named === undefined ? args : args.slice(1);
  if (rest.includes('--help') || rest.includes('-h')) return showHelp(named && first, terminal);
  const parsed = parseArguments(command, rest);
  return command.run(parsed, terminal);
}

function showHelp(name: string | undefined, terminal: Terminal): number {
  if (name === undefined) {
    terminal.print(overview([...commands.values()]));
    return exitStatus.clean;
  }
  const command = commands.get(name);
  if (command === undefined) {
    const near = suggest(name, [...commands.keys()]) ?? 'brief --help';
    throw new UsageError(`there is no command "${name}"`, near);
  }
  terminal.print(helpFor(command));
  return exitStatus.clean;
}
