/** One run of a program: how long it took, and how much memory it and its children held at most. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Run {
  readonly timeMs: number;
  /** Proportional set size of all processes together, at its highest; NaN where /proc has none. */
  readonly peakMb: number;
}

const sampledEveryMs = 60;

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
  const timer =
    options.watchMemory === true
      ? setInterval(() => {
          const nowMb = memoryOfTree(child.pid ?? 0);
          if (!(peakMb >= nowMb)) peakMb = nowMb;
        }, sampledEveryMs)
      : undefined;
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const timeMs = performance.now() - started;
  clearInterval(timer);
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${complaint}`);
  return { timeMs, peakMb };
}

/** Megabytes of a process and all below it. */
function memoryOfTree(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const parent = parentOf(name);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  let kilobytes = 0;
  const open = [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    kilobytes += sharedFairly(at);
    open.push(...(children.get(at) ?? []));
  }
  return kilobytes / 1024;
}

function parentOf(pid: string): number {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function sharedFairly(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
