/** Everything that a build has to say in the end: problems first, then the table. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Host } from '../../model/host.ts';
import type { Marking } from '../../model/marking.ts';
import type { BuildResult } from '../../run/build.ts';
import { exitStatus, statusOf } from '../exit-status.ts';
import type { Terminal } from '../terminal.ts';
import { countOf, reportDiagnostics } from './report.ts';
import { briefTable, closingLine } from './summary.ts';

/** How much to say, and of what. */
export interface BuildReportOptions {
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  readonly isStrict: boolean;
  /** The output folder as it is shown, with a slash at its end. */
  readonly folder: string;
  readonly audience: Marking | undefined;
}

/** So many warnings are printed in full; the rest is counted, unless `isVerbose` or `isStrict`. */
const shownWarnings = 5;

/** Problems go to standard error, the table and the closing line to standard output. */
export async function reportBuild(
  result: BuildResult,
  host: Host,
  terminal: Terminal,
  options: BuildReportOptions,
): Promise<void> {
  const shown = worthSaying(result.diagnostics, options);
  await reportDiagnostics(shown, host, terminal);
  const isUsage = statusOf(result.diagnostics) === exitStatus.usage;
  if (options.isQuiet || isUsage) return;
  const hidden = countOf(
    result.diagnostics.filter((one) => isWarning(one) && !shown.includes(one)),
  );
  if (hidden !== undefined) terminal.error(`… and ${hidden} more; --verbose prints them all\n`);
  const { printColour, printWidth } = terminal;
  const { briefs } = result;
  const [head, ...lines] = briefTable(briefs, printWidth);
  if (head !== undefined) terminal.print(printColour.dim(head));
  for (const line of lines) terminal.print(line);
  const { folder, audience, isVerbose } = options;
  if (isVerbose) {
    for (const { name, fate } of [...briefs.flatMap(({ files }) => files), ...result.site]) {
      terminal.print(`  ${printColour.dim(fate.padEnd(9))} ${folder}${name}`);
    }
  }
  // Counted from the start of the process, as by the person who waits for it.
  const elapsedMs = host.clock.now() - performance.timeOrigin;
  const problems = countOf(result.diagnostics);
  terminal.print(closingLine({ briefs, folder, problems, elapsedMs, audience }, printColour));
}

function worthSaying(
  diagnostics: readonly Diagnostic[],
  { isQuiet, isVerbose, isStrict }: BuildReportOptions,
): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (isQuiet && !isStrict) return errors;
  const warnings = diagnostics.filter(isWarning);
  if (!isVerbose) return [...errors, ...(isStrict ? warnings : warnings.slice(0, shownWarnings))];
  return diagnostics;
}

function isWarning({ severity }: Diagnostic): boolean {
  return severity === 'warning';
}
