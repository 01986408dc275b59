/** What an edition freezes: the brief and every record it draws on, as its audience may see them. */

import { copyTree } from './copy-tree.ts';
import { type Marking, markingOf } from './marking.ts';
import { refOf } from './place.ts';
import { edgesByOrigin, reachableFrom } from './reach.ts';
import type { Edition } from './schema/edition.ts';
import type { Kind } from './schema/kinds.ts';
import { withoutUnseen } from './seen-mentions.ts';
import { entryIn, isShownEdge } from './shown-edges.ts';
import type { Entry, Ref, Resolved, Selected } from './stages.ts';
import { tableOf } from './table.ts';

export type Content = Edition['content'];

/**
 * selected brief, graph → content: kind → id → plain data, of the records that can be reached through
 * what is shown. CSV rows are written into their figures, and prose mentions nothing that is withheld.
 * `spoken` is the same selection in the language of the document, where that is another one.
 */
export function contentOf(
  selected: Selected,
  { edges, records: all }: Resolved,
  spoken: Selected = selected,
): Content {
  const { brief, records, attachments } = spoken;
  const { records: shown } = selected;
  const reached = reachableFrom(refOf(brief), edgesByOrigin(edges), isShownEdge(shown));
  const refs: Ref[] = [refOf(brief), ...reached.keys()];
  const content: Content = {};
  const add = (kind: Kind, entry: Entry | undefined) => {
    if (entry === undefined) return;
    const clean = withoutUnseen(entry, all, shown);
    const data =
      entry.kind === 'figure'
        ? withRows(clean as Entry<'figure'>['data'], attachments)
        : withoutSchedule(clean);
    const ofKind = content[kind] ?? {};
    ofKind[entry.id] = copyTree(data) as Record<string, unknown>;
    content[kind] = ofKind;
  };
  for (const entry of records.publisher.values()) add('publisher', entry);
  for (const ref of refs.sort()) {
    const kind = ref.slice(0, ref.indexOf('/')) as Kind;
    add(kind, kind === 'brief' ? brief : entryIn(records, ref));
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

/** When the office builds is nobody else's business, and another hour makes no other edition. */
function withoutSchedule(data: Entry['data']): object {
  if (!('schedule' in data)) return data;
  const { schedule: _, ...rest } = data;
  return rest;
}

function withRows(data: Entry<'figure'>['data'], attachments: Selected['attachments']) {
  const table = typeof data.data === 'string' ? tableOf(data, attachments) : undefined;
  return table === undefined ? data : { ...data, data: table.rows.map((row) => ({ ...row })) };
}
