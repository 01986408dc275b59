/** What an edition freezes: the brief and every record it draws on, as its audience may see them. */

import { type Marking, markingOf } from './marking.ts';
import { refOf } from './place.ts';
import { edgesByOrigin, reachableFrom } from './reach.ts';
import type { Edition } from './schema/edition.ts';
import type { Kind } from './schema/kinds.ts';
import type { Entry, Ref, Resolved, Selected } from './stages.ts';
import { tableOf } from './table.ts';

export type Content = Edition['content'];

/** selected brief, graph → content: kind → id → plain data. CSV rows are written into their figures. */
export function contentOf(selected: Selected, resolved: Resolved): Content {
  const { brief, records, attachments } = selected;
  const reached = reachableFrom(refOf(brief), edgesByOrigin(resolved.edges));
  const refs: Ref[] = [refOf(brief), ...reached.keys()];
  const content: Content = {};
  const add = (kind: Kind, entry: Entry | undefined) => {
    if (entry === undefined) return;
    const data =
      entry.kind === 'figure' ? withRows(entry as Entry<'figure'>, attachments) : entry.data;
    const ofKind = content[kind] ?? {};
    ofKind[entry.id] = structuredClone(data) as Record<string, unknown>;
    content[kind] = ofKind;
  };
  for (const entry of records.publisher.values()) add('publisher', entry);
  for (const ref of refs.sort()) {
    const slash = ref.indexOf('/');
    const kind = ref.slice(0, slash) as Kind;
    add(kind, kind === 'brief' ? brief : records[kind].get(ref.slice(slash + 1)));
  }
  const scale = brief.data.scale ?? [...records.publisher.values()][0]?.data.defaults?.scale;
  if (scale !== undefined) add('scale', records.scale.get(scale));
  return content;
}

/** content → the label of a record in it that has none of its own. */
export function defaultMarkingIn(content: Content): Marking {
  const [publisher] = Object.values(content.publisher ?? {});
  const defaults = publisher?.defaults as { readonly marking?: unknown } | undefined;
  return markingOf(defaults?.marking);
}

function withRows({ data }: Entry<'figure'>, attachments: Selected['attachments']) {
  const table = typeof data.data === 'string' ? tableOf(data, attachments) : undefined;
  return table === undefined ? data : { ...data, data: table.rows.map((row) => ({ ...row })) };
}
