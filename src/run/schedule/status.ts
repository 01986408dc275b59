/**
 * `.brief/status.json` in the output folder: for monitors, and for `brief list` and `brief schedule`.
 * It is worked out from the ledger at every look. With an audience it names only what they may see,
 * since it lies beside their documents; it never holds words out of a brief but its title.
 */
import { z } from 'zod';
import { sha256 } from '../../model/hash.ts';
import { type Files, HostError } from '../../model/host.ts';
import { markings } from '../../model/marking.ts';

/** The path in the output folder. */
export const statusPath = '.brief/status.json';

const moment = z.iso.datetime();

const briefStatus = z.strictObject({
  id: z.string(),
  title: z.string().describe('Left out while the brief cannot be read').optional(),
  marking: z.enum(markings).optional(),
  schedule: z.strictObject({
    when: z.string(),
    zone: z.string(),
    release: z.boolean(),
    from: z.enum(['brief', 'publisher']),
  }),
  next: moment.describe('The next occurrence; left out where none comes').optional(),
  last: z
    .strictObject({
      occurrence: moment,
      started: moment,
      ended: moment.optional(),
      outcome: z.enum(['built', 'unchanged', 'failed']).optional(),
      missed: z.int().min(0),
      attempts: z.int().min(1),
      edition: z.int().min(1).optional(),
      errors: z.int().min(0).optional(),
      warnings: z.int().min(0).optional(),
    })
    .describe('The last run')
    .optional(),
  stale: z
    .boolean()
    .describe('The last run failed: the documents that are there are those of an earlier one'),
  documents: z
    .string()
    .describe('Of a stale brief: hash of what the manifest said of it when the run failed')
    .optional(),
});

const status = z.strictObject({
  schema: z.literal(1),
  outcome: z.enum(['good', 'failed']).describe('failed: the last run of some brief failed'),
  looked: moment.describe('When somebody last looked at what is due'),
  briefs: z.array(briefStatus),
});

export type Status = z.infer<typeof status>;
export type BriefStatus = z.infer<typeof briefStatus>;

/** status → its bytes. */
export function printStatus(value: Status): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}

/** Why the documents of a brief are stale. */
export interface Staleness {
  /** The occurrence whose run failed, as ISO 8601 in UTC. */
  readonly since: string;
  readonly zone: string;
}

/** output folder → the briefs whose documents are stale; none where nothing was ever run. */
export async function readStaleness(
  files: Pick<Files, 'read'>,
): Promise<ReadonlyMap<string, Staleness>> {
  const found = new Map<string, Staleness>();
  const text = await textOf(files, statusPath);
  const parsed = text === undefined ? undefined : status.safeParse(jsonOf(text));
  for (const brief of parsed?.data?.briefs ?? []) {
    if (!brief.stale || brief.last === undefined) continue;
    // Somebody may have built it by hand since.
    if ((await documentsHash(files, brief.id)) !== brief.documents) continue;
    found.set(brief.id, { since: brief.last.occurrence, zone: brief.schedule.zone });
  }
  return found;
}

const manifest = z.looseObject({ documents: z.array(z.looseObject({ id: z.string() })) });

/** output folder, brief → a hash of what the manifest says of it. */
export async function documentsHash(files: Pick<Files, 'read'>, id: string): Promise<string> {
  const parsed = manifest.safeParse(jsonOf((await textOf(files, 'manifest.json')) ?? ''));
  const documents = parsed.data?.documents.filter((document) => document.id === id) ?? [];
  return sha256(JSON.stringify(documents));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function textOf(files: Pick<Files, 'read'>, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await files.read(path));
  } catch (error) {
    if (error instanceof HostError && error.kind === 'file-missing') return undefined;
    throw error;
  }
}
