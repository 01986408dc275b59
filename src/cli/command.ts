/** What a command is: its name, its options, what it does. */
import type { Terminal } from './terminal.ts';

/** An option; `value` names what follows it, and is left out for a switch. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  readonly value?: string;
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
  run(args: Arguments, terminal: Terminal): Promise<number>;
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
