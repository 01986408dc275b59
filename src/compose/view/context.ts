/** What every part of the view is made with: slots, words in the brief's language, other records. */
import type { PhrasingContent } from 'mdast';
import { formatDate, isoForm, parseDate } from '../../model/edtf.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import type { DataPath, Entry, Records, Selected } from '../../model/stages.ts';
import type { DrawnFigure } from '../figures/drawn-figure.ts';
import type { Fill, MessageKey, Messages } from '../messages.ts';
import type { Slot, Slots } from '../slots.ts';
import type { Untranslated } from '../translate/translate.ts';

export interface ViewContext {
  readonly selected: Selected;
  readonly records: Records;
  readonly slots: Slots;
  readonly lang: string;
  /** The day as of which the brief speaks, `YYYY-MM-DD`: what is stale on it is stamped. */
  readonly day: string;
  readonly messages: Messages;
  /** Fills the slots of a message, its plurals included. */
  readonly fill: Fill;
  /** Charts that have been drawn, by the id of their figure. */
  readonly charts: ReadonlyMap<string, DrawnFigure>;
  /** Fields that are printed in another language than the brief's, for want of a translation. */
  readonly untranslated: readonly Untranslated[];
}

/** A word of the interface, as plain text. */
export function say(
  { messages, fill }: ViewContext,
  key: MessageKey,
  slots: Readonly<Record<string, string | number>> = {},
): string {
  return fill(messages[key], slots);
}

/** A date field → a slot that prints it at its precision, with its machine form where it has one. */
export function dateSlot(
  context: ViewContext,
  value: string | number | undefined,
  entry?: Entry,
  path: DataPath = [],
): Slot | null {
  if (value === undefined) return null;
  const origin = entry?.file.locate([...entry.path, ...path]);
  return context.slots.inline(dateNode(context, value, origin));
}

/** The same as a node, for whoever builds a line. */
export function dateNode(
  context: ViewContext,
  value: string | number,
  origin?: import('../../model/span.ts').Span,
): PhrasingContent {
  const { text, iso } = dateText(context, value);
  return {
    type: 'phrase',
    role: 'date',
    attributes: iso === undefined ? {} : { datetime: iso },
    children: [
      { type: 'text', value: text, ...(origin === undefined ? {} : { data: { origin } }) },
    ],
  };
}

/** A date as a reader sees it, and its ISO form where it has one. */
export function dateText(
  { lang, messages }: Pick<ViewContext, 'lang' | 'messages'>,
  value: string | number,
): { readonly text: string; readonly iso: string | undefined } {
  const parsed = parseDate(String(value));
  if (!parsed.ok) return { text: String(value), iso: undefined };
  const text = formatDate(parsed.date, lang, {
    approximate: messages.dateApproximate,
    uncertain: messages.dateUncertain,
    decade: messages.dateDecade,
    from: messages.dateFrom,
    until: messages.dateUntil,
    endUnknown: messages.dateEndUnknown,
    startUnknown: messages.dateStartUnknown,
  });
  return { text, iso: isoForm(parsed.date) };
}

/** Records by id, in the order of the ids; ids that the audience may not see are gone already. */
export function pick<K extends Kind>(
  { records }: ViewContext,
  kind: K,
  ids: readonly string[] | undefined,
): Entry<K>[] {
  const byId: ReadonlyMap<string, Entry<K>> = records[kind];
  return (ids ?? []).flatMap((id) => byId.get(id) ?? []);
}

/** A citation as an author would have typed it; the citator finds it like any other. */
export function citeSlot(
  context: ViewContext,
  sourceId: string | undefined,
  locator?: string,
): Slot | null {
  if (sourceId === undefined || !context.records.source.has(sourceId)) return null;
  return context.slots.inline(citationNode(sourceId, locator));
}

/** The same as a node. A bracket in a locator would end the citation early, so it is left out. */
export function citationNode(sourceId: string, locator?: string): PhrasingContent {
  const place = locator === undefined ? '' : `, ${locator.replace(/[[\];]/g, ' ').trim()}`;
  return { type: 'text', value: `[@${sourceId}${place}]` };
}
