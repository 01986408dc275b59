/** `brief trace`, `brief where-used`, `brief coverage`: how we know, and what a correction reaches. */
import { suggest } from '../../model/did-you-mean.ts';
import type { Entry } from '../../model/stages.ts';
import type { Coverage } from '../../run/graph/coverage.ts';
import type { TraceNode } from '../../run/graph/trace.ts';
import type { Project } from '../../run/read-project.ts';
import { type Arguments, type Command, formatOption, formOf, projectOptions } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { openProject } from '../open-project.ts';
import { reportDiagnostics } from '../print/report.ts';
import { formatTable } from '../print/table.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

const options = [...projectOptions, formatOption];

export const traceCommand: Command = {
  name: 'trace',
  operands: '<id>',
  summary: 'what a brief, takeaway or finding rests on, down to the quoted words',
  options,
  examples: [['brief trace quiet-outlet', 'every takeaway of a brief with its evidence']],
  minOperands: 1,
  maxOperands: 1,
  run: (args, terminal) =>
    withRecord(args, terminal, async (entry, { resolved }) => {
      const { trace } = await import('../../run/graph/trace.ts');
      const tree = trace(resolved, entry);
      return { json: tree, lines: treeLines(tree, terminal) };
    }),
};

export const whereUsedCommand: Command = {
  name: 'where-used',
  operands: '<id>',
  summary: 'everything that stands on a source or a finding: the reach of a correction',
  options,
  examples: [
    ['brief where-used tat-azaim', 'findings, takeaways and briefs that rest on a source'],
  ],
  minOperands: 1,
  maxOperands: 1,
  run: (args, terminal) =>
    withRecord(args, terminal, async (entry, { resolved }) => {
      const { whereUsed } = await import('../../run/graph/where-used.ts');
      const reach = whereUsed(resolved, entry);
      const { printColour: colour } = terminal;
      const lines = reach.uses.flatMap(({ ref, label, places, distance }) => [
        `${'  '.repeat(distance)}${colour.bold(ref)}  ${label}`,
        ...places.map(
          ({ via, at }) => `${'  '.repeat(distance + 1)}${colour.dim(`${via} at ${at}`)}`,
        ),
      ]);
      const briefs = reach.briefs.length === 0 ? 'no brief' : reach.briefs.join(', ');
      return {
        json: reach,
        lines: [
          `${colour.bold(reach.ref)}${reach.status === undefined ? '' : colour.red(` (${reach.status})`)}`,
          ...lines,
          `${reach.uses.length} records; briefs: ${briefs}`,
        ],
      };
    }),
};

export const coverageCommand: Command = {
  name: 'coverage',
  operands: '[brief]',
  summary: 'how well each takeaway is covered by sources, and where the holes are',
  options,
  examples: [
    ['brief coverage', 'all briefs'],
    ['brief coverage quiet-outlet --format json', 'one brief, for other programs'],
  ],
  maxOperands: 1,
  async run(args, terminal) {
    const isJson = formOf(args) === 'json';
    const { coverageOf } = await import('../../run/graph/coverage.ts');
    const { project: value, diagnostics } = await openProject(args);
    const { records } = value.resolved;
    const [wanted] = args.positionals;
    if (wanted !== undefined && !records.brief.has(wanted))
      throw unknown(wanted, [...records.brief.keys()]);
    const briefs = [...records.brief.values()].filter(
      ({ id }) => wanted === undefined || id === wanted,
    );
    const all = [...diagnostics, ...value.silenced.map(({ diagnostic }) => diagnostic)];
    const coverage = briefs.map((brief) => coverageOf(value.resolved, brief, all));
    if (isJson) terminal.print(JSON.stringify(coverage, undefined, 2));
    else
      for (const one of coverage)
        for (const line of coverageLines(one, terminal)) terminal.print(line);
    return exitStatus.clean;
  },
};

async function withRecord(
  args: Arguments,
  terminal: Terminal,
  work: (entry: Entry, project: Project) => Promise<{ json: unknown; lines: readonly string[] }>,
): Promise<number> {
  const isJson = formOf(args) === 'json';
  const [name = ''] = args.positionals;
  const { allIds, findRecord } = await import('../../run/graph/find-record.ts');
  const { host, project: value, diagnostics } = await openProject(args);
  const entry = findRecord(value.resolved.records, name);
  if (entry === undefined) {
    await reportDiagnostics(
      diagnostics.filter(({ severity }) => severity === 'error'),
      host,
      terminal,
    );
    throw unknown(name, allIds(value.resolved.records));
  }
  const { json, lines } = await work(entry, value);
  if (isJson) terminal.print(JSON.stringify(json, undefined, 2));
  else for (const line of lines) terminal.print(line);
  return exitStatus.clean;
}

function unknown(name: string, ids: readonly string[]): UsageError {
  return new UsageError(
    `there is no record "${name}"`,
    suggest(name, ids) ?? '"brief list" shows the briefs',
  );
}

function treeLines(node: TraceNode, terminal: Terminal, lead = '', below = ''): string[] {
  const { printColour: colour } = terminal;
  const { ref, label, locator, quote, stance, grade, status, marking, children } = node;
  const notes = [
    stance === 'contradicts'
      ? colour.red('contradicts')
      : stance === 'context'
        ? 'context'
        : undefined,
    locator,
    grade,
    status === 'current' || status === 'active' ? undefined : status,
    marking === 'TLP:CLEAR' ? undefined : colour.yellow(marking),
  ].filter((note) => note !== undefined);
  const tail = notes.length === 0 ? '' : colour.dim(` (${notes.join(', ')})`);
  const lines = [`${lead}${colour.bold(ref)}${tail}  ${label}`];
  if (quote !== undefined) lines.push(`${below}    ${colour.dim(`“${quote}”`)}`);
  for (const [index, child] of children.entries()) {
    const isLast = index === children.length - 1;
    lines.push(
      ...treeLines(
        child,
        terminal,
        `${below}${isLast ? '└─ ' : '├─ '}`,
        `${below}${isLast ? '   ' : '│  '}`,
      ),
    );
  }
  return lines;
}

function coverageLines(
  { brief, rows, matrix }: Coverage,
  { printColour: colour }: Terminal,
): string[] {
  const heads = ['', 'takeaway', 'findings', 'sources', 'publishers', 'against', 'grades', 'holes'];
  const cells = rows.map((row, index) => [
    String(index + 1),
    row.takeaway,
    String(row.findings),
    String(row.sources),
    String(row.publishers),
    String(row.contradictions),
    row.grades.join(' '),
    row.holes.length === 0
      ? 'none'
      : row.holes.map((code) => code.replace('evidence-', '')).join(', '),
  ]);
  const sources = matrix.map(({ source, counts }) => [
    source,
    ...counts.map((count) => (count === 0 ? '·' : String(count))),
  ]);
  const [head = '', ...lines] = formatTable(heads, cells);
  const [sourceHead = '', ...sourceLines] = formatTable(
    ['source', ...rows.map((_, index) => String(index + 1))],
    sources,
  );
  return [
    colour.bold(brief),
    colour.dim(head),
    ...lines,
    '',
    colour.dim(sourceHead),
    ...sourceLines,
    '',
  ];
}
