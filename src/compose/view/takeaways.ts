/** Takeaways: lead, body, how likely and how sure, and what they rest on. */
import { takeawayStaleness } from '../../model/freshness.ts';
import type { Scale } from '../../model/scale.ts';
import type { Data } from '../../model/schema/kinds.ts';
import type { DataPath, Entry } from '../../model/stages.ts';
import { dateSlot, pick, type ViewContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import { judgementSlot } from './judgement.ts';

/** One takeaway before it becomes a view: from its own record, or written in the brief. */
export interface Placed {
  readonly id: string | undefined;
  readonly data: Data<'takeaway'>;
  /** Where its fields stand: a record, or the brief and a path inside it. */
  readonly entry: Entry;
  readonly base: DataPath;
  /** 1-based, in order of the brief. */
  readonly number: number;
}

/** The brief's takeaways in order. */
export function placedTakeaways(context: ViewContext): Placed[] {
  const { brief } = context.selected;
  const wanted = brief.data.takeaways;
  if (!Array.isArray(wanted)) return [];
  const placed = wanted.flatMap((item, index): Omit<Placed, 'number'>[] => {
    if (typeof item !== 'string') {
      return [{ id: undefined, data: item, entry: brief, base: ['takeaways', index] }];
    }
    const entry = context.records.takeaway.get(item);
    return entry === undefined ? [] : [{ id: item, data: entry.data, entry, base: [] }];
  });
  return placed.map((item, index) => ({ ...item, number: index + 1 }));
}

/** The anchor of a takeaway; one without an id goes by its number. */
export function takeawayAnchor({ id, number }: Placed): string {
  return `takeaway-${id ?? number}`;
}

/** What templates get of each takeaway. */
export function takeawayView(context: ViewContext, placed: Placed, scale: Scale | undefined) {
  const { slots } = context;
  const { data, entry, base } = placed;
  const field = (...path: DataPath) => ({ entry, path: [...base, ...path] });
  const many = (name: 'assumptions' | 'alternatives' | 'indicators') =>
    (data[name] ?? []).map((text, index) => slots.markdown(text, field(name, index)));
  const alternatives = many('alternatives');
  const assumptions = many('assumptions');
  const indicators = many('indicators');
  return {
    number: placed.number,
    anchor: takeawayAnchor(placed),
    record: placed.id === undefined ? `brief/${entry.id}` : `takeaway/${placed.id}`,
    lead: slots.text(data.lead, field('lead')),
    body: slots.markdown(data.body, field('body')),
    judgement: judgementSlot(context, data, scale, field('confidenceReason')),
    stale: dateSlot(context, takeawayStaleness(data, context.records, context.day)?.since),
    hasReasoning: alternatives.length + assumptions.length + indicators.length > 0,
    alternatives,
    assumptions,
    indicators,
    hasSeveralAssumptions: assumptions.length > 1,
    hasSeveralIndicators: indicators.length > 1,
    evidence: pick(context, 'finding', data.findings).map((finding) =>
      evidenceOf(context, finding),
    ),
  };
}
