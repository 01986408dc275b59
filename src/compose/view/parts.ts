/** The smaller parts of a brief: trends, events, terms, recommendations, key figures, impacts. */
import { factOf, formatFact } from '../../model/fact.ts';
import type { MessageKey } from '../messages.ts';
import { citeSlot, dateSlot, pick, say, type ViewContext } from './context.ts';
import { evidenceOf } from './evidence.ts';

const cardinals = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
] as const satisfies readonly MessageKey[];

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
] as const satisfies readonly MessageKey[];

/** "Trend One: …", numbered by their order in the brief. */
export function trendViews(context: ViewContext) {
  const { slots } = context;
  return pick(context, 'trend', context.selected.brief.data.trends).map((entry, index) => {
    const { data } = entry;
    const word = cardinals[index];
    const number = word === undefined ? String(index + 1) : say(context, word);
    return {
      anchor: `trend-${entry.id}`,
      record: `trend/${entry.id}`,
      label: slots.text(say(context, 'trendNumber', { number, title: '' }).trim()),
      title: slots.text(data.title, { entry, path: ['title'] }),
      body: slots.markdown(data.body, { entry, path: ['body'] }),
      direction: slots.text(
        data.direction === undefined ? undefined : say(context, data.direction),
      ),
      period: dateSlot(context, data.period, entry, ['period']),
      series: (data.series ?? []).map((step, at) => ({
        date: dateSlot(context, step.date, entry, ['series', at, 'date']),
        text: slots.markdown(step.text, { entry, path: ['series', at, 'text'] }),
      })),
      findings: pick(context, 'finding', data.findings).map((one) => evidenceOf(context, one)),
    };
  });
}

/** Dated events in the order of the brief. */
export function eventViews(context: ViewContext) {
  const { slots } = context;
  return pick(context, 'event', context.selected.brief.data.events).map((entry) => ({
    date: dateSlot(context, entry.data.date, entry, ['date']),
    title: slots.text(entry.data.title, { entry, path: ['title'] }),
    detail: slots.markdown(entry.data.detail, { entry, path: ['detail'] }),
    citation: citeSlot(context, entry.data.source, entry.data.locator),
  }));
}

/** Terms, in alphabetical order of the brief's language. */
export function termViews(context: ViewContext) {
  const { slots, lang } = context;
  const collator = new Intl.Collator(lang);
  return pick(context, 'term', context.selected.brief.data.glossary)
    .map((entry) => ({ entry, name: entry.data.term ?? entry.id }))
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ entry, name }) => ({
      anchor: `term-${entry.id}`,
      term: slots.text(name, { entry, path: ['term'] }),
      expansion: slots.text(entry.data.expansion, { entry, path: ['expansion'] }),
      definition: slots.markdown(entry.data.definition, { entry, path: ['definition'] }),
    }));
}

/** What somebody should do; those of the brief, then those of its takeaways. */
export function recommendationViews(context: ViewContext, ofTakeaways: readonly string[]) {
  const { slots } = context;
  const ids = [...(context.selected.brief.data.recommendations ?? []), ...ofTakeaways];
  const priorities = {
    high: 'priorityHigh',
    medium: 'priorityMedium',
    low: 'priorityLow',
  } as const;
  return pick(context, 'recommendation', [...new Set(ids)]).map((entry) => {
    const { data } = entry;
    return {
      action: slots.markdown(data.action, { entry, path: ['action'] }),
      actor: slots.text(
        data.actor === undefined ? undefined : say(context, 'actor', { actor: data.actor }),
        { entry, path: ['actor'] },
      ),
      priority: slots.text(
        data.priority === undefined ? undefined : say(context, priorities[data.priority]),
      ),
      due: dateSlot(context, data.due, entry, ['due']),
    };
  });
}

/** Numbers to show large, each with what it says. */
export function keyFigureViews(context: ViewContext) {
  const { slots, records } = context;
  const { brief } = context.selected;
  return (brief.data.keyFigures ?? []).flatMap((item, index) => {
    const finding = records.finding.get(item.finding);
    const fact = finding && factOf(finding, item.value);
    if (finding === undefined || fact === undefined) return [];
    const words = item.label ?? fact.label ?? fact.unit ?? '';
    const number = slots.inline({
      type: 'phrase',
      role: 'value',
      attributes: {},
      children: [{ type: 'text', value: formatFact(fact, context.lang) }],
      data: {
        origin: finding.file.locate([...finding.path, 'values', item.value ?? 'value', 'value']),
      },
    });
    const first = finding.data.evidence?.[0];
    return {
      value: number,
      label: slots.text(words, { entry: brief, path: ['keyFigures', index, 'label'] }),
      citation: citeSlot(context, first?.source, first?.locator),
    };
  });
}

/** "First, …; second, …": a run in one paragraph. */
export function impactsView(context: ViewContext) {
  const { slots } = context;
  const { brief } = context.selected;
  const { impacts } = brief.data;
  if (impacts === undefined) return null;
  return {
    lead: slots.markdown(impacts.lead, { entry: brief, path: ['impacts', 'lead'] }),
    items: impacts.items.map((text, index) => {
      const key = ordinals[index];
      return {
        ordinal: slots.text(key === undefined ? `${index + 1}` : say(context, key)),
        text: slots.markdown(text, { entry: brief, path: ['impacts', 'items', index] }),
      };
    }),
  };
}
