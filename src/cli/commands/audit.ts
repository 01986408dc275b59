/** `brief audit`: opens finished files as a stranger would, and says which checks they pass. */
import { join } from 'node:path';
import type { AuditedFile, AuditResult } from '../../run/audit.ts';
import {
  type Arguments,
  type Command,
  formatOption,
  formOf,
  isSet,
  projectOptions,
  textOf,
} from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { watchInterrupts } from '../interrupt.ts';
import { auditLines } from '../print/audit-report.ts';
import { plural } from '../print/plural.ts';
import { UsageError } from '../usage-error.ts';

export const auditCommand: Command = {
  name: 'audit',
  operands: '[file…]',
  summary: 'check finished PDF, HTML and Word files: which checks ran, which passed',
  options: [
    ...projectOptions,
    { name: 'out', value: 'folder', help: 'whose manifest to follow (default: output/)' },
    {
      name: 'standard',
      value: 'names',
      isList: true,
      help: 'only checks of these: pdf/ua-1, pdf/a-3a, wcag, ooxml, tlp, best, own',
    },
    formatOption,
    { name: 'verbose', short: 'v', help: 'list every check, also of several files' },
  ],
  examples: [
    ['brief audit', 'everything that was built'],
    ['brief audit report.pdf', 'any PDF, whoever made it: every check with its clause'],
    ['brief audit *.html --standard wcag', 'pages, against the checks of WCAG alone'],
    ['brief audit --format json', 'for other programs'],
  ],
  maxOperands: Number.POSITIVE_INFINITY,
  async run(args, terminal) {
    const form = formOf(args);
    const wanted = wantedOf(args);
    const [{ createNodeHost }, { audit }] = await Promise.all([
      import('../../host/node-host.ts'),
      import('../../run/audit.ts'),
    ]);
    const root = textOf(args, 'root') ?? '.';
    const output = textOf(args, 'out') ?? join(root, 'output');
    const onNotice = (message: string) => terminal.status(message);
    const host = await createNodeHost({ root, output, printer: { onNotice } });
    const interrupts = watchInterrupts(terminal);
    try {
      const found = await audit(host, args.positionals, (name) =>
        terminal.status(`auditing ${name}`),
      );
      const result =
        wanted === undefined ? found : { ...found, files: found.files.map(only(wanted)) };
      terminal.status(undefined);
      if (form === 'json') terminal.print(asJson(result, host.version));
      else {
        const detail = isSet(args, 'verbose') || result.files.length === 1 ? 'all' : 'failed';
        for (const file of result.files)
          for (const line of auditLines(file, detail, terminal)) terminal.print(line);
        for (const { message, hint } of result.problems)
          terminal.error(
            `${terminal.colour.red('error')}: ${message}${hint === undefined ? '' : `\n  ${terminal.colour.cyan('help:')} ${hint}`}`,
          );
        terminal.print(closing(result));
      }
      return statusOf([...result.problems, ...result.files.flatMap(({ problems }) => problems)]);
    } finally {
      terminal.status(undefined);
      interrupts.release();
      await host.close();
    }
  },
};

/** What a person types → the name in the report. */
const names: Readonly<Record<string, string>> = {
  'pdf/ua-1': 'PDF/UA-1',
  'pdf/a-3a': 'PDF/A-3a',
  wcag: 'WCAG 2.2',
  ooxml: 'Office Open XML',
  tlp: 'TLP 2.0',
  best: 'best practice',
  own: 'own',
};

/** The standards that were asked for; undefined for all. Throws `UsageError`. */
function wantedOf(args: Arguments): ReadonlySet<string> | undefined {
  const given = textOf(args, 'standard');
  if (given === undefined) return undefined;
  return new Set(
    given.split(',').map((one) => {
      const name = names[one.trim().toLowerCase()];
      if (name !== undefined) return name;
      throw new UsageError(
        `there are no checks of "${one}"`,
        `write some of ${Object.keys(names).join(', ')}`,
      );
    }),
  );
}

/** A file → the same with the checks of these standards alone; what keeps it from being read stays. */
function only(wanted: ReadonlySet<string>): (file: AuditedFile) => AuditedFile {
  return (file) => {
    const checks = file.checks.filter(({ standards }) => standards.some((one) => wanted.has(one)));
    const dropped = new Set(
      file.checks.filter((check) => !checks.includes(check)).flatMap(({ problems }) => problems),
    );
    const problems = file.problems.filter((problem) => !dropped.has(problem));
    return { ...file, checks, problems };
  };
}

function closing({ files, notAudited }: AuditResult): string {
  const failed = files.filter(({ problems }) =>
    problems.some(({ severity }) => severity === 'error'),
  );
  const rest =
    notAudited.length === 0 ? '' : `; no checks for ${plural(notAudited.length, 'other file')}`;
  const verdict =
    failed.length === 0 ? 'no check failed' : `${failed.length} with something that failed`;
  return `${plural(files.length, 'file')}: ${verdict}${rest}. This is what the checks above saw, and no certificate.`;
}

function asJson({ files, notAudited, problems }: AuditResult, version: string): string {
  const told = ({ problems: all, ...file }: AuditedFile) => {
    const said = new Set(file.checks.flatMap((check) => check.problems));
    return { ...file, problems: all.filter((problem) => !said.has(problem)) };
  };
  return JSON.stringify({ version, files: files.map(told), notAudited, problems }, undefined, 2);
}
