/** `brief release`, `brief diff`, `brief verify`: editions, compared and proven. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Host } from '../../model/host.ts';
import { parseAudience } from '../../model/marking.ts';
import { dayIn } from '../build-job.ts';
import { type Arguments, type Command, projectOptions, textOf } from '../command.ts';
import { statusOf } from '../exit-status.ts';
import { plural } from '../print/plural.ts';
import { reportDiagnostics } from '../print/report.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const releaseCommand: Command = {
  name: 'release',
  operands: '<brief>',
  summary: 'freeze an edition: lock its content and the hashes of its documents',
  options: [
    ...projectOptions,
    {
      name: 'audience',
      value: 'label',
      help: 'the audience of the edition (default: the brief’s own label)',
    },
    { name: 'date', value: 'day', help: 'the day of release (default: today)' },
  ],
  examples: [['brief release quiet-outlet', 'the next edition, if anything has changed']],
  minOperands: 1,
  maxOperands: 1,
  run: (args, terminal) =>
    onHost(args, terminal, async (host) => {
      const [id = ''] = args.positionals;
      const wanted = textOf(args, 'audience');
      const audience = wanted === undefined ? undefined : parseAudience(wanted);
      if (wanted !== undefined && audience === undefined) {
        throw new UsageError(`"${wanted}" is not an audience`, '--audience clear');
      }
      const { release } = await import('../../run/editions/release.ts');
      const date = textOf(args, 'date');
      const day = date === undefined ? undefined : dayIn(date);
      const { value, diagnostics } = await release(host, id, { audience, day });
      if (value !== undefined) {
        const { edition, since, changes = [] } = value.edition;
        const what =
          since === undefined
            ? 'the first'
            : `${plural(changes.length, 'change')} since edition ${since.edition}`;
        terminal.print(`released edition ${edition} of ${id} (${what}): ${value.path}`);
      }
      return diagnostics;
    }),
};

export const diffCommand: Command = {
  name: 'diff',
  operands: '<brief> [from] [to]',
  summary: 'what changed between two editions, or since the last one',
  options: [
    ...projectOptions,
    { name: 'format', value: 'form', help: 'text, json, md or html (default: text)' },
  ],
  examples: [
    ['brief diff quiet-outlet', 'the data as they are against the last edition'],
    ['brief diff quiet-outlet 1 2 --format html > redline.html', 'two editions, as a redline page'],
  ],
  minOperands: 1,
  maxOperands: 3,
  run: (args, terminal) =>
    onHost(args, terminal, async (host) => {
      const [id = '', from, to] = args.positionals;
      const form = textOf(args, 'format') ?? 'text';
      const [{ diffEditions }, { diffAsHtml, diffAsMarkdown, diffAsText }] = await Promise.all([
        import('../../run/editions/diff.ts'),
        import('../../run/editions/print-diff.ts'),
      ]);
      const { value, diagnostics } = await diffEditions(host, id, numberOf(from), numberOf(to));
      if (value === undefined) return diagnostics;
      const { printColour: colour } = terminal;
      const isColoured = colour.isColorSupported;
      switch (form) {
        case 'text': {
          const marks = isColoured
            ? { added: colour.green, removed: colour.red, strong: colour.bold }
            : {};
          for (const line of diffAsText(value, marks)) terminal.print(line);
          break;
        }
        case 'json':
          terminal.print(JSON.stringify(value, undefined, 2));
          break;
        case 'md':
          terminal.print(diffAsMarkdown(value).trimEnd());
          break;
        case 'html':
          terminal.print(diffAsHtml(value).trimEnd());
          break;
        default:
          throw new UsageError(`"${form}" is not a form`, '--format text, json, md or html');
      }
      return diagnostics;
    }),
};

export const verifyCommand: Command = {
  name: 'verify',
  operands: '<brief> [edition]',
  summary: 'build released editions again from their locks and compare every hash',
  options: projectOptions,
  examples: [['brief verify quiet-outlet', 'all editions of a brief']],
  minOperands: 1,
  maxOperands: 2,
  run: (args, terminal) =>
    onHost(args, terminal, async (host) => {
      const [id = '', number] = args.positionals;
      const { verify } = await import('../../run/editions/verify.ts');
      const { value, diagnostics } = await verify(host, id, numberOf(number));
      for (const { edition, isProven, agreed } of value) {
        const mark = isProven ? terminal.printColour.green('✓') : terminal.printColour.red('✗');
        const verdict = isProven ? 'proven' : 'not proven';
        terminal.print(`${mark} ${id}, edition ${edition}: ${verdict}, ${agreed} hashes agree`);
      }
      return diagnostics;
    }),
};

/** Lends a host to `work`, prints what it has to say → exit status. Default output: `output/`. */
export async function onHost(
  args: Arguments,
  terminal: Terminal,
  work: (host: Host) => Promise<readonly Diagnostic[]>,
  output?: string,
): Promise<number> {
  const { createNodeHost } = await import('../../host/node-host.ts');
  const root = textOf(args, 'root') ?? '.';
  const host = await createNodeHost(output === undefined ? { root } : { root, output });
  try {
    const diagnostics = await work(host);
    await reportDiagnostics(diagnostics, host, terminal);
    return statusOf(diagnostics);
  } finally {
    await host.close();
  }
}

/** `3` → 3. Throws `UsageError`. */
export function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new UsageError(`"${text}" is not the number of an edition`, 'a whole number: 1');
}
