/** What runs on this machine, read from /proc (Linux only). */
import { readdirSync, readFileSync } from 'node:fs';

export interface RunningProcess {
  readonly id: number;
  readonly parent: number;
  /** Process group; a browser's processes share the one of its main process. */
  readonly group: number;
  readonly command: string;
}

/** Every process that has not ended; one that waits to be collected by its parent has. */
export function runningProcesses(): readonly RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, 'utf8');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        // Source: proc_pid_stat(5); the name in parentheses may itself hold spaces.
        const [state, parent, group] = status.slice(status.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z' || state === 'X') return [];
        return [{ id: Number(name), parent: Number(parent), group: Number(group), command }];
      } catch {
        return [];
      }
    });
}

/** Groups of the browsers that a process started. */
export function browserGroups(parent = process.pid): readonly number[] {
  return runningProcesses()
    .filter((each) => each.parent === parent && each.command.includes('briefwright-browser-'))
    .map(({ group }) => group);
}

/** Processes of these groups, or those of them that draw pages. */
export function processesOf(groups: readonly number[], type = ''): readonly RunningProcess[] {
  return runningProcesses().filter(
    ({ group, command }) => groups.includes(group) && command.includes(type),
  );
}

/** Sends a signal to processes; one that has ended meanwhile needs none. */
export function signal(name: NodeJS.Signals, processes: readonly { readonly id: number }[]): void {
  for (const { id } of processes) {
    try {
      process.kill(id, name);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
    }
  }
}

/** Waits until what is asked for is true; fails after half a minute, which a busy disk may take. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let waitedMs = 0; waitedMs < 30_000; waitedMs += 10) {
    if (isTrue()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('what was waited for did not happen');
}
