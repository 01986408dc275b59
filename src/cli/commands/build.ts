/** `brief [id…]`: builds briefs and says what came of it. */
import { join, relative } from 'node:path';
import { createNodeHost } from '../../host/node-host.ts';
import type { Format, Paper } from '../../model/document.ts';
import { parseAudience } from '../../model/marking.ts';
import { papers } from '../../model/schema/brief.ts';
import { renderedFormats } from '../../render/render.ts';
import { type BriefResult, type BuildJob, build } from '../../run/build.ts';
import { type Arguments, type Command, isSet, projectOptions, textOf } from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { UsageError } from '../parse-arguments.ts';
import { createProgress } from '../print/progress.ts';
import { countOf, reportDiagnostics } from '../print/report.ts';
import { formatTable } from '../print/table.ts';
import type { Terminal } from '../terminal.ts';

export const buildCommand: Command = {
  name: 'build',
  operands: '[id…]',
  summary: 'build briefs: all of them, or those named',
  options: [
    {
      name: 'to',
      value: 'formats',
      help: 'formats, separated by commas: md,html,pdf (default: all three)',
    },
    { name: 'out', value: 'folder', help: 'where the documents go (default: output/)' },
    ...projectOptions,
    {
      name: 'audience',
      value: 'label',
      help: 'build what this audience may see: clear, green, amber, amber-strict, red',
    },
    { name: 'paper', value: 'size', help: 'A4 or Letter (default: the publisher’s, else A4)' },
    { name: 'strict', help: 'treat warnings as errors' },
    { name: 'force', help: 'overwrite documents that were edited by hand' },
    { name: 'quiet', short: 'q', help: 'print problems only' },
    {
      name: 'verbose',
      short: 'v',
      help: 'print every file that was written, and warnings in full',
    },
  ],
  examples: [
    ['brief', 'every brief, in every format'],
    ['brief quiet-outlet --to pdf', 'one brief, as PDF only'],
    ['brief --audience clear --out public', 'what may be published, into public/'],
    ['brief --strict', 'for a schedule: stop at the first sign of trouble'],
  ],
  maxOperands: Number.POSITIVE_INFINITY,
  run: runBuild,
};

async function runBuild(args: Arguments, terminal: Terminal): Promise<number> {
  const job = jobOf(args);
  const root = textOf(args, 'root') ?? '.';
  const output = textOf(args, 'out') ?? join(root, 'output');
  const host = await createNodeHost({ root, output });
  const isQuiet = isSet(args, 'quiet');
  const progress = createProgress(terminal, isQuiet);
  const startedMs = host.clock.now();
  try {
    const result = await build(host, job, {
      onChecked: (ids) => progress.start(ids.length),
      onBrief: (id, stage) => (stage === 'started' ? undefined : progress.step(id)),
      onNotice: (message) => terminal.error(message),
    });
    progress.end();
    const shown = isQuiet
      ? result.diagnostics.filter(({ severity }) => severity === 'error')
      : result.diagnostics;
    await reportDiagnostics(shown, host, terminal);
    const folder = relative('.', output) || '.';
    if (!isQuiet) summarise(result.briefs, folder, isSet(args, 'verbose'), terminal);
    const counted = countOf(result.diagnostics);
    const seconds = ((host.clock.now() - startedMs) / 1000).toFixed(1);
    if (!isQuiet) closing(result.briefs, counted, folder, seconds, terminal);
    const isTooLoud = job.isStrict === true && counted !== undefined;
    return Math.max(statusOf(result.diagnostics), isTooLoud ? 1 : 0);
  } finally {
    await host.close();
  }
}

function jobOf(args: Arguments): BuildJob {
  const to = textOf(args, 'to');
  const audience = textOf(args, 'audience');
  const paper = textOf(args, 'paper');
  return {
    briefs: args.positionals,
    isStrict: isSet(args, 'strict'),
    force: isSet(args, 'force'),
    ...(to === undefined ? {} : { formats: to.split(',').map(formatOf) }),
    ...(audience === undefined ? {} : { audience: audienceOf(audience) }),
    ...(paper === undefined ? {} : { paper: paperOf(paper) }),
  };
}

function formatOf(name: string): Format {
  const wanted = name.trim().toLowerCase().replace('markdown', 'md');
  const found = renderedFormats.find((format) => format === wanted);
  if (found !== undefined) return found;
  throw new UsageError(`"${name}" is not a format`, `--to ${renderedFormats.join(',')}`);
}

function audienceOf(text: string) {
  const found = parseAudience(text);
  if (found !== undefined) return found;
  throw new UsageError(
    `"${text}" is not an audience`,
    '--audience clear, green, amber, amber-strict or red',
  );
}

function paperOf(text: string): Paper {
  const found = papers.find((paper) => paper.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw new UsageError(`"${text}" is not a paper size`, `--paper ${papers.join(' or ')}`);
}

function summarise(
  briefs: readonly BriefResult[],
  folder: string,
  isVerbose: boolean,
  terminal: Terminal,
): void {
  const rows = briefs
    .filter(({ status }) => status !== 'withheld')
    .map((brief) => [
      brief.id,
      brief.status === 'failed' && brief.files.length === 0 ? '–' : String(brief.pages ?? '–'),
      String(brief.words ?? '–'),
      brief.readMinutes === undefined ? '–' : `${brief.readMinutes} min`,
      filesOf(brief),
      `${brief.elapsedMs} ms`,
    ]);
  if (rows.length === 0) return;
  const [head = '', ...lines] = formatTable(
    ['brief', 'pages', 'words', 'read', 'files', 'time'],
    rows,
  );
  terminal.print(terminal.colour.dim(head));
  for (const line of lines) terminal.print(line);
  if (!isVerbose) return;
  for (const { files } of briefs) {
    for (const { name, fate } of files) terminal.print(`  ${fate.padEnd(9)} ${join(folder, name)}`);
  }
}

function filesOf({ status, files }: BriefResult): string {
  if (files.length === 0) return status === 'failed' ? 'not built' : '–';
  return files.map(({ artifact }) => artifact.format).join(' ');
}

function closing(
  briefs: readonly BriefResult[],
  counted: string | undefined,
  folder: string,
  seconds: string,
  { print, colour }: Terminal,
): void {
  const built = briefs.filter(({ status }) => status === 'built').length;
  const files = briefs.flatMap((brief) => brief.files);
  const changed = files.filter(({ fate }) => fate !== 'unchanged').length;
  const problems = counted === undefined ? '' : `; ${counted}`;
  if (briefs.length === 0) {
    print(`nothing was built${problems}`);
    return;
  }
  const mark = built === briefs.length ? colour.green('✓') : colour.yellow('!');
  print(
    `${mark} ${built} of ${briefs.length} ${briefs.length === 1 ? 'brief' : 'briefs'} in ${folder}/: ` +
      `${changed} ${changed === 1 ? 'file' : 'files'} new or changed, ${files.length - changed} unchanged, ${seconds} s${problems}`,
  );
}
