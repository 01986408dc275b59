/** `brief schedule --install`: prints what makes somebody else call `brief run-due`. Changes nothing. */
import { basename, relative, resolve, sep } from 'node:path';
import { suggest } from '../../model/did-you-mean.ts';
import { proposeId } from '../../model/propose-id.ts';
import { type Arguments, isSet, outputOf, textOf } from '../command.ts';
import { exitStatus, statusOf } from '../exit-status.ts';
import { reportDiagnostics } from '../print/report.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';
import { runOptionsOf } from './run-options.ts';

const places = ['systemd', 'cron', 'github'] as const;

/** where, arguments → exit status. Throws `UsageError`. */
export async function printInstallation(
  where: string,
  args: Arguments,
  terminal: Terminal,
): Promise<number> {
  const place = places.find((one) => one === where);
  if (place === undefined) {
    const hint = suggest(where, places) ?? `possible: ${places.join(', ')}`;
    throw new UsageError(`"${where}" is nowhere to install`, hint);
  }
  const { createNodeHost } = await import('../../host/node-host.ts');
  const root = resolve(textOf(args, 'root') ?? '.');
  const host = await createNodeHost({ root });
  // A wrong option is found now, not in the night.
  await runOptionsOf(args, process.env, host.clock.now());
  const out = textOf(args, 'out');
  const options = keptOptions(args);
  if (place === 'github') {
    const { upcomingRuns } = await import('../../run/schedule/upcoming.ts');
    const { githubWorkflow } = await import('../../run/schedule/install/github.ts');
    const { schedules, diagnostics } = await upcomingRuns(host, 1);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    await reportDiagnostics(errors, host, terminal);
    if (errors.length > 0) return statusOf(errors);
    if (schedules.size === 0) {
      throw new UsageError(
        'no brief has a schedule, so there is no time to start at',
        'write "schedule:" in a brief or in data/publisher.yaml first',
      );
    }
    const folder = (path: string) => relative(process.cwd(), path).split(sep).join('/') || '.';
    const output = folder(resolve(outputOf(args)));
    const rootArgs = folder(root) === '.' ? [] : ['--root', folder(root)];
    const outArgs = out === undefined ? [] : ['--out', output];
    const workflow = githubWorkflow({
      args: ['run-due', ...rootArgs, ...outArgs, ...options],
      output,
      root: folder(root),
      schedules: [...schedules.values()],
      nowMs: host.clock.now(),
    });
    terminal.print(workflow.trimEnd());
    return exitStatus.clean;
  }
  const outArgs = out === undefined ? [] : ['--out', resolve(out)];
  const [, script = ''] = process.argv;
  const words = [process.execPath, resolve(script), root, ...outArgs, ...options];
  if (words.some((word) => /[\r\n]/.test(word))) {
    throw new UsageError('a path holds a line break', 'rename the folder');
  }
  const invocation = {
    program: [process.execPath, resolve(script)],
    args: ['run-due', '--quiet', '--root', root, ...outArgs, ...options],
    root,
    name: proposeId(`brief ${basename(root)}`) ?? 'brief',
  };
  if (place === 'cron') {
    const { crontabLines } = await import('../../run/schedule/install/cron.ts');
    terminal.print(crontabLines(invocation).trimEnd());
  } else {
    const { systemdUnits } = await import('../../run/schedule/install/systemd.ts');
    terminal.print(systemdUnits(invocation).trimEnd());
  }
  return exitStatus.clean;
}

/** Options that go on to `run-due` as they are; an address, which may be a secret, does not. */
function keptOptions(args: Arguments): string[] {
  if (textOf(args, 'notify-webhook') !== undefined) {
    throw new UsageError(
      'an address for notices is not written into files that others may read',
      'set the variable BRIEF_NOTIFY_WEBHOOK where "brief run-due" is called',
    );
  }
  const kept = ['to', 'audience', 'paper', 'since', 'notify-command', 'notify-audience'];
  const valued = kept.flatMap((name) => {
    const value = textOf(args, name);
    return value === undefined ? [] : [`--${name}`, value];
  });
  return isSet(args, 'strict') ? [...valued, '--strict'] : valued;
}
