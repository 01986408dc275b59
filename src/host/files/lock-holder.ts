/**
 * Who holds a folder's lock, written beside it for whoever waits. It decides nothing: the lock itself
 * is the operating system's, and what stands here when the lock is free belongs to a dead run.
 */
import { readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** A process, as a person finds it: on which machine, under which number, since when. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, as ISO 8601 to the second, in UTC. */
  readonly started: string;
}

/** This process. */
export function thisProcess(): Holder {
  const startedMs = performance.timeOrigin;
  const started = new Date(startedMs).toISOString().replace(/\.\d+Z$/, 'Z');
  return { pid: process.pid, host: hostname(), started };
}

/** `another run (process 4711 on desk-3, started 2026-05-04T08:00:00Z)`. */
export function describeHolder(holder: Holder | undefined): string {
  if (holder === undefined) return 'another run';
  return `another run (process ${holder.pid} on ${holder.host}, started ${holder.started})`;
}

/** folder of the lock → who is written down there; undefined where nobody is, or nothing readable. */
export function readHolder(folder: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(fileIn(folder), 'utf8'));
    return isHolder(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a holder down. Throws as the system does. */
export async function writeHolder(folder: string, holder: Holder): Promise<void> {
  await writeFile(fileIn(folder), `${JSON.stringify(holder)}\n`);
}

/** Strikes the holder out; synchronous, as it also runs while the process ends. */
export function removeHolder(folder: string): void {
  try {
    rmSync(fileIn(folder), { force: true });
  } catch {
    // Left behind, it costs the next run no more than a line that says so.
  }
}

function fileIn(folder: string): string {
  return join(folder, 'holder.json');
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, started } = value as Record<string, unknown>;
  return typeof pid === 'number' && typeof host === 'string' && typeof started === 'string';
}
