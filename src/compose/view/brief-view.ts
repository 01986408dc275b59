/** Everything a template can print: the whole view of one brief. Every string in it is a slot. */
import type { PhrasingContent } from 'mdast';
import { keyOf } from '../../model/assessment.ts';
import type { EditionFacts } from '../../model/edition-facts.ts';
import type { Scale } from '../../model/scale.ts';
import { changesView, supersededView } from './changes.ts';
import { dateSlot, say, type ViewContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import { figureOrder, figureViews } from './figures.ts';
import { languageBeside } from './language-beside.ts';
import {
  eventViews,
  impactsView,
  keyFigureViews,
  recommendationViews,
  termViews,
  trendViews,
} from './parts.ts';
import { authorsOf, authorViews } from './people.ts';
import { quoteViews } from './quotes.ts';
import { rangeWords } from './range-words.ts';
import { sourceCard } from './source-card.ts';
import { placedTakeaways, takeawayView } from './takeaways.ts';

/** What the view is made of besides the records. */
export interface ViewOptions {
  /** The likelihood scale in use. */
  readonly scale: Scale | undefined;
  /** Whether the evidence appendix is printed. */
  readonly hasEvidence: boolean;
  /** The edition that this is; undefined for a brief that has not been released as it stands. */
  readonly edition: EditionFacts | undefined;
}

/** context → the view. What a brief does not have is null or an empty list, never missing. */
export function briefView(context: ViewContext, options: ViewOptions) {
  const { scale, hasEvidence, edition } = options;
  const { slots, selected, lang } = context;
  const { brief } = selected;
  const { data } = brief;
  const text = (name: 'title' | 'subtitle') =>
    slots.text(data[name], { entry: brief, path: [name] });
  const prose = (name: 'standfirst' | 'introduction' | 'conclusion') =>
    slots.markdown(data[name], { entry: brief, path: [name] });
  const placed = placedTakeaways(context);
  const order = figureOrder(context);
  const ofTakeaways = placed.flatMap((one) => one.data.recommendations ?? []);
  const usesLikelihood = placed.some((one) => one.data.likelihood !== undefined);
  return {
    title: text('title'),
    subtitle: text('subtitle'),
    standfirst: prose('standfirst'),
    introduction: prose('introduction'),
    conclusion: prose('conclusion'),
    issued: dateSlot(context, data.issued, brief, ['issued']),
    updated: dateSlot(context, data.updated, brief, ['updated']),
    dataCutoff: dateSlot(context, data.dataCutoff, brief, ['dataCutoff']),
    readTime: slots.inline({ type: 'phrase', role: 'read-time', attributes: {}, children: [] }),
    byline: slots.text(bylineOf(context)),
    authors: authorViews(context),
    takeaways: placed.map((one) => takeawayView(context, one, scale)),
    trends: trendViews(context),
    sections: (data.sections ?? []).map((section, index) => ({
      title: slots.text(section.title, { entry: brief, path: ['sections', index, 'title'] }),
      body: slots.markdown(section.body, { entry: brief, path: ['sections', index, 'body'] }),
      figures: figureViews(context, section.figures, order),
      quotes: quoteViews(context, section.quotes),
    })),
    figures: figureViews(context, data.figures, order),
    quotes: quoteViews(context, data.quotes),
    events: eventViews(context),
    keyFigures: keyFigureViews(context),
    impacts: impactsView(context),
    document: sourceCard(context),
    recommendations: recommendationViews(context, ofTakeaways),
    gaps: (data.gaps ?? []).map((gap, index) =>
      slots.markdown(gap, { entry: brief, path: ['gaps', index] }),
    ),
    corrections: (data.corrections ?? []).map((correction, index) => ({
      date: dateSlot(context, correction.date, brief, ['corrections', index, 'date']),
      text: slots.markdown(correction.text, { entry: brief, path: ['corrections', index, 'text'] }),
    })),
    glossary: termViews(context),
    evidence: hasEvidence ? evidenceView(context, placed) : [],
    scale: scale !== undefined && usesLikelihood ? scaleView(context, scale) : null,
    changes: changesView(context, edition),
    supersededBy: supersededView(context, edition),
    appearedIn: appearedIn(context),
    publisher: publisherView(context),
    isDraft: data.status === undefined || data.status === 'draft',
    isReview: data.status === 'review',
    isWithdrawn: data.status === 'withdrawn',
    lang,
  };
}

export type BriefView = ReturnType<typeof briefView>;

function bylineOf(context: ViewContext): string | undefined {
  const names = authorsOf(context).map(({ name }) => name);
  if (names.length === 0) return undefined;
  return new Intl.ListFormat(context.lang, { type: 'conjunction' }).format(names);
}

/** The appendix: takeaway by takeaway, its findings and their sources. */
function evidenceView(context: ViewContext, placed: ReturnType<typeof placedTakeaways>) {
  const { slots, records } = context;
  return placed
    .filter((one) => one.data.findings.length > 0)
    .map((one) => ({
      number: one.number,
      lead: slots.text(one.data.lead, { entry: one.entry, path: [...one.base, 'lead'] }),
      findings: one.data.findings.flatMap((id) => {
        const finding = records.finding.get(id);
        return finding === undefined ? [] : [evidenceOf(context, finding)];
      }),
    }));
}

/** The key of the scale, as a table of two columns. */
function scaleView(context: ViewContext, scale: Scale) {
  const { slots } = context;
  const key = keyOf(scale, rangeWords(context));
  const spoken = languageBeside(context, scale.lang);
  const text = (value: string) => ({ type: 'text' as const, value });
  // What stands in the language of the scale says so, where that is another one.
  const ofScale = (value: string): PhrasingContent =>
    spoken === undefined
      ? text(value)
      : {
          type: 'phrase',
          role: 'untranslated',
          attributes: {},
          children: [text(value)],
          data: spoken,
        };
  const ofScaleSlot = (value: string) =>
    spoken === undefined ? slots.text(value) : slots.inline(ofScale(value));
  const row = (term: PhrasingContent, range: string) => ({
    type: 'tableRow' as const,
    children: [
      { type: 'tableCell' as const, children: [term] },
      { type: 'tableCell' as const, children: [text(range)] },
    ],
  });
  return {
    name: ofScaleSlot(key.name),
    publisher: ofScaleSlot(key.publisher),
    document: ofScaleSlot(key.document),
    hasGaps: key.hasGaps,
    table: slots.blocks({
      type: 'table',
      align: [null, null],
      children: [
        row(text(say(context, 'likelihoodTerm')), say(context, 'likelihoodRange')),
        ...key.rows.map(({ words, text: range }) => row(ofScale(words.join(', ')), range)),
      ],
    }),
  };
}

function appearedIn(context: ViewContext) {
  const { brief } = context.selected;
  const { appearedIn: first } = brief.data;
  if (first === undefined) return null;
  return {
    outlet: context.slots.text(first.outlet, { entry: brief, path: ['appearedIn', 'outlet'] }),
    date: dateSlot(context, first.date, brief, ['appearedIn', 'date']),
    url: context.slots.text(first.url, { entry: brief, path: ['appearedIn', 'url'] }),
  };
}

function publisherView(context: ViewContext) {
  const { slots, records, selected } = context;
  const [publisher] = records.publisher.values();
  const data = publisher?.data;
  const field = (name: string) => publisher && { entry: publisher, path: [name] };
  const { brief } = selected;
  const disclaimer =
    brief.data.disclaimer === undefined
      ? publisher && slots.markdown(data?.disclaimer, { entry: publisher, path: ['disclaimer'] })
      : slots.markdown(brief.data.disclaimer, { entry: brief, path: ['disclaimer'] });
  return {
    name: slots.text(data?.name, field('name')),
    url: slots.text(data?.url, field('url')),
    email: slots.text(data?.email, field('email')),
    sample: slots.text(data?.sample, field('sample')),
    boilerplate: publisher
      ? slots.markdown(data?.boilerplate, { entry: publisher, path: ['boilerplate'] })
      : null,
    disclaimer: disclaimer ?? null,
    licence: slots.text(
      data?.licence === undefined ? undefined : say(context, 'licence', { licence: data.licence }),
      field('licence'),
    ),
  };
}
