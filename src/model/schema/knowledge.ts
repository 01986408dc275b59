/** What is known and judged: findings, takeaways and everything a brief is put together from. */
import { z } from 'zod';
import { confidence, lang, marking, measure, note, review, silence, tags } from './common.ts';
import { choice, date, keyword, markdown, path, reference, text } from './leaf.ts';
import { translatable } from './translations.ts';

const name = keyword('Name of a value');

/** One piece of evidence: a source, and what it has to do with the finding. */
export const evidence = z.strictObject({
  source: reference('source', 'The source'),
  locator: text('Where in the source: p. 3, para. 5, 00:12:40').optional(),
  quote: text('The words of the source, verbatim and short').optional(),
  stance: choice(['supports', 'contradicts', 'context'], 'Default: supports').optional(),
  marking: marking.optional(),
});

/** The unit that staff update: one statement with its evidence. */
export const finding = translatable(
  z.strictObject({
    statement: markdown('One statement, in a sentence'),
    detail: markdown('More on it').optional(),
    evidence: z.array(evidence).describe('What it rests on').optional(),
    observed: date('When it happened or was seen').optional(),
    value: z.number().describe('The number in it').optional(),
    unit: text('What the number counts, or %').optional(),
    values: z.record(name, measure).describe('Several numbers, each with a name').optional(),
    places: z.array(text('A place')).optional(),
    actors: z.array(text('Who acts')).optional(),
    tags: tags.optional(),
    kind: keyword('A kind of finding, for its half-life in publisher.yaml').optional(),
    status: choice(['active', 'superseded', 'retracted'], 'Default: active').optional(),
    supersededBy: reference('finding', 'The finding that takes its place').optional(),
    confidence: confidence.optional(),
    ...review,
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);

/** A judgement with its lead sentence. */
export const takeaway = translatable(
  z.strictObject({
    lead: text('One sentence that can stand alone'),
    body: markdown('What follows from it, in a paragraph or two').optional(),
    findings: z.array(reference('finding', 'A finding')).describe('The findings it rests on'),
    likelihood: keyword('A term of the scale in use, such as "realistic possibility"').optional(),
    confidence: confidence.optional(),
    confidenceReason: text('Why: what is good or thin about the evidence').optional(),
    assumptions: z.array(markdown('An assumption')).optional(),
    alternatives: z.array(markdown('Another reading of the same evidence')).optional(),
    indicators: z.array(markdown('What would show that this is changing')).optional(),
    recommendations: z.array(reference('recommendation', 'A recommendation')).optional(),
    tags: tags.optional(),
    ...review,
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);

/** A development over time. */
export const trend = translatable(
  z.strictObject({
    title: text('What is happening, in a few words'),
    body: markdown('The trend in prose').optional(),
    direction: choice(['rising', 'falling', 'steady', 'emerging', 'mixed'], 'Direction').optional(),
    period: date('The time it covers').optional(),
    findings: z.array(reference('finding', 'A finding')).optional(),
    series: z
      .array(
        translatable(
          z.strictObject({
            date: date('When'),
            text: markdown('What'),
            marking: marking.optional(),
          }),
        ),
      )
      .describe('Dated steps')
      .optional(),
    tags: tags.optional(),
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);

/** Somebody's words. */
export const quote = translatable(
  z.strictObject({
    text: text('The words; for an indirect quotation, what was said'),
    speaker: z
      .union([
        z.strictObject({ person: reference('person', 'A person') }),
        z.strictObject({ label: text('A plain label such as "observers"') }),
        z.strictObject({ name: text('A name') }),
      ])
      .describe('Who said it'),
    kind: choice(
      ['direct', 'partial', 'indirect'],
      'direct: a whole quotation; partial: some words of it; indirect: reported. Default: direct',
    ).optional(),
    lead: markdown('For a partial quotation: the sentence that leads into the words').optional(),
    original: text('The words in the original language').optional(),
    lang: lang.optional(),
    role: text('Who the speaker is').optional(),
    place: text('Where the speaker is').optional(),
    outlet: text('The publication that printed it').optional(),
    date: date('When it was said').optional(),
    source: reference('source', 'Where it stands'),
    locator: text('Where in the source').optional(),
    tags: tags.optional(),
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** A chart or a table. */
export const figure = translatable(
  z.strictObject({
    title: text('What it shows'),
    alt: text('The same for somebody who cannot see it'),
    kind: choice(
      ['bar', 'line', 'area', 'dot', 'timeline', 'table', 'vega-lite'],
      'Default: table',
    ).optional(),
    data: z
      .union([z.array(z.record(z.string(), cell)), path('A CSV file')])
      .describe('Rows here, or the path of a CSV file; a row may carry its own `marking`')
      .optional(),
    columns: z
      .record(z.string(), text('A heading'))
      .describe('Column → its heading in the printed table')
      .optional(),
    x: keyword('Column on the horizontal axis').optional(),
    y: keyword('Column on the vertical axis').optional(),
    series: keyword('Column that tells the series apart').optional(),
    facet: keyword('Column that makes small multiples').optional(),
    stacked: z.boolean().describe('Stack the bars').optional(),
    unit: text('Unit of the numbers').optional(),
    source: reference('source', 'Where the data come from').optional(),
    findings: z.array(reference('finding', 'A finding')).optional(),
    caption: markdown('Caption').optional(),
    longDescription: markdown('A full description').optional(),
    spec: z.record(z.string(), z.unknown()).describe('A Vega-Lite specification').optional(),
    tags: tags.optional(),
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);

/** A dated event. */
export const event = translatable(
  z.strictObject({
    date: date('When'),
    title: text('What happened, in a few words'),
    detail: markdown('More on it').optional(),
    source: reference('source', 'Where it stands').optional(),
    locator: text('Where in the source').optional(),
    tags: tags.optional(),
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);

/** Something that somebody should do. */
export const recommendation = translatable(
  z.strictObject({
    action: markdown('What to do'),
    actor: text('Who').optional(),
    priority: choice(['high', 'medium', 'low'], 'Priority').optional(),
    due: date('By when').optional(),
    takeaways: z.array(reference('takeaway', 'A takeaway')).optional(),
    tags: tags.optional(),
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);

/** A term that readers may not know. */
export const term = translatable(
  z.strictObject({
    term: text('The abbreviation or word, where it cannot be an id').optional(),
    expansion: text('What it stands for').optional(),
    definition: markdown('What it means').optional(),
    lang: lang.optional(),
    marking: marking.optional(),
    note,
    silence: silence.optional(),
  }),
);
