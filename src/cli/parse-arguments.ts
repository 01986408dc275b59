/** Arguments of one command, by node's own parser; its complaints are put into our words. */
import { parseArgs } from 'node:util';
import { suggest } from '../model/did-you-mean.ts';
import type { Arguments, Command, Option } from './command.ts';
import { UsageError } from './usage-error.ts';

/** command, arguments after its name → operands and options. Throws `UsageError`. */
export function parseArguments(command: Command, args: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(command.options.map(parserRow)),
    strict: false,
    tokens: true,
  });
  const values: Record<string, string | boolean> = {};
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const option = findOption(command, token.name, token.rawName);
    const value = readValue(option, token.rawName, token.value);
    const earlier = values[option.name];
    if (option.isList === true && typeof earlier === 'string') {
      values[option.name] = `${earlier},${value}`;
    } else if (earlier !== undefined && earlier !== value) {
      throw new UsageError(`${token.rawName} is given twice`, 'give it once');
    } else {
      values[option.name] = value;
    }
  }
  checkOperands(command, positionals);
  return { positionals, values };
}

/** arguments, options of all commands → the first argument that is neither an option nor its value. */
export function firstOperand(args: readonly string[], options: readonly Option[]) {
  const table = Object.fromEntries(options.map(parserRow));
  const { tokens } = parseArgs({ args: [...args], options: table, strict: false, tokens: true });
  return tokens.find((token) => token.kind === 'positional');
}

function parserRow({ name, short, value }: Option) {
  const type = value === undefined ? ('boolean' as const) : ('string' as const);
  return [name, short === undefined ? { type } : { type, short }] as const;
}

function findOption(command: Command, name: string, typed: string): Option {
  const found = command.options.find((option) => option.name === name);
  if (found !== undefined) return found;
  const names = command.options.map((option) => `--${option.name}`);
  throw new UsageError(`there is no option ${typed}`, suggest(typed, names) ?? helpOf(command));
}

function readValue(option: Option, typed: string, value: string | undefined): string | boolean {
  if (option.value === undefined) {
    if (value === undefined) return true;
    throw new UsageError(`${typed} takes no value`, `write ${typed} alone`);
  }
  if (value !== undefined && value !== '' && !/^--?[a-z]/.test(value)) return value;
  throw new UsageError(`${typed} needs a value`, `write ${typed} <${option.value}>`);
}

function checkOperands(command: Command, positionals: readonly string[]): void {
  const { maxOperands, minOperands = 0, operands, name } = command;
  const surplus = positionals[maxOperands];
  if (surplus !== undefined) {
    throw new UsageError(`"${surplus}" is one argument too many`, helpOf(command));
  }
  if (positionals.length < minOperands) {
    throw new UsageError(`"brief ${name}" needs ${operands}`, helpOf(command));
  }
}

function helpOf({ name }: Command): string {
  return `"brief ${name === 'build' ? '' : `${name} `}--help" shows what there is`;
}
