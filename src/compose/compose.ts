/**
 * The fifth stage: one brief as one audience may see it → one tree. Handlebars decides the shape,
 * unified handles the content, and the two never meet as strings.
 */
import type { Root } from 'mdast';
import { copyTree } from '../model/copy-tree.ts';
import { type Diagnostic, diagnose, hasErrors } from '../model/diagnostic.ts';
import type { DocumentMeta, TemplateFile } from '../model/document.ts';
import type { EditionFacts } from '../model/edition-facts.ts';
import { speakingDay, takeawayStaleness } from '../model/freshness.ts';
import { createMemory, type Memory, noMemory } from '../model/memory.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf, placeOfKey } from '../model/place.ts';
import { remember } from '../model/remember.ts';
import type { Scale } from '../model/scale.ts';
import type { Selected } from '../model/stages.ts';
import type { TemplateBundle } from '../model/template.ts';
import { type CitationSettings, cite } from './cite.ts';
import { resolveLinks } from './cross-references.ts';
import { runTemplate } from './engine.ts';
import { drawCharts } from './figures/draw-charts.ts';
import { helpersFor } from './helpers.ts';
import { embedImages, embedLogo } from './images.ts';
import { messagesFor } from './messages.ts';
import { documentMeta } from './meta.ts';
import { fillReadTime, readingOf } from './read-time.ts';
import { liftAnchors, parseSkeleton } from './skeleton.ts';
import { Slots } from './slots.ts';
import { splice } from './splice.ts';
import { markUntranslated, type Tongues } from './translate/mark-untranslated.ts';
import { unprintedFields, watchView } from './unprinted.ts';
import { briefView } from './view/brief-view.ts';
import type { ViewContext } from './view/context.ts';
import { figureOrder } from './view/figures.ts';
import { placedTakeaways } from './view/takeaways.ts';

/** What compose needs besides the brief; all of it is in memory. */
export interface ComposeOptions {
  readonly template: TemplateBundle;
  readonly scale: Scale | undefined;
  /** Citation style: `notes`, `author-date`, or the text of a `.csl` file. */
  readonly citations: CitationSettings;
  /** SOURCE_DATE_EPOCH in milliseconds, where it is set. */
  readonly sourceDateMs: number | undefined;
  /** The day to judge staleness by, `YYYY-MM-DD`; default: the brief's own date. */
  readonly asOf: string | undefined;
  /** The edition that this is, and what it says of the others. */
  readonly edition: EditionFacts | undefined;
  /** For whoever composes the same brief again and again. */
  readonly memory?: Memory | undefined;
  /** For a document in another language: what it says in the brief's own. */
  readonly tongues?: Tongues | undefined;
}

/** The tree and everything that stands in file properties; what it looks like comes later. */
export interface ComposedText {
  readonly meta: DocumentMeta;
  readonly tree: Root;
}

/** selected brief → tree and meta; `undefined` where the template could not be run. */
export async function compose(
  selected: Selected,
  options: ComposeOptions,
): Promise<Outcome<ComposedText | undefined>> {
  const { template, memory = noMemory } = options;
  const needed = missingFields(selected, template);
  if (needed.length > 0) return { value: undefined, diagnostics: needed };
  const plain = await contextOf(selected, options);
  const charts = await drawCharts(plain, figureOrder(plain), memory);
  const context = { ...plain, charts: charts.value };
  const stale = refusedAsStale(context);
  if (stale.length > 0) return { value: undefined, diagnostics: stale };
  const hasEvidence = printsEvidence(selected);
  const { edition, scale } = options;
  const { view, asked } = watchView(briefView(context, { scale, hasEvidence, edition }));
  const printed = runTemplate(template, view, helpersFor(context));
  if (printed.value === undefined) {
    return { value: undefined, diagnostics: [...charts.diagnostics, ...printed.diagnostics] };
  }
  const text = printed.value;
  const shapes = shapesOf(template.main);
  const skeleton = copyTree(memory.once('skeleton', text, () => parseSkeleton(text, shapes)));
  const spliced = splice(skeleton, context.slots, memory);
  const tree = spliced.value;
  liftAnchors(tree);
  resolveLinks(tree, context);
  const cited = await cite(tree, context, options.citations);
  if (options.tongues !== undefined) markUntranslated(tree, options.tongues);
  const reading = readingOf(tree, context);
  fillReadTime(tree, reading, context);
  const pictures = await embedImages(tree, selected.attachments.bytes);
  const logo = await embedLogo(selected);
  const diagnostics: Diagnostic[] = [
    ...charts.diagnostics,
    // Other languages print the same fields.
    ...(options.tongues === undefined ? unprintedFields(selected.brief, asked) : []),
    ...spliced.diagnostics,
    ...cited.diagnostics,
    ...pictures,
    ...logo.diagnostics,
  ];
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const meta = documentMeta(context, {
    template: template.name,
    references: cited.value,
    reading,
    sourceDateMs: options.sourceDateMs,
    edition: options.edition,
    logo: logo.value,
  });
  return { value: { meta, tree }, diagnostics };
}

/** A brief is made of some thirty shapes, of which it shares nearly all with others of its template. */
const shapesKept = 500;

const shapesOf = remember((_: TemplateFile) => createMemory(shapesKept));

async function contextOf(
  selected: Selected,
  { asOf, tongues }: Pick<ComposeOptions, 'asOf' | 'tongues'>,
): Promise<ViewContext> {
  const { brief, records } = selected;
  const [publisher] = records.publisher.values();
  const lang = brief.data.lang ?? publisher?.data.lang ?? 'en';
  const { messages, fill } = await messagesFor(lang);
  return {
    selected,
    records,
    slots: new Slots(),
    lang,
    day: asOf ?? speakingDay(brief) ?? '0000-01-01',
    messages,
    fill,
    charts: new Map(),
    untranslated: tongues?.untranslated ?? [],
  };
}

/** An office may refuse to print what is due for review, instead of stamping it. */
function refusedAsStale(context: ViewContext): Diagnostic[] {
  const { records, day } = context;
  const [publisher] = records.publisher.values();
  if (publisher?.data.defaults?.stale !== 'refuse') return [];
  return placedTakeaways(context).flatMap(({ data, entry, base, id, number }) => {
    const stale = takeawayStaleness(data, records, day);
    if (stale === undefined) return [];
    const slots = { id: id ?? String(number), since: stale.since };
    return [diagnose('takeaway-stale', slots, placeOf(entry, [...base, 'lead']))];
  });
}

/** The brief's own setting, else the office's, else yes: a reader may ask how we know. */
function printsEvidence({ brief, records }: Selected): boolean {
  const [publisher] = records.publisher.values();
  return brief.data.evidence ?? publisher?.data.defaults?.evidence ?? true;
}

/** A template says what it cannot do without; an empty heading is never printed instead. */
function missingFields({ brief, emptied, audience }: Selected, template: TemplateBundle) {
  return template.needs
    .filter((field) => {
      // Any field of a brief may be needed, so it is looked up by its name.
      const value = (brief.data as Readonly<Record<string, unknown>>)[field];
      return value === undefined || (Array.isArray(value) && value.length === 0);
    })
    .map((field): Diagnostic => {
      const slots = { template: template.name, field };
      const place = placeOfKey(brief, ['template']);
      return emptied.includes(field)
        ? diagnose('template-needs-withheld', { ...slots, audience }, place)
        : diagnose('template-needs', slots, place);
    });
}
