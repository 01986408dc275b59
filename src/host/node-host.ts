/** The real world: this machine's disk, clock and browser, put together for one command. */
import { join } from 'node:path';
import type { Host, Rasterizer } from '../model/host.ts';
import { lazy } from '../model/lazy.ts';
import type { ClosablePrinter, PrinterOptions } from './browser/printer.ts';
import { createClock } from './clock.ts';
import { createDiskFiles } from './files/disk-files.ts';
import { findToolPackage } from './files/package-root.ts';
import { createShelf } from './files/shelf.ts';
import { createShippedFiles } from './files/shipped-files.ts';
import { describeSurroundings } from './surroundings.ts';
import { startThread, type Thread } from './threads/start-thread.ts';

/** What a command knows of the world it runs in. */
export interface NodeHostOptions {
  /** The project's folder, absolute or relative to the working folder. */
  readonly root: string;
  /** Where documents go, absolute or relative to the working folder. Default: `output` in the root. */
  readonly output?: string;
  /** Environment variables. Default: those of the process. */
  readonly environment?: NodeJS.ProcessEnv;
  readonly printer?: PrinterOptions;
}

/**
 * options → host. Nothing is started or written before it is asked for; the browser is started by the
 * first call of `printer()` and answers all later ones, also where the answer is that there is none.
 * Throws `variable-malformed`.
 */
export async function createNodeHost(options: NodeHostOptions): Promise<Host> {
  const { root, output = join(root, 'output'), environment = process.env } = options;
  const clock = createClock(environment);
  const tool = await findToolPackage();
  let started: Promise<ClosablePrinter> | undefined;
  let drawing: Promise<Rasterizer> | undefined;
  let thread: Thread | undefined;
  return {
    project: createDiskFiles(root),
    output: createDiskFiles(output),
    shipped: createShippedFiles(tool),
    version: tool.version,
    surroundings: lazy(() => describeSurroundings(tool, environment)),
    clock,
    printer: () => {
      started ??= startPrinter(environment, options.printer);
      return started;
    },
    rasterizer: () => {
      drawing ??= import('./rasterizer.ts').then(({ createRasterizer }) => createRasterizer());
      return drawing;
    },
    aside: () => {
      if (thread?.hasEnded === true) thread = undefined;
      thread ??= startThread(
        join(tool.root, ...(tool.isBuilt ? ['dist', 'thread.js'] : ['src', 'thread.ts'])),
      );
      return thread.run;
    },
    openShelf: createShelf,
    close: async () => {
      thread?.close();
      thread = undefined;
      const printer = await started?.catch(() => undefined);
      started = undefined;
      await printer?.close();
    },
  };
}

/** Imported only here: what drives the browser is most of what a command without one need not load. */
async function startPrinter(
  environment: NodeJS.ProcessEnv,
  options: PrinterOptions | undefined,
): Promise<ClosablePrinter> {
  const [{ createPrinter }, { readBrowserSettings }] = await Promise.all([
    import('./browser/printer.ts'),
    import('./browser/settings.ts'),
  ]);
  return createPrinter({ settings: readBrowserSettings(environment), ...options });
}
