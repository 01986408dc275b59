/** Projects with a canary in every field that can be marked: words that stand nowhere else. */

import { isCleared, type Marking, markings } from '../../src/model/marking.ts';
import { fc } from '../support/property.ts';

/** A label, or none: then the publisher's default holds. */
const label = fc.option(fc.constantFrom(...markings), { nil: undefined });

/** How the records of one project are marked, by the name of the record or part. */
export type Labels = Readonly<Record<string, Marking | undefined>>;

/** Everything that can carry a label of its own. */
export const markable = [
  'source-a',
  'source-b',
  'finding-a',
  'finding-b',
  'finding-c',
  'takeaway-a',
  'takeaway-b',
  'quote-a',
  'figure-a',
  'row-a',
  'row-b',
  'event-a',
  'term-a',
  'trend-a',
  'step-a',
  'recommendation-a',
  'person-a',
  'organisation-a',
  'section-a',
  'section-b',
  'evidence-b',
  'inline-a',
  'impacts',
] as const;

/** Labels at random, for every record and part. */
export const labels: fc.Arbitrary<Labels> = fc.record(
  Object.fromEntries(markable.map((name) => [name, label])),
);

/** The canary of one field: six words that no template and no other field uses. */
export function canary(record: string, field: string): string {
  const word = (text: string) => `${text.replace(/[^a-z]/g, '')}x`;
  return `qz${word(record)} canary${word(field)} ${word(record)}${word(field)} hides behind ${word(field)}${word(record)}`;
}

/** Labels, the office's default → the files of a project whose brief draws on all of it. */
export function canaryProject(marks: Labels, fallback: Marking | undefined, portions: Marking) {
  const say = canary;
  const mark = (name: string) => (marks[name] === undefined ? {} : { marking: marks[name] });
  const data = {
    publisher: {
      name: 'Office',
      lang: 'en-GB',
      defaults: {
        scale: 'phia',
        evidence: true,
        ...(fallback === undefined ? {} : { marking: fallback }),
      },
    },
    people: {
      'person-a': {
        name: { literal: say('person-a', 'name') },
        bio: say('person-a', 'bio'),
        affiliations: ['organisation-a'],
        ...mark('person-a'),
      },
    },
    organisations: {
      'organisation-a': { name: say('organisation-a', 'name'), ...mark('organisation-a') },
    },
    sources: {
      'source-a': {
        type: 'report',
        title: say('source-a', 'title'),
        publisher: say('source-a', 'publisher'),
        note: say('note-source', 'note'),
        ...mark('source-a'),
      },
      'source-b': {
        type: 'webpage',
        title: say('source-b', 'title'),
        URL: 'https://b.example/qzsourcebx/hidden-address',
        ...mark('source-b'),
      },
    },
    findings: {
      'finding-a': {
        statement: say('finding-a', 'statement'),
        evidence: [{ source: 'source-a', locator: 'p. 1', quote: say('finding-a', 'quote') }],
        note: say('note-finding', 'note'),
        ...mark('finding-a'),
      },
      'finding-b': {
        statement: say('finding-b', 'statement'),
        value: 765_431,
        evidence: [
          {
            source: 'source-b',
            locator: 'p. 2',
            quote: say('evidence-b', 'quote'),
            ...mark('evidence-b'),
          },
          { source: 'source-a', locator: 'p. 3' },
        ],
        ...mark('finding-b'),
      },
      'finding-c': {
        statement: say('finding-c', 'statement'),
        evidence: [{ source: 'source-b', locator: 'p. 4' }],
        ...mark('finding-c'),
      },
    },
    takeaways: {
      'takeaway-a': {
        lead: say('takeaway-a', 'lead'),
        body: `${say('takeaway-a', 'body')} [@source-a, p. 1; @source-b, p. 9].`,
        findings: ['finding-a', 'finding-b'],
        likelihood: 'likely',
        confidence: 'low',
        confidenceReason: say('takeaway-a', 'reason'),
        indicators: [say('takeaway-a', 'indicator')],
        recommendations: ['recommendation-a'],
        ...mark('takeaway-a'),
      },
      'takeaway-b': {
        lead: say('takeaway-b', 'lead'),
        findings: ['finding-c'],
        ...mark('takeaway-b'),
      },
    },
    quotes: {
      'quote-a': {
        text: say('quote-a', 'text'),
        speaker: { name: say('quote-a', 'speaker') },
        source: 'source-b',
        ...mark('quote-a'),
      },
    },
    figures: {
      'figure-a': {
        title: say('figure-a', 'title'),
        alt: say('figure-a', 'alt'),
        caption: say('figure-a', 'caption'),
        data: [
          { what: say('row-a', 'cell'), count: 1, ...mark('row-a') },
          { what: say('row-b', 'cell'), count: 2, ...mark('row-b') },
        ],
        source: 'source-a',
        ...mark('figure-a'),
      },
    },
    events: {
      'event-a': {
        date: '2025-06',
        title: say('event-a', 'title'),
        detail: say('event-a', 'detail'),
        source: 'source-b',
        ...mark('event-a'),
      },
    },
    glossary: {
      'term-a': {
        expansion: say('term-a', 'expansion'),
        definition: say('term-a', 'definition'),
        ...mark('term-a'),
      },
    },
    trends: {
      'trend-a': {
        title: say('trend-a', 'title'),
        body: say('trend-a', 'body'),
        series: [{ date: 2024, text: say('step-a', 'text'), ...mark('step-a') }],
        ...mark('trend-a'),
      },
    },
    recommendations: {
      'recommendation-a': {
        action: say('recommendation-a', 'action'),
        ...mark('recommendation-a'),
      },
    },
  };
  const brief = {
    template: 'trend-report',
    title: 'A brief',
    issued: '2026-01-05',
    status: 'final',
    marking: 'TLP:RED',
    portions,
    authors: ['person-a'],
    takeaways: [
      'takeaway-a',
      'takeaway-b',
      {
        lead: say('inline-a', 'lead'),
        findings: ['finding-a', 'finding-b', 'finding-c'],
        ...mark('inline-a'),
      },
    ],
    trends: ['trend-a'],
    sections: [
      {
        title: say('section-a', 'title'),
        body: `${say('section-a', 'body')} [@source-b].`,
        figures: ['figure-a'],
        ...mark('section-a'),
      },
      { title: say('section-b', 'title'), quotes: ['quote-a'], ...mark('section-b') },
    ],
    events: ['event-a'],
    glossary: ['term-a'],
    keyFigures: [{ finding: 'finding-b', label: 'shown' }],
    note: say('note-brief', 'note'),
  };
  return { 'data/all.yaml': data, 'data/briefs/one.yaml': brief };
}

/** Canaries of everything that the audience may not see, worked out from the labels alone. */
export function hiddenFrom(
  marks: Labels,
  fallback: Marking | undefined,
  audience: Marking,
): string[] {
  const records = markable.filter(
    (name) => !isCleared(marks[name] ?? inherits(name, marks) ?? fallback ?? 'TLP:RED', audience),
  );
  return [...records, 'note-source', 'note-finding', 'note-brief'].map(
    (name) => canary(name, '').split(' ')[0] ?? '',
  );
}

/** A part without a label of its own carries that of what it stands in. */
function inherits(name: string, marks: Labels): Marking | undefined {
  const owner = {
    'row-a': 'figure-a',
    'row-b': 'figure-a',
    'step-a': 'trend-a',
    'evidence-b': 'finding-b',
  }[name];
  if (owner !== undefined) return marks[owner];
  // Parts of the brief itself carry the label of its portions, which every audience here may see.
  return ['section-a', 'section-b', 'inline-a', 'impacts'].includes(name) ? 'TLP:CLEAR' : undefined;
}
