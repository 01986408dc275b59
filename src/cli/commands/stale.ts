/** `brief stale`: what is due for review, with the briefs it touches. */
import { dayIn } from '../build-job.ts';
import { type Command, formatOption, formOf, projectOptions, textOf } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { openProject } from '../open-project.ts';

export const staleCommand: Command = {
  name: 'stale',
  operands: '',
  summary: 'what is due for review: what rests on a retraction first, then by use',
  options: [
    ...projectOptions,
    { name: 'as-of', value: 'date', help: 'the day to judge by (default: today)' },
    formatOption,
  ],
  examples: [
    ['brief stale', 'what to look at today'],
    ['brief stale --as-of 2027-01-01', 'what will be due at the turn of the year'],
  ],
  maxOperands: 0,
  async run(args, terminal) {
    const isJson = formOf(args) === 'json';
    const { staleRecords } = await import('../../run/graph/stale.ts');
    const { host, project } = await openProject(args);
    const today = new Date(host.clock.now()).toISOString().slice(0, 10);
    const day = dayIn(textOf(args, 'as-of') ?? today);
    const found = staleRecords(project.resolved, day);
    if (isJson) {
      terminal.print(JSON.stringify({ asOf: day, stale: found }, undefined, 2));
      return exitStatus.clean;
    }
    const { printColour: colour } = terminal;
    for (const { ref, label, since, reason, finding, retracted = [], at, briefs } of found) {
      const why = {
        retracted: `rests on ${retracted.join(', ')}, retracted`,
        review: `review was due ${since}`,
        'half-life': `past its half-life since ${since}`,
        finding: `rests on ${finding}, stale since ${since}`,
      }[reason];
      terminal.print(`${colour.bold(ref)}  ${label}`);
      terminal.print(`  ${colour.yellow(why)}  ${colour.dim(at)}`);
      terminal.print(`  ${briefs.length === 0 ? 'in no brief' : `in ${briefs.join(', ')}`}`);
    }
    const count =
      found.length === 0
        ? 'nothing is'
        : found.length === 1
          ? '1 record is'
          : `${found.length} records are`;
    terminal.print(`${count} due for review as of ${day}`);
    return exitStatus.clean;
  },
};
