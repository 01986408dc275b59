/** A released edition's lock file → the brief as it was selected on the day of release, and its own graph. */
import { checkShape } from './check/check-shape.ts';
import { loadFile } from './load/load.ts';
import { loadStandards } from './load/standards.ts';
import { hasErrors } from './model/diagnostic.ts';
import type { Host, ReadonlyFiles } from './model/host.ts';
import { markingOf, strictest } from './model/marking.ts';
import type { Outcome } from './model/outcome.ts';
import type { Edition } from './model/schema/edition.ts';
import { type Kind, schemas } from './model/schema/kinds.ts';
import type { Entry, LoadedFile, Records, Resolved, Selected } from './model/stages.ts';
import type { Standards } from './model/standards.ts';
import { resolve } from './resolve/resolve.ts';
import { thaw } from './select/thaw.ts';

/** A frozen edition, ready to compose. Nothing in it comes from the data as they are now. */
export interface Thawed {
  readonly selected: Selected;
  readonly resolved: Resolved;
  readonly standards: Standards;
}

/** host, path of a lock file, the lock → its brief, ready to compose; `undefined` if it is broken. */
export async function thawEdition(
  { project, shipped }: Pick<Host, 'project' | 'shipped'>,
  path: string,
  lock: Edition,
): Promise<Outcome<Thawed | undefined>> {
  const loaded = loadFile(path, await project.read(path));
  const file = loaded.value;
  if (file === undefined) return { value: undefined, diagnostics: loaded.diagnostics };
  const shaped = recordsOf(lock, file);
  const brief = shaped.value.brief.get(lock.brief);
  const diagnostics = [...loaded.diagnostics, ...shaped.diagnostics];
  if (brief === undefined || hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const bytes = await attachmentsOf(project, shaped.value);
  const label = markingOf(brief.data.marking ?? lock.audience);
  const marking = strictest([label, lock.audience]) === lock.audience ? label : lock.audience;
  const selected = thaw(shaped.value, brief, { audience: lock.audience, marking }, bytes);
  const { records, attachments } = selected;
  // What points at a record that the audience could not see was no problem then and is none now.
  const { value: resolved } = resolve({ records, attachments });
  return { value: { selected, resolved, standards: await loadStandards(shipped) }, diagnostics };
}

function recordsOf(lock: Edition, file: LoadedFile): Outcome<Records> {
  const outcomes = Object.keys(schemas).map((kind) => entriesOf(kind as Kind, lock, file));
  const records = Object.fromEntries(outcomes.map(({ kind, entries }) => [kind, entries]));
  return {
    // One map a kind, by construction.
    value: records as unknown as Records,
    diagnostics: outcomes.flatMap((one) => one.diagnostics),
  };
}

function entriesOf(kind: Kind, { content }: Edition, file: LoadedFile) {
  const outcomes = Object.entries(content[kind] ?? {}).map(([id, data]) => {
    const path = ['content', kind, id];
    const { value, diagnostics } = checkShape(schemas[kind], data, { kind, id, file, path });
    const entry = value === undefined ? undefined : { kind, id, file, path, ...value };
    return { entry, diagnostics };
  });
  const entries = outcomes.flatMap(({ entry }): [string, Entry][] =>
    entry === undefined ? [] : [[entry.id, entry as Entry]],
  );
  return {
    kind,
    entries: new Map(entries),
    diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Logos, pictures and citation styles are read from the project; their hashes are in the lock. */
async function attachmentsOf(project: ReadonlyFiles, records: Records) {
  const paths = Object.values(records).flatMap((byId: ReadonlyMap<string, Entry>) =>
    [...byId.values()].flatMap(({ leaves }) =>
      leaves.flatMap(({ type, value }) =>
        type === 'path' || value.endsWith('.csl') ? [value] : [],
      ),
    ),
  );
  const found = await Promise.all(
    [...new Set(paths)].map(async (path): Promise<[string, Uint8Array][]> => {
      if ((await project.size(path)) === undefined) return [];
      return [[path, await project.read(path)]];
    }),
  );
  return new Map(found.flat());
}
