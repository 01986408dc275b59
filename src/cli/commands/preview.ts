/** `brief preview`: a page on this machine that shows each brief as it is being written. */
import { type Arguments, type Command, projectOptions, textOf } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { untilInterrupted } from '../interrupt.ts';
import type { Terminal } from '../terminal.ts';
import { UsageError } from '../usage-error.ts';

export const previewCommand: Command = {
  name: 'preview',
  operands: '',
  summary: 'show the briefs in your browser; what you save is seen at once',
  options: [
    ...projectOptions,
    { name: 'port', value: 'number', help: 'port of the page (default: any that is free)' },
    {
      name: 'editor',
      value: 'name',
      help: 'where a click on a sentence leads: vscode, cursor, idea, sublime, or an address with {path}',
    },
  ],
  examples: [
    ['brief preview', 'prints an address; open it, and edit data/ in your editor'],
    ['brief preview --editor idea --port 4321', 'another editor, always the same port'],
  ],
  maxOperands: 0,
  run: runPreview,
};

async function runPreview(args: Arguments, terminal: Terminal): Promise<number> {
  const port = portIn(textOf(args, 'port') ?? '0');
  const [{ createNodeHost }, { serveLocally }, { watchFiles }, preview, links, session] =
    await Promise.all([
      import('../../host/node-host.ts'),
      import('../../host/server/serve-locally.ts'),
      import('../../host/files/watch-files.ts'),
      import('../../run/preview/preview.ts'),
      import('../../run/preview/editor-link.ts'),
      import('../../run/watch/session.ts'),
    ]);
  const named = textOf(args, 'editor') ?? 'vscode';
  const editor = links.editorTemplate(named);
  if (editor === undefined) {
    throw new UsageError(
      `"${named}" is not an editor`,
      `write one of ${[...links.editors.keys()].join(', ')}, or an address such as vim://{path}:{line}`,
    );
  }
  const onFault = (error: unknown) => {
    terminal.error(`brief itself failed: ${error instanceof Error ? error.stack : error}`);
  };
  const onNotice = (message: string) => terminal.error(message);
  const host = await createNodeHost({ root: textOf(args, 'root') ?? '.', printer: { onNotice } });
  const shown = preview.createPreview(host, { editor, onFault });
  const interrupted = untilInterrupted();
  const watch = await watchFiles(host.project.root, {
    folders: session.watchedFolders,
    files: shown.asked,
    onChange: shown.onChange,
    onStir: shown.onStir,
  });
  try {
    const server = await serveLocally({ port, answer: shown.answer, onFault });
    terminal.print(server.url);
    terminal.error('open this address in a browser; Ctrl-C ends the preview');
    await interrupted.promise;
    await server.close();
    return exitStatus.clean;
  } finally {
    interrupted.release();
    watch.close();
    shown.close();
    await host.close();
  }
}

function portIn(text: string): number {
  const port = Number(text);
  // Source: RFC 6335, section 6: ports are 16-bit numbers.
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`"${text}" is not a port`, 'write a number from 1024 to 65535');
}
