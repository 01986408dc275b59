/** An id as somebody types it → the record they mean. */
import type { Kind } from '../../model/schema/kinds.ts';
import type { Entry, Records } from '../../model/stages.ts';

/** Kinds in the order in which an id without a kind is looked for. */
const order: readonly Kind[] = [
  'brief',
  'takeaway',
  'finding',
  'source',
  'trend',
  'figure',
  'quote',
  'event',
  'recommendation',
  'term',
  'person',
  'organisation',
];

/** records, `id` or `kind/id` → the record, or undefined. */
export function findRecord(records: Records, name: string): Entry | undefined {
  const [kind = '', id] = name.split('/');
  if (id !== undefined)
    return order.includes(kind as Kind) ? records[kind as Kind].get(id) : undefined;
  for (const one of order) {
    const found: Entry | undefined = records[one].get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every id that can be named. */
export function allIds(records: Records): string[] {
  return order.flatMap((kind) => [...records[kind].keys()]);
}

/** A record in one line: its statement, lead or title. */
export function labelOf(entry: Entry): string {
  const { data } = entry;
  if ('lead' in data && entry.kind === 'takeaway') return String(data.lead);
  if ('statement' in data) return data.statement.replace(/\s+/g, ' ').trim();
  if ('title' in data && data.title !== undefined) return data.title;
  if ('text' in data) return data.text;
  if ('action' in data) return data.action.replace(/\s+/g, ' ').trim();
  if ('expansion' in data && data.expansion !== undefined) return data.expansion;
  if ('name' in data && typeof data.name === 'string') return data.name;
  return entry.id;
}
