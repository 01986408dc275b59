/** A world for tests: files in memory, a clock that is set by hand, and no browser unless one is given. */
import {
  type Clock,
  type Host,
  HostError,
  type Printer,
  type ReadonlyFiles,
} from '../model/host.ts';
import { type Contents, createMemoryFiles, type MemoryFiles } from './files/memory-files.ts';

/** What a memory host begins with; all of it may be left out. */
export interface MemoryHostOptions {
  readonly project?: Contents;
  readonly output?: Contents;
  /** Contents, or other files, such as the real ones that ship with the tool. */
  readonly shipped?: Contents | ReadonlyFiles;
  /** Default: 1 January 2026, 00:00 UTC. */
  readonly nowMs?: number;
  readonly sourceDateMs?: number;
  readonly printer?: Printer;
  readonly version?: string;
}

/** A host whose files and clock a test can look at and change. */
export interface MemoryHost extends Host {
  readonly project: MemoryFiles;
  readonly output: MemoryFiles;
  readonly clock: Clock & { set(nowMs: number): void };
}

/** options → host. Without a printer, asking for one rejects with `browser-missing`. */
export function createMemoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const { shipped = {}, printer } = options;
  let nowMs = options.nowMs ?? Date.UTC(2026, 0, 1);
  return {
    project: createMemoryFiles(options.project, '/project'),
    output: createMemoryFiles(options.output, '/project/output'),
    shipped: isFiles(shipped) ? shipped : createMemoryFiles(shipped, '/shipped'),
    version: options.version ?? '0.0.0',
    surroundings: () => options.version ?? '0.0.0',
    clock: {
      now: () => nowMs,
      set: (value) => {
        nowMs = value;
      },
      sourceDateMs: options.sourceDateMs,
    },
    printer: async () => {
      if (printer !== undefined) return printer;
      throw new HostError('browser-missing', 'there is no browser in this test');
    },
    close: async () => {},
  };
}

function isFiles(shipped: Contents | ReadonlyFiles): shipped is ReadonlyFiles {
  return typeof shipped.read === 'function';
}
