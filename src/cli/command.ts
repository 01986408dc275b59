/** What a command is: its name, its options, what it does. */
import { join } from 'node:path';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** An option; `value` names what follows it, and is left out for a switch. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  readonly value?: string;
  /** May be given several times; the values are joined by commas. */
  readonly isList?: boolean;
  readonly help: string;
}

/** Arguments, parsed: what is no option, and the options by name. */
export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Command {
  readonly name: string;
  /** What may follow the name: `[id…]`. */
  readonly operands: string;
  readonly summary: string;
  readonly options: readonly Option[];
  /** Lines of a shell, each with what it does. */
  readonly examples: readonly (readonly [line: string, says: string])[];
  /** How many operands it takes at most. */
  readonly maxOperands: number;
  readonly minOperands?: number;
  /** → exit status. What it works with is imported here, so that help costs nothing. */
  run(args: Arguments, terminal: Terminal, commands: ReadonlyMap<string, Command>): Promise<number>;
}

/** The text of an option with a value, or undefined where it was not given. */
export function textOf({ values }: Arguments, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** True where a switch was given. */
export function isSet({ values }: Arguments, name: string): boolean {
  return values[name] === true;
}

/** Options that every command about a project has. */
export const projectOptions: readonly Option[] = [
  { name: 'root', value: 'folder', help: 'the project, where data/ is (default: this folder)' },
];

/** Of commands that look at the documents. */
export const outputOption: Option = {
  name: 'out',
  value: 'folder',
  help: 'the folder of the documents (default: output/ of the project)',
};

/** The folder of the documents that was named, or that of the project. */
export function outputOf(args: Arguments): string {
  return textOf(args, 'out') ?? join(textOf(args, 'root') ?? '.', 'output');
}

/** Of commands that print for people and for machines. */
export const formatOption: Option = {
  name: 'format',
  value: 'form',
  help: 'pretty or json (default: pretty)',
};

/** The form that was asked for. Throws `UsageError`. */
export function formOf(args: Arguments): 'pretty' | 'json' {
  const form = textOf(args, 'format') ?? 'pretty';
  if (form === 'pretty' || form === 'json') return form;
  throw new UsageError(`"${form}" is not a form`, 'write --format pretty or --format json');
}
