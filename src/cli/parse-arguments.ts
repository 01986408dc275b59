/** Arguments of one command, by node's own parser; its complaints are put into our words. */
import { parseArgs } from 'node:util';
import { suggest } from '../model/did-you-mean.ts';
import type { Arguments, Command } from './command.ts';

/** The command was called wrongly. */
export class UsageError extends Error {
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.name = 'UsageError';
    this.advice = advice;
  }
}

/** command, arguments after its name → operands and options. Throws `UsageError`. */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const options = Object.fromEntries(
    command.options.map(({ name, short, value }) => [
      name,
      {
        type: value === undefined ? ('boolean' as const) : ('string' as const),
        ...(short === undefined ? {} : { short }),
      },
    ]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const values: Record<string, string | boolean> = {};
  const positionals: string[] = [];
  const help = command.name === 'build' ? 'brief --help' : `brief ${command.name} --help`;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = command.options.find(({ name }) => name === token.name);
    if (option === undefined) {
      const names = command.options.map(({ name }) => `--${name}`);
      throw new UsageError(
        `there is no option ${token.rawName}`,
        suggest(token.rawName, names) ?? help,
      );
    }
    if (option.value === undefined && token.value !== undefined) {
      throw new UsageError(`${token.rawName} takes no value`, `${token.rawName} alone`);
    }
    if (option.value !== undefined && (token.value === undefined || token.value.startsWith('--'))) {
      const example = `${token.rawName} ${option.value}`;
      throw new UsageError(`${token.rawName} needs a value`, example);
    }
    values[option.name] = token.value ?? true;
  }
  if (positionals.length > command.maxOperands) {
    const surplus = positionals[command.maxOperands] ?? '';
    throw new UsageError(`"${surplus}" is one argument too many`, help);
  }
  if (positionals.length < (command.minOperands ?? 0)) {
    throw new UsageError(`"brief ${command.name}" needs ${command.operands}`, help);
  }
  return { positionals, values };
}
