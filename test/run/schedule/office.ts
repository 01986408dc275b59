/** A small office whose clock a test can move: in memory, with the real stages and templates. */
import { stringify } from 'yaml';
import { findToolPackage } from '../../../src/host/files/package-root.ts';
import { createShippedFiles } from '../../../src/host/files/shipped-files.ts';
import { createMemoryHost, type MemoryHost } from '../../../src/host/memory-host.ts';
import type { LedgerRun } from '../../../src/run/schedule/ledger.ts';
import { readLedger } from '../../../src/run/schedule/ledger.ts';
import { type RunDueOptions, runDue } from '../../../src/run/schedule/run-due.ts';
import { minimal, minimalBrief } from '../../support/project.ts';

const shipped = createShippedFiles(await findToolPackage());

/** Brief → fields that replace or add. */
type Briefs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An office, and what one does with it. */
export interface Office {
  readonly host: MemoryHost;
  /** Sets the clock and looks once. */
  look(at: string, options?: Partial<RunDueOptions>): ReturnType<typeof runDue>;
  /** Sets the clock to every so many minutes from one moment to another, and looks each time. */
  lookEvery(minutes: number, from: string, until: string): Promise<void>;
  /** Replaces a file of the project. */
  write(path: string, content: unknown): Promise<void>;
  /** What has run: occurrence and outcome, oldest first. */
  runs(): Promise<readonly LedgerRun[]>;
  /** The moments that have run, in UTC. */
  occurrences(): Promise<readonly string[]>;
}

/** briefs → an office at whose schedules nobody has looked yet. */
export function officeOf(
  briefs: Briefs,
  publisher: Readonly<Record<string, unknown>> = {},
): Office {
  const files = Object.entries(briefs).map(([id, fields]): [string, string] => [
    `data/briefs/${id}.yaml`,
    stringify({ ...minimalBrief, ...fields }),
  ]);
  const all = stringify({ ...minimal, publisher: { ...minimal.publisher, ...publisher } });
  const project = { 'data/all.yaml': all, ...Object.fromEntries(files) };
  const host = createMemoryHost({ project, shipped });
  const runs = async () => (await readLedger(host.output)).ledger.runs;
  const look: Office['look'] = (at, options = {}) => {
    host.clock.set(Date.parse(at));
    return runDue(host, { ...options, job: { formats: ['md'], ...options.job } });
  };
  return {
    host,
    look,
    lookEvery: async (minutes, from, until) => {
      for (let at = Date.parse(from); at <= Date.parse(until); at += minutes * 60_000) {
        await look(new Date(at).toISOString());
      }
    },
    write: (path, content) =>
      host.project.write(
        path,
        new TextEncoder().encode(typeof content === 'string' ? content : stringify(content)),
      ),
    runs,
    occurrences: async () => (await runs()).map(({ occurrence }) => occurrence.slice(0, 16)),
  };
}
