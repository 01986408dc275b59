/** `brief schedule --serve`: stays and runs what is due, until a signal comes. */
import { type Arguments, isSet, outputOf, textOf } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { untilInterrupted } from '../interrupt.ts';
import type { Terminal } from '../terminal.ts';
import { reportLook, statusOfLook } from './report-look.ts';
import { runOptionsOf } from './run-options.ts';

/** → exit status once a signal came: that of the last look that did something. */
export async function serve(args: Arguments, terminal: Terminal): Promise<number> {
  const [{ createNodeHost }, { pause }, { watchFiles }, { serveSchedules }, { watchedFolders }] =
    await Promise.all([
      import('../../host/node-host.ts'),
      import('../../host/pause.ts'),
      import('../../host/files/watch-files.ts'),
      import('../../run/schedule/serve.ts'),
      import('../../run/watch/session.ts'),
    ]);
  const isQuiet = isSet(args, 'quiet');
  const onNotice = (message: string) => (isQuiet ? undefined : terminal.error(message));
  const root = textOf(args, 'root') ?? '.';
  const host = await createNodeHost({ root, output: outputOf(args), printer: { onNotice } });
  const options = await runOptionsOf(args, process.env, host.clock.now());
  const interrupted = untilInterrupted();
  let said: string | undefined;
  let status: number = exitStatus.clean;
  const serving = {
    host,
    options: { ...options, events: { onNotice } },
    watch: (onChange: () => void) =>
      watchFiles(host.project.root, { folders: watchedFolders, onChange }),
    pause,
    onLook: async (result: Parameters<typeof reportLook>[0]) => {
      // That nothing is due is said once for each next occurrence.
      const next = JSON.stringify(result.status?.briefs.map((brief) => brief.next));
      const how = { isQuiet, isVerbose: false, saysNothing: next !== said };
      said = next;
      await reportLook(result, host, terminal, how);
      // Between two runs the browser is not needed.
      if (result.runs.length > 0) await host.close();
      if (result.runs.length > 0 || result.status === undefined) status = statusOfLook(result);
    },
  };
  try {
    if (!isQuiet) terminal.error('waiting for what is due; Ctrl-C ends it');
    await serveSchedules(serving, interrupted.promise);
    return status;
  } finally {
    interrupted.release();
    await host.close();
  }
}
