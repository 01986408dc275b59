/** What stands in file properties, meta tags and running headers. */
import { toString as plainTextOf } from 'mdast-util-to-string';
import { directionOf } from '../model/direction.ts';
import type { CslItem, DocumentMeta, PublisherMeta } from '../model/document.ts';
import type { EditionFacts } from '../model/edition-facts.ts';
import { earliestDay, latestDay, parseDate } from '../model/edtf.ts';
import { parseMarkdown } from '../model/markdown.ts';
import { markingSlug } from '../model/marking.ts';
import type { Selected } from '../model/stages.ts';
import type { Reading } from './read-time.ts';
import { supersededText } from './view/changes.ts';
import { dateText, type ViewContext } from './view/context.ts';
import { authorsOf } from './view/people.ts';
import { placedTakeaways } from './view/takeaways.ts';

export interface MetaOptions {
  readonly template: string;
  readonly references: readonly CslItem[];
  readonly reading: Reading;
  readonly sourceDateMs: number | undefined;
  readonly edition: EditionFacts | undefined;
  readonly logo: PublisherMeta['logo'];
}

/** context → meta. */
export function documentMeta(context: ViewContext, options: MetaOptions): DocumentMeta {
  const { selected, lang, messages } = context;
  const { id, data } = selected.brief;
  const licence = publisherOf(selected)?.licence;
  return {
    id,
    fileStem: fileStem(selected, options.edition),
    template: options.template,
    title: data.title,
    shortTitle: data.shortTitle ?? data.title,
    ...(data.subtitle === undefined ? {} : { subtitle: data.subtitle }),
    description: descriptionOf(context),
    lang,
    dir: directionOf(lang),
    publisher: publisherMeta(selected, options.logo),
    authors: authorsOf(context),
    issued: String(data.issued),
    ...(data.updated === undefined ? {} : { updated: String(data.updated) }),
    issuedText: dateText(context, data.issued).text,
    status: data.status ?? 'draft',
    marking: selected.marking,
    ...(options.edition === undefined ? {} : { edition: String(options.edition.number) }),
    ...supersededBy(context, options.edition),
    words: options.reading.words,
    readMinutes: options.reading.minutes,
    keywords: data.tags ?? [],
    ...(licence === undefined ? {} : { licence }),
    references: options.references,
    timestampMs: options.sourceDateMs ?? ownDate(selected),
    labels: messages,
  };
}

/** A copy of an old edition never takes the name of what was released. */
function fileStem({ brief, marking }: Selected, edition: EditionFacts | undefined): string {
  const parts = [
    brief.id,
    ...(edition?.supersededBy === undefined ? [] : [`edition-${edition.number}-reprint`]),
    ...(marking === 'TLP:CLEAR' ? [] : [`tlp-${markingSlug(marking)}`]),
  ];
  return parts.join('.');
}

function supersededBy(context: ViewContext, facts: EditionFacts | undefined) {
  if (facts?.supersededBy === undefined) return {};
  const { edition, released } = facts.supersededBy;
  const text = supersededText(context, facts.supersededBy);
  return { supersededBy: { edition, released, text } };
}

function publisherOf({ records }: Selected) {
  const [publisher] = records.publisher.values();
  return publisher?.data;
}

function publisherMeta(selected: Selected, logo: PublisherMeta['logo']): PublisherMeta {
  const publisher = publisherOf(selected);
  return {
    name: publisher?.name ?? '',
    ...(publisher?.url === undefined ? {} : { url: publisher.url }),
    ...(publisher?.email === undefined ? {} : { email: publisher.email }),
    ...(publisher?.sample === undefined ? {} : { sample: publisher.sample }),
    ...(logo === undefined ? {} : { logo }),
  };
}

/** The standfirst in plain words, else the first lead, else the subtitle. */
function descriptionOf(context: ViewContext): string {
  const { data } = context.selected.brief;
  if (data.standfirst !== undefined) return plainTextOf(parseMarkdown(data.standfirst));
  return placedTakeaways(context)[0]?.data.lead ?? data.subtitle ?? data.title;
}

/** The brief's own last date, at midnight UTC: no two builds of the same words differ. */
function ownDate({ brief }: Selected): number {
  const parsed = parseDate(String(brief.data.updated ?? brief.data.issued));
  if (!parsed.ok) return 0;
  const day = latestDay(parsed.date) ?? earliestDay(parsed.date);
  return day === undefined ? 0 : Date.parse(`${day}T00:00:00Z`);
}
