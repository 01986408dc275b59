/** What a rule about content is, and what it is given. Rules know nothing of each other. */
import type { Root } from 'mdast';
import type { Diagnostic } from '../../model/diagnostic.ts';
import {
  type EdtfDate,
  earliestDay,
  latestDay,
  type ParsedDate,
  parseDate,
} from '../../model/edtf.ts';
import { entriesOf } from '../../model/entries.ts';
import { parseMarkdown } from '../../model/markdown.ts';
import { remember } from '../../model/remember.ts';
import type { Checked, Entry, Leaf } from '../../model/stages.ts';

/** The data as the rules see them. */
export interface RuleContext {
  readonly checked: Checked;
  /** Every record, those with mistakes in their shape too: their words are looked at all the same. */
  readonly entries: readonly Entry[];
  /** The day of the build, `YYYY-MM-DD`. */
  readonly today: string;
  /** A Markdown field's value → its tree; a field that several rules look at is parsed once. */
  readonly parse: (markdown: string) => Root;
  /** The same for dates: a few hundred days stand in many thousand fields. */
  readonly parseDate: (text: string) => ParsedDate;
  /** The first and the last day that a date of `parseDate` can mean. */
  readonly firstDay: (date: EdtfDate) => string | undefined;
  readonly lastDay: (date: EdtfDate) => string | undefined;
  /** Each field of a type; see `fieldsOf`. */
  readonly fields: (type: Leaf['type']) => readonly Field[];
}

export type Rule = (context: RuleContext) => readonly Diagnostic[];

/** One field with the record it belongs to. */
export interface Field {
  readonly entry: Entry;
  readonly leaf: Leaf;
}

/** records, day of the build → what the rules work on. */
export function ruleContext(checked: Checked, today: string): RuleContext {
  const entries = [...entriesOf(checked.records), ...(checked.broken?.entries ?? [])];
  return {
    checked,
    today,
    entries,
    parse: once(parseMarkdown),
    parseDate: once(parseDate),
    firstDay: remember(earliestDay),
    lastDay: remember(latestDay),
    fields: once((type) => fieldsIn(entries, type)),
  };
}

/** context, type of leaf → each field of that type. */
export function fieldsOf({ fields }: RuleContext, type: Leaf['type']): readonly Field[] {
  return fields(type);
}

function fieldsIn(entries: readonly Entry[], type: Leaf['type']): Field[] {
  const fields: Field[] = [];
  for (const entry of entries) {
    for (const leaf of entry.leaves) if (leaf.type === type) fields.push({ entry, leaf });
  }
  return fields;
}

/** Several rules ask the same of the same text: it is worked out once. */
function once<K extends string, T>(make: (text: K) => T): (text: K) => T {
  const known = new Map<K, { readonly value: T }>();
  return (text) => {
    const found = known.get(text) ?? { value: make(text) };
    known.set(text, found);
    return found.value;
  };
}
