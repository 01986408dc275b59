/** One run of a program: how long it took, and how much memory it and its children held at most. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface Run {
  readonly timeMs: number;
  /** Proportional set size of all processes together, at its highest; NaN where /proc has none. */
  readonly peakMb: number;
}

/** Looking takes the processes' own time, more of it the larger they are. */
const sampledEveryMs = 500;

/** program, arguments → its run. Rejects where it fails. */
export async function measure(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly watchMemory?: boolean } = {},
): Promise<Run> {
  const started = performance.now();
  const child = spawn(program, args, { cwd: options.cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-2000);
  });
  let peakMb = Number.NaN;
  const seen = new Set<number>();
  const timer = setInterval(() => {
    const tree = treeOf(child.pid ?? 0);
    for (const pid of tree) seen.add(pid);
    if (options.watchMemory !== true) return;
    const nowMb = tree.reduce((sum, pid) => sum + sharedFairly(pid), 0) / 1024;
    if (!(peakMb >= nowMb)) peakMb = nowMb;
  }, sampledEveryMs);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const timeMs = performance.now() - started;
  clearInterval(timer);
  for (const pid of seen) end(pid);
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${complaint}`);
  return { timeMs, peakMb };
}

/** Some peers leave their browsers behind, which would slow down whoever comes next. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}

/** A process and all below it; only itself where there is no /proc. */
function treeOf(root: number): readonly number[] {
  if (!existsSync('/proc/self/stat')) return [root];
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = parentOf(name);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const pid of tree) tree.push(...(children.get(pid) ?? []));
  return tree;
}

function parentOf(pid: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/** Kilobytes of a process, what it shares divided among all that share it. */
function sharedFairly(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
