/** What a rule about content is, and what it is given. Rules know nothing of each other. */
import type { Root } from 'mdast';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { entriesOf } from '../../model/entries.ts';
import { parseMarkdown } from '../../model/markdown.ts';
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
}

export type Rule = (context: RuleContext) => readonly Diagnostic[];

/** One field with the record it belongs to. */
export interface Field {
  readonly entry: Entry;
  readonly leaf: Leaf;
}

/** records, day of the build → what the rules work on. */
export function ruleContext(checked: Checked, today: string): RuleContext {
  const trees = new Map<string, Root>();
  return {
    checked,
    today,
    entries: [...entriesOf(checked.records), ...(checked.broken?.entries ?? [])],
    parse: (markdown) => {
      const known = trees.get(markdown);
      if (known !== undefined) return known;
      const tree = parseMarkdown(markdown);
      trees.set(markdown, tree);
      return tree;
    },
  };
}

/** context, type of leaf → each field of that type. */
export function fieldsOf({ entries }: RuleContext, type: Leaf['type']): Field[] {
  return entries.flatMap((entry) =>
    entry.leaves.filter((leaf) => leaf.type === type).map((leaf) => ({ entry, leaf })),
  );
}
