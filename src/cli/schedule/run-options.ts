/** The options of a scheduled run, for the three commands that take them: now, staying, or written down. */
import { markingSlug, markings, parseAudience } from '../../model/marking.ts';
import type { RunDueOptions } from '../../run/schedule/run-due.ts';
import { buildJob } from '../build-job.ts';
import { type Arguments, type Option, outputOption, projectOptions, textOf } from '../command.ts';
import { UsageError } from '../usage-error.ts';

/** Options that say how to run. */
export const runOptions: readonly Option[] = [
  ...projectOptions,
  outputOption,
  {
    name: 'to',
    value: 'formats',
    isList: true,
    help: 'one or several: html,pdf (default: the brief’s own, else md,html,pdf)',
  },
  {
    name: 'audience',
    value: 'label',
    help: 'leave out what they may not see, whole briefs too: clear, green, amber, amber-strict, red',
  },
  { name: 'paper', value: 'size', help: 'A4 or Letter (default: the publisher’s, else A4)' },
  { name: 'strict', help: 'treat warnings as errors' },
  {
    name: 'since',
    value: 'time',
    help: 'where nothing is recorded yet, what to make up for: 12h, 2d or a day (default: 1h)',
  },
  {
    name: 'notify-command',
    value: 'program',
    help: 'a program that gets a summary of each run as JSON on its standard input',
  },
  {
    name: 'notify-webhook',
    value: 'address',
    help: 'a web address that gets the same (better in the variable BRIEF_NOTIFY_WEBHOOK)',
  },
  {
    name: 'notify-audience',
    value: 'label',
    help: 'who reads the summaries: briefs above this label are only counted (default: clear)',
  },
];

type Environment = Readonly<Record<string, string | undefined>>;

/** arguments, environment, clock → how to run. Throws `UsageError`. */
export async function runOptionsOf(
  args: Arguments,
  environment: Environment,
  nowMs: number,
): Promise<RunDueOptions> {
  const { briefs: _, ...job } = buildJob({ ...args, positionals: [] });
  const since = textOf(args, 'since');
  const audience = textOf(args, 'notify-audience');
  return {
    job,
    receivers: await receiversOf(args, environment),
    noticeAudience: audience === undefined ? undefined : labelIn(audience),
    sinceMs: since === undefined ? undefined : momentIn(since, nowMs),
  };
}

async function receiversOf(args: Arguments, environment: Environment) {
  const program = textOf(args, 'notify-command') ?? filled(environment.BRIEF_NOTIFY_COMMAND);
  const address = textOf(args, 'notify-webhook') ?? filled(environment.BRIEF_NOTIFY_WEBHOOK);
  const receivers: NonNullable<RunDueOptions['receivers']>[number][] = [];
  if (program !== undefined) {
    const { runProgram } = await import('../../host/notify/run-program.ts');
    const send = (notice: unknown) => runProgram(program, `${JSON.stringify(notice)}\n`);
    receivers.push({ name: `the program ${program}`, send });
  }
  if (address !== undefined) {
    const { hostname } = addressIn(address);
    const { postText } = await import('../../host/notify/post-text.ts');
    const send = (notice: unknown) => postText(address, JSON.stringify(notice), keyOf(notice));
    receivers.push({ name: `the web address at ${hostname}`, send });
  }
  return receivers;
}

/** A variable that is set to nothing, as CI does for a secret that is not there, counts as unset. */
function filled(value: string | undefined): string | undefined {
  return value?.trim() === '' ? undefined : value?.trim();
}

function keyOf(notice: unknown): string {
  const hasId = typeof notice === 'object' && notice !== null && 'id' in notice;
  return hasId ? String(notice.id) : '';
}

/** http or https, without a name and a password in it. The address may be a secret: it is not shown. */
function addressIn(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url === undefined || !isWeb) {
    throw new UsageError(
      'the address for notices is not a web address',
      'write one that starts with https:// in --notify-webhook or BRIEF_NOTIFY_WEBHOOK',
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      'the address for notices holds a name or a password',
      'use an address with a secret path, as chat programs give it, or --notify-command',
    );
  }
  return url;
}

function labelIn(text: string) {
  const label = parseAudience(text);
  if (label !== undefined) return label;
  throw new UsageError(
    `"${text}" is not an audience`,
    `possible: ${markings.map(markingSlug).join(', ')}`,
  );
}

/** `90m`, `12h`, `2d`, `2026-11-01` or `2026-11-01T07:00Z` → milliseconds. */
function momentIn(text: string, nowMs: number): number {
  const [, count, unit] = /^(\d{1,4})(m|h|d)$/.exec(text) ?? [];
  if (count !== undefined) {
    const unitMs = unit === 'm' ? 60_000 : unit === 'h' ? 3_600_000 : 86_400_000;
    return nowMs - Number(count) * unitMs;
  }
  const isDay = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text);
  const timeMs = isDay ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(timeMs)) return timeMs;
  throw new UsageError(`"${text}" is no time`, 'write 90m, 12h, 2d, or a day as 2026-11-01');
}
