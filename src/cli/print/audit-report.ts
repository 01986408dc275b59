/** What an audit came to, for a person: every check that ran, with the clause that it stands on. */

import { visible } from '../../model/visible.ts';
import type { AuditedFile } from '../../run/audit.ts';
import type { Terminal } from '../terminal.ts';
import { fold } from './fold.ts';
import { plural } from './plural.ts';

/** How much of the checks is shown: all, or only those that failed. */
export type AuditDetail = 'all' | 'failed';

type Check = AuditedFile['checks'][number];

/** file → lines: its name with the count, its problems, its checks. */
export function auditLines(
  { name, checks, problems }: AuditedFile,
  detail: AuditDetail,
  { printColour: colour, printWidth }: Pick<Terminal, 'printColour' | 'printWidth'>,
): readonly string[] {
  const column = Math.max(40, Math.min(printWidth, 100) - indent.length);
  const marks: Readonly<Record<Check['outcome'], string>> = {
    passed: colour.green('✓'),
    failed: colour.red('✗'),
    undecided: colour.yellow('?'),
    'not-applicable': colour.dim('–'),
    'not-run': colour.yellow('·'),
  };
  const isSound = problems.every(({ severity }) => severity !== 'error');
  const said = new Set(checks.flatMap((check) => check.problems));
  const shown = checks.filter(({ outcome }) => detail === 'all' || outcome === 'failed');
  return [
    `${isSound ? marks.passed : marks.failed} ${colour.bold(name)}  ${countOf(checks)}`,
    ...problems
      .filter((problem) => !said.has(problem))
      .flatMap(({ message }) => below(visible(message), column)),
    ...shown.flatMap((check) => [
      `  ${marks[check.outcome]} ${check.requirement} ${colour.dim(check.name)}`,
      ...below(check.source, column).map(colour.dim),
      ...(check.reason === undefined ? [] : below(`${wordOf(check)}: ${check.reason}`, column)),
      ...check.problems.flatMap(({ message }) => below(visible(message), column).map(colour.red)),
      ...hintsOf(check).flatMap((hint) => below(`→ ${hint}`, column).map(colour.cyan)),
    ]),
  ];
}

/** `41 passed, 1 failed, 3 not applicable`, or what there is to say where nothing was checked. */
export function countOf(checks: readonly Check[]): string {
  const counts = outcomes.flatMap(([outcome, word]) => {
    const count = checks.filter((check) => check.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return counts.length === 0
    ? 'not audited'
    : `${plural(checks.length, 'check')}: ${counts.join(', ')}`;
}

const indent = '    ';

const outcomes = [
  ['passed', 'passed'],
  ['failed', 'failed'],
  ['undecided', 'for a person to look at'],
  ['not-applicable', 'not applicable'],
  ['not-run', 'not run'],
] as const satisfies readonly (readonly [Check['outcome'], string])[];

/** What to do, once a check. What is said of PDFs speaks to the author of a brief, not to a stranger. */
function hintsOf({ code, problems }: Check): readonly string[] {
  if (code.startsWith('pdf-')) return [];
  return [...new Set(problems.flatMap(({ hint }) => (hint === undefined ? [] : [visible(hint)])))];
}

function wordOf({ outcome }: Check): string {
  return outcome === 'undecided' ? 'look at it' : 'not run';
}

function below(text: string, column: number): readonly string[] {
  return fold(text, column).map((line) => indent + line);
}
