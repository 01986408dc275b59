/** Help that teaches by examples. */
import type { Command, Option } from './command.ts';

/** All commands → the text of `brief --help`. */
export function overview(commands: readonly Command[]): string {
  const build = commands.find(({ name }) => name === 'build');
  const others = commands.filter(({ name }) => name !== 'build');
  return [
    'brief: policy briefs from YAML, as Markdown, HTML and PDF',
    '',
    'Usage',
    '  brief [id…] [options]     build briefs: all of them, or those named',
    '  brief <command> [options]',
    '',
    'Commands',
    ...table(others.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary])),
    '',
    'Options for building',
    ...table((build?.options ?? []).map(optionRow)),
    '',
    'Examples',
    ...table((build?.examples ?? []).map(([line, says]) => [line, says])),
    '',
    'Exit status: 0 all is well, 1 something in the data is wrong, 2 the command was called',
    'wrongly, 3 the machine lacks something (then "brief doctor" tells what).',
    'More on one command: brief help <command>',
  ].join('\n');
}

/** One command → the text of `brief help <command>`. */
export function helpFor({ name, operands, summary, options, examples }: Command): string {
  const call = name === 'build' ? 'brief' : `brief ${name}`;
  return [
    `${call} ${operands}`.trim(),
    `  ${summary}`,
    ...(options.length === 0 ? [] : ['', 'Options', ...table(options.map(optionRow))]),
    '',
    'Examples',
    ...table(examples.map(([line, says]) => [line, says])),
  ].join('\n');
}

function optionRow({ name, short, value, help }: Option): [string, string] {
  const flag = short === undefined ? `--${name}` : `-${short}, --${name}`;
  return [value === undefined ? flag : `${flag} <${value}>`, help];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
