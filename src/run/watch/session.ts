/** One project, read again and again: what has not changed is neither read nor parsed a second time. */
import type { FileChange } from '../../host/files/watch-files.ts';
import type { Host } from '../../model/host.ts';
import { createMemory, type Memory } from '../../model/memory.ts';
import { cacheFiles, cacheReading } from './cached-files.ts';

export interface Session {
  /** The host as the stages see it: its files are remembered. */
  readonly host: Host;
  readonly memory: Memory;
  /** These files have changed, come or gone. */
  forget(changes: readonly FileChange[]): void;
  /** Files of the project that were asked for, for whoever watches. */
  asked(): Iterable<string>;
}

/** Folders of a project that are watched as a whole. */
export const watchedFolders = ['data', 'templates'] as const;

/** host → a session that has read nothing yet. */
export function openSession(host: Host): Session {
  const project = cacheFiles(host.project);
  const shipped = cacheReading(host.shipped);
  return {
    host: { ...host, project, shipped },
    memory: createMemory(),
    forget: (changes) => {
      project.forget(changes);
      // Whoever works on the tool itself has what ships with it in the project's own folder.
      shipped.forget(changes);
    },
    asked: () => project.asked,
  };
}
