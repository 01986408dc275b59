/** What the doctor found, for a person. */
import type { Observation } from '../../run/doctor/observation.ts';
import type { Terminal } from '../terminal.ts';
import { fold } from './fold.ts';
import { plural } from './plural.ts';

/** version of the tool, observations → lines: a mark, the subject, what was found, below it the remedy. */
export function examinationLines(
  version: string,
  observations: readonly Observation[],
  { printColour: colour, printWidth }: Pick<Terminal, 'printColour' | 'printWidth'>,
): readonly string[] {
  const marks = { ok: colour.green('✓'), warning: colour.yellow('!'), failed: colour.red('✗') };
  const width = Math.max(...observations.map(({ subject }) => subject.length));
  const indent = ' '.repeat(width + 4);
  const column = Math.max(24, printWidth - indent.length);
  const rows = observations.flatMap(({ subject, state, message, remedy }) => {
    const [first = '', ...more] = fold(message, column);
    return [
      `${marks[state]} ${subject.padEnd(width)}  ${first}`,
      ...more.map((line) => indent + line),
      ...(remedy === undefined
        ? []
        : fold(`→ ${remedy}`, column).map((line) => indent + colour.cyan(line))),
    ];
  });
  return [colour.bold(`brief ${version}`), ...rows, '', verdict(observations)];
}

function verdict(observations: readonly Observation[]): string {
  const failed = observations.filter(({ state }) => state === 'failed');
  const warned = observations.filter(({ state }) => state === 'warning').length;
  if (failed.length > 0) {
    const names = failed.map(({ subject }) => subject).join(', ');
    return `Something that builds need is missing: ${names}.`;
  }
  return warned === 0
    ? 'Everything is here.'
    : `Everything that builds need is here; ${plural(warned, 'thing')} to look at.`;
}
