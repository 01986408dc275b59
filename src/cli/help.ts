/** Help that teaches by examples. */
import type { Command, Option } from './command.ts';
import { displayWidth } from './print/display-width.ts';
import { fold } from './print/fold.ts';
import type { Colours } from './terminal.ts';

/** All commands → the text of `brief --help`. */
export function overview(commands: readonly Command[], colour: Colours, columns: number): string {
  const build = commands.filter(({ name }) => name === 'build');
  const others = commands.filter(({ name }) => name !== 'build');
  const rows = (pairs: readonly Row[]) => table(pairs, columns);
  return [
    `${colour.bold('brief')}: policy briefs from YAML, as Markdown, HTML and PDF`,
    '',
    colour.bold('Examples'),
    ...rows([
      ...build.flatMap(({ examples }) => examples),
      ['brief check', 'find every problem in the data, build nothing'],
      ['brief doctor', 'when a PDF is missing: what this machine lacks, and the remedy'],
    ]),
    '',
    colour.bold('Building: brief [id…] [options]'),
    ...rows(build.flatMap(({ options }) => options.map(optionRow))),
    '',
    colour.bold('Other commands'),
    ...rows(others.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary])),
    '',
    'More on one command: brief help <command>. Version: brief --version.',
    ...fold(statuses, Math.min(columns, 90)),
  ].join('\n');
}

const statuses =
  'Exit status: 0 all is well, 1 something in the data is wrong, 2 the call was wrong, 3 the machine ' +
  'lacks something ("brief doctor" says what), 70 a fault of brief itself.';

/** One command → the text of `brief help <command>`. */
export function helpFor(command: Command, colour: Colours, columns: number): string {
  const { name, operands, summary, options, examples } = command;
  const call = name === 'build' ? 'brief' : `brief ${name}`;
  return [
    `${colour.bold(`${call} ${operands}`.trim())}: ${summary}`,
    '',
    colour.bold('Examples'),
    ...table(examples, columns),
    ...(options.length === 0 ? [] : ['', colour.bold('Options')]),
    ...table(options.map(optionRow), columns),
  ].join('\n');
}

type Row = readonly [left: string, right: string];

function optionRow({ name, short, value, help }: Option): Row {
  const flag = short === undefined ? `--${name}` : `-${short}, --${name}`;
  return [value === undefined ? flag : `${flag} <${value}>`, help];
}

/** Two columns; where the terminal is too narrow for them, the right one is folded between words. */
function table(rows: readonly Row[], columns: number): string[] {
  const left = Math.max(0, ...rows.map(([text]) => displayWidth(text)));
  const indent = ' '.repeat(left + 4);
  const room = Math.max(24, columns - indent.length);
  return rows.flatMap(([text, says]) => {
    const [first = '', ...more] = fold(says, room);
    const space = ' '.repeat(left - displayWidth(text));
    return [`  ${text}${space}  ${first}`, ...more.map((line) => indent + line)];
  });
}
