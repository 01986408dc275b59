/**
 * What was run when: `.brief/schedule/ledger.json` in the output folder, so that each folder of
 * documents knows its own runs. One small file, replaced as a whole: after `kill -9` it is the old one
 * or the new one, it can be read without any tool, and it stays small, since only the latest runs of
 * each brief are kept. (An append-only log grows with every look, and its last line may be torn; a
 * database is more than a few dozen rows need.)
 */
import { z } from 'zod';
import { type Files, HostError } from '../../model/host.ts';

/** The folder of the ledger and of the lock that goes with it. */
export const scheduleFolder = '.brief/schedule';

/** The ledger's path in the output folder. */
export const ledgerPath = `${scheduleFolder}/ledger.json`;

/** Runs kept of each brief: a weekly one's for half a year. */
const keptRuns = 26;

const moment = z.iso.datetime();

const run = z.strictObject({
  brief: z.string(),
  /** The moment that the schedule names. */
  occurrence: moment,
  /** Occurrences after this moment and up to `occurrence` are done with this run. */
  after: moment,
  /** How many of them were missed while nothing ran. */
  missed: z.int().min(0),
  started: moment,
  /** Left out while the run is under way; a run that was killed is done again. */
  ended: moment.optional(),
  outcome: z.enum(['built', 'unchanged', 'failed']).optional(),
  /** The edition that was released. */
  edition: z.int().min(1).optional(),
  attempts: z.int().min(1),
  /** Of a failure: hash of the data that failed, and whether it was the machine's fault. */
  data: z.string().optional(),
  isOfMachine: z.boolean().optional(),
  errors: z.int().min(0).optional(),
  warnings: z.int().min(0).optional(),
  /** Of a failure: hash of what the manifest said of the brief, to see whether it was built since. */
  documents: z.string().optional(),
});

const seen = z.strictObject({
  when: z.string(),
  zone: z.string(),
  release: z.boolean(),
  from: z.enum(['brief', 'publisher']),
  /** Occurrences up to this moment are none of this schedule's. */
  since: moment,
});

const good = z.strictObject({
  /** Hash of everything that the documents were made from, and of how. */
  inputs: z.string(),
  /** Name → SHA-256 of the documents, to see whether they are still there. */
  files: z.record(z.string(), z.string()),
});

const ledger = z.strictObject({
  schema: z.literal(1),
  /** When somebody last looked at what is due. */
  looked: moment.optional(),
  /** Brief → its schedule when it was last read. */
  schedules: z.record(z.string(), seen),
  /** Oldest first. */
  runs: z.array(run),
  /** Brief → its last good build by a run. */
  built: z.record(z.string(), good),
  /** Notices that have not arrived yet. */
  notices: z.array(z.strictObject({ notice: z.unknown(), attempts: z.int().min(0) })),
});

export type Ledger = z.infer<typeof ledger>;
export type LedgerRun = z.infer<typeof run>;
export type SeenSchedule = z.infer<typeof seen>;

/** Nothing has ever run. */
export const emptyLedger: Ledger = { schema: 1, schedules: {}, runs: [], built: {}, notices: [] };

/** What was read of a ledger. */
export interface ReadLedger {
  readonly ledger: Ledger;
  /** Why there is a new one in place of the one that is there. */
  readonly problem?: string;
}

/** output folder → its ledger; an empty one where there is none, or none that can be read. */
export async function readLedger(files: Pick<Files, 'read'>): Promise<ReadLedger> {
  let text: string;
  try {
    text = new TextDecoder().decode(await files.read(ledgerPath));
  } catch (error) {
    if (error instanceof HostError && error.kind === 'file-missing') return { ledger: emptyLedger };
    throw error;
  }
  try {
    const parsed = ledger.safeParse(JSON.parse(text));
    if (parsed.success) return { ledger: parsed.data };
    const [issue] = parsed.error.issues;
    return { ledger: emptyLedger, problem: `"${issue?.path.join('.')}" in it is wrong` };
  } catch {
    return { ledger: emptyLedger, problem: 'it is not JSON' };
  }
}

/** ledger → its bytes, without the runs that are too old to matter. */
export function printLedger(value: Ledger): Uint8Array {
  const byBrief = Map.groupBy(value.runs, ({ brief }) => brief);
  const kept = new Set([...byBrief.values()].flatMap((runs) => runs.slice(-keptRuns)));
  const runs = value.runs.filter((one) => kept.has(one));
  return new TextEncoder().encode(`${JSON.stringify({ ...value, runs }, null, 2)}\n`);
}

/** Milliseconds → as the ledger writes it. */
export function momentOf(timeMs: number): string {
  return new Date(timeMs).toISOString();
}
