/** Small projects as YAML → what `select` makes of their brief `one` for an audience. */

import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { entriesOf } from '../../src/model/entries.ts';
import type { Marking } from '../../src/model/marking.ts';
import type { Selected } from '../../src/model/stages.ts';
import { readRecords } from '../../src/read-project.ts';
import { select } from '../../src/select/select.ts';
import { projectOf } from '../support/project.ts';

/** What a test looks at. */
export interface Selection {
  readonly selected: Selected;
  readonly diagnostics: readonly Diagnostic[];
  /** `kind/id` of every record that is shown, in order. */
  readonly shown: readonly string[];
}

const office = 'publisher: { name: Office, lang: en, defaults: { marking: TLP:CLEAR } }\n';

/** path → YAML or CSV, audience → the selection; throws where the data are not sound. */
export async function selectOne(
  files: Readonly<Record<string, string>>,
  audience?: Marking,
): Promise<Selection> {
  const host = projectOf({ 'data/publisher.yaml': office, ...files });
  const { value, diagnostics: found } = await readRecords(host);
  const brief = value.resolved.records.brief.get('one');
  if (brief === undefined) throw new Error(found.map(({ message }) => message).join('\n'));
  const { value: selected, diagnostics } = select(value.resolved, brief, audience);
  if (selected === undefined) throw new Error(diagnostics.map(({ message }) => message).join());
  const shown = entriesOf(selected.records).map(({ kind, id }) => `${kind}/${id}`);
  return { selected, diagnostics, shown };
}

/** Everything in a selection that could be printed, as one text. */
export function wordsOf({ selected }: Selection): string {
  const { brief, records, attachments } = selected;
  const entries = [brief, ...entriesOf(records)];
  const bytes = [...attachments.bytes].map(([path, content]) => [
    path,
    Buffer.from(content).toString(),
  ]);
  return JSON.stringify([entries, [...attachments.tables], bytes]);
}
