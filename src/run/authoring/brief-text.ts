/** The text of a new brief, with what its template needs and comments that teach. */
import { stringify } from 'yaml';
import { defaultMarking, markOf } from '../../model/marks.ts';
import { type Kind, schemas } from '../../model/schema/kinds.ts';
import type { Records } from '../../model/stages.ts';

/** What the text is made from. */
export interface BriefFacts {
  readonly title: string;
  readonly template: string;
  /** Fields without which the template has nothing to print. */
  readonly needs: readonly string[];
  readonly authors: readonly string[];
  /** Ids that could be authors. */
  readonly people: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly issued: string;
}

/** facts, records to draw on → YAML. */
export function briefText(facts: BriefFacts, records: Records): string {
  const { title, template, needs, authors, people, issued } = facts;
  const byline =
    authors.length > 0
      ? [`authors: [${authors.join(', ')}]`]
      : [`# authors: [${people[0] ?? 'an-id'}] # ids of people, from data/people.yaml`];
  const wanted = new Set([...needs, 'introduction', 'sections']);
  // In the order in which "brief fmt" lays them out.
  const fields = Object.keys(schemas.brief.shape).filter(
    (field) => wanted.has(field) && Object.hasOwn(parts, field),
  );
  const lines = [
    '# A draft, made by "brief new". The name of this file is the id of the brief.',
    '# "brief check" says what is wrong; "brief" builds it into output/.',
    `template: ${template}`,
    `title: ${scalar(title)}`,
    '# One or two sentences under the title:',
    '# standfirst: What happened, and why it matters.',
    '# The day of publication, as YYYY-MM-DD; a month or a year alone will do.',
    `issued: ${issued}`,
    ...byline,
    '# draft, review, final or withdrawn. A draft says so on every page.',
    'status: draft',
    '# Without a marking of its own the brief takes that of data/publisher.yaml.',
    '# marking: TLP:GREEN',
    ...fields.flatMap((field) => ['', ...(parts[field]?.(records) ?? [])]),
  ];
  return `${lines.join('\n')}\n`;
}

/** Field that a template may need → its lines. */
const parts: Readonly<Record<string, (records: Records) => readonly string[]>> = {
  takeaways: (records) => [
    '# Ids of takeaways from data/, or takeaways written here, as this one is.',
    'takeaways:',
    ...others(records, 'takeaway', (id) => `  # - ${id}`),
    '  - lead: Say in one sentence what the reader should remember.',
    '    body: Say in a paragraph what follows from it.',
    '    # The findings it rests on, by their ids.',
    `    findings: [${someIds(records, 'finding').slice(0, 1).join(', ')}]`,
  ],
  introduction: () => [
    '# Opening paragraphs. Blank lines part them; [@source-id, p. 3] cites a source.',
    'introduction: |-',
    '  Say here what the brief is about and why it is written now.',
  ],
  sections: () => [
    '# The parts of the text, in order.',
    'sections:',
    '  - title: What happened',
    '    body: |-',
    '      Write the first part here.',
  ],
  trends: (records) => listOfIds(records, 'trend', 'trends', 'data/trends.yaml'),
  assesses: (records) => {
    const [id] = someIds(records, 'source');
    const help = '# The document that this brief is about: an id from data/sources.yaml.';
    return [help, id === undefined ? '# assesses: an-id' : `assesses: ${id}`];
  },
  quotes: (records) => listOfIds(records, 'quote', 'quotes', 'data/quotes.yaml'),
  figures: (records) => listOfIds(records, 'figure', 'figures', 'data/figures.yaml'),
  events: (records) => listOfIds(records, 'event', 'events', 'data/events.yaml'),
};

function listOfIds(records: Records, kind: Kind, field: string, file: string): readonly string[] {
  const [id] = someIds(records, kind);
  const help = `# Ids from ${file}, in the order in which they print.`;
  return id === undefined ? [help, `${field}: []`] : [help, `${field}: [${id}]`];
}

/** Lines that show which ids could stand here, two at most. */
function others(records: Records, kind: Kind, line: (id: string) => string): readonly string[] {
  return someIds(records, kind).slice(0, 2).map(line);
}

/** Ids of records that a brief without a marking of its own may hold, in order of the data. */
function someIds(records: Records, kind: Kind): readonly string[] {
  const fallback = defaultMarking(records);
  return [...records[kind].values()]
    .filter((entry) => markOf(entry, fallback) === fallback)
    .map(({ id }) => id);
}

/** A text as one line of YAML, quoted where it must be. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}
