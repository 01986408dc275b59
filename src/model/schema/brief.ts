/** One brief, and the office that publishes it. */
import { z } from 'zod';
import { formats, papers } from '../formats.ts';
import { lang, marking, note, silence, tags } from './common.ts';
import { takeaway } from './knowledge.ts';
import { choice, date, keyword, markdown, path, reference, text, url } from './leaf.ts';
import { publisherSchedule, schedule } from './schedule.ts';
import { theme } from './theme.ts';
import { translatable } from './translations.ts';

export { formats, papers };

const severityName = choice(['error', 'warning', 'info', 'off'], 'How much a rule weighs');

/** A part of a brief. */
export const section = translatable(
  z.strictObject({
    title: text('Heading, in sentence case'),
    body: markdown('Text').optional(),
    findings: z.array(reference('finding', 'A finding')).optional(),
    figures: z.array(reference('figure', 'A figure')).optional(),
    quotes: z.array(reference('quote', 'A quotation')).optional(),
    marking: marking.optional(),
  }),
);

const attachData = z
  .boolean()
  .describe('Put the data of the brief into its PDF, as JSON and CSV; default: true');

/** A brief: what to put together, and under which heading. */
export const brief = translatable(
  z.strictObject({
    template: keyword('A folder of templates/'),
    title: text('Title'),
    shortTitle: text('Title for the running header').optional(),
    subtitle: text('Subtitle').optional(),
    standfirst: markdown('One or two sentences under the title').optional(),
    issued: date('Day of publication'),
    updated: date('Day of the last change').optional(),
    dataCutoff: date('The day after which nothing was taken in').optional(),
    authors: z.array(reference('person', 'An author')).optional(),
    lang: lang.optional(),
    languages: z
      .array(lang)
      .describe('All languages to build it in; those other than `lang` come from `translations`')
      .optional(),
    marking: marking.optional(),
    portions: marking
      .describe(
        'Marking of the words of the brief itself where they carry none; default: `marking`',
      )
      .optional(),
    scale: keyword('The likelihood scale in use: phia, icd203, ipcc').optional(),
    status: choice(['draft', 'review', 'final', 'withdrawn'], 'Default: draft').optional(),
    introduction: markdown('Opening paragraphs').optional(),
    takeaways: z
      .array(z.union([reference('takeaway', 'A takeaway'), takeaway]))
      .or(z.strictObject({ tag: keyword('All takeaways with this tag') }))
      .describe('Ids, takeaways written here, or a query by tag')
      .optional(),
    sections: z.array(section).describe('The parts of the text, each with its heading').optional(),
    trends: z.array(reference('trend', 'A trend')).optional(),
    quotes: z.array(reference('quote', 'A quotation')).optional(),
    events: z.array(reference('event', 'An event')).optional(),
    figures: z.array(reference('figure', 'A figure')).optional(),
    keyFigures: z
      .array(
        translatable(
          z.strictObject({
            finding: reference('finding', 'The finding that holds the number'),
            value: keyword('Name of the value, where it has several').optional(),
            label: text('What the number says').optional(),
          }),
        ),
      )
      .describe('Numbers to show large')
      .optional(),
    impacts: translatable(
      z.strictObject({
        lead: markdown('The sentence before the run'),
        items: z.array(markdown('One impact, in a sentence')).min(2),
        marking: marking.optional(),
      }),
    )
      .describe('A run of first, second, third in one paragraph')
      .optional(),
    assesses: reference('source', 'The document that this brief is about').optional(),
    recommendations: z.array(reference('recommendation', 'A recommendation')).optional(),
    conclusion: markdown('Closing paragraphs').optional(),
    gaps: z.array(markdown('Something that is not known')).optional(),
    corrections: z
      .array(
        translatable(
          z.strictObject({ date: date('When corrected'), text: markdown('What was corrected') }),
        ),
      )
      .describe('What was wrong in an earlier version of the brief')
      .optional(),
    disclaimer: markdown('A disclaimer; default: the publisher’s').optional(),
    appearedIn: z
      .strictObject({
        outlet: text('Newspaper or site'),
        date: date('When').optional(),
        url: url('Address').optional(),
      })
      .describe('Where the text appeared first')
      .optional(),
    evidence: z.boolean().describe('Print the evidence appendix').optional(),
    attachData: attachData.optional(),
    glossary: z.array(reference('term', 'A term')).describe('Terms to print').optional(),
    schedule: schedule.optional(),
    formats: z.array(choice(formats, 'A format')).optional(),
    tags: tags.optional(),
    note,
    silence: silence.optional(),
  }),
);

/** The office: name, look and house rules. */
export const publisher = translatable(
  z.strictObject({
    name: text('Name of the office'),
    lang,
    url: url('Home page').optional(),
    logo: path('SVG or PNG, relative to the project').optional(),
    logoAlt: text('What the logo shows').optional(),
    email: keyword('A public address').optional(),
    boilerplate: markdown('Who the office is; printed at the end').optional(),
    disclaimer: markdown('Printed at the end of every brief').optional(),
    licence: keyword('SPDX licence id, as CC-BY-4.0').optional(),
    sample: text('A line to print on every page of a brief that is only a sample').optional(),
    theme: theme.optional(),
    site: z
      .strictObject({
        url: url('Address of the folder that the documents are put into').optional(),
        title: text('Heading of the index').optional(),
        description: text('A sentence under the heading').optional(),
        internal: z
          .boolean()
          .describe('True: the index is for the office alone, and names documents above TLP:CLEAR')
          .optional(),
      })
      .describe('An index of everything that was built, and feeds')
      .optional(),
    defaults: z
      .strictObject({
        marking: marking.optional(),
        scale: keyword('Likelihood scale').optional(),
        citations: keyword('notes, author-date, or the path of a .csl file').optional(),
        wordsPerMinute: z
          .int()
          .min(100)
          .max(600)
          .describe('How fast a reader reads, for the reading time')
          .optional(),
        evidence: z.boolean().describe('Print the evidence appendix').optional(),
        attachData: attachData.optional(),
        formats: z.array(choice(formats, 'A format')).optional(),
        withoutEvidence: choice(
          ['drop', 'keep'],
          'A takeaway whose evidence the audience may not see: drop or keep it',
        ).optional(),
        stale: choice(['stamp', 'refuse'], 'What to do with a stale takeaway').optional(),
      })
      .describe('What briefs and records take that say nothing themselves')
      .optional(),
    rules: z
      .record(z.string(), severityName)
      .describe('Code of a rule → error, warning, info or off')
      .optional(),
    halfLives: z
      .record(z.string(), z.int().min(1))
      .describe('Kind of finding → days until it is stale; `default` for the others')
      .optional(),
    schedule: publisherSchedule.optional(),
  }),
);
