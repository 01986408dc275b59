/** The documents of the output folder → an index in the language of the office. */
import { directionOf } from '../model/direction.ts';
import { earliestDay, latestDay, parseDate } from '../model/edtf.ts';
import type { Format } from '../model/formats.ts';
import { strictest } from '../model/marking.ts';
import { compareCodePoints } from '../model/order.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Published, SiteEntry, SiteIndex, SiteVersion } from '../model/site.ts';
import type { Checked } from '../model/stages.ts';
import { embedLogo } from './images.ts';
import { messagesFor, type Words } from './messages.ts';
import { dateText } from './view/context.ts';

/** records, documents that may be named → index. Reports what is wrong with the logo. */
export async function composeSite(
  { records, attachments }: Pick<Checked, 'records' | 'attachments'>,
  documents: readonly Published[],
): Promise<Outcome<SiteIndex>> {
  const [publisher] = records.publisher.values();
  const lang = publisher?.data.lang ?? 'en';
  const { site = {}, name = '', url, email, sample } = publisher?.data ?? {};
  const words = await messagesFor(lang);
  const logo = await embedLogo({ records, attachments });
  const entries = documents.flatMap((document) => entryOf(document, lang, words) ?? []);
  const value: SiteIndex = {
    title: site.title ?? words.messages.siteTitle,
    ...(site.description === undefined ? {} : { description: site.description }),
    lang,
    dir: directionOf(lang),
    publisher: {
      name,
      ...(url === undefined ? {} : { url }),
      ...(email === undefined ? {} : { email }),
      ...(sample === undefined ? {} : { sample }),
      ...(logo.value === undefined ? {} : { logo: logo.value }),
    },
    ...(site.url === undefined ? {} : { url: site.url.replace(/\/*$/, '/') }),
    marking: strictest(entries.map(({ marking }) => marking)),
    labels: words.messages,
    entries: entries.sort(newestFirst),
  };
  return { value, diagnostics: logo.diagnostics };
}

function newestFirst(a: SiteEntry, b: SiteEntry): number {
  return (
    compareCodePoints(b.publishedAt, a.publishedAt) ||
    compareCodePoints(a.id, b.id) ||
    compareCodePoints(a.marking, b.marking)
  );
}

/** undefined for a document of which no file is up to date. */
function entryOf(document: Published, lang: string, words: Words): SiteEntry | undefined {
  const { id, marking, about, readMinutes } = document;
  const versions = versionsOf(document);
  if (versions.length === 0) return undefined;
  const { text, iso } = dateText({ lang, messages: words.messages }, about.issued);
  const state = about.status === 'final' ? undefined : words.messages[about.status];
  const published = momentOf(about.issued, 'first');
  return {
    id,
    marking,
    ...(state === undefined ? {} : { state }),
    tags: about.tags,
    year: published.slice(0, 4),
    issuedText: text,
    ...(iso === undefined ? {} : { issuedIso: iso }),
    readTime: words.fill(words.messages.readTime, { minutes: readMinutes }),
    publishedAt: published,
    updatedAt: momentOf(about.updated ?? about.issued, 'last'),
    versions,
  };
}

/** Each file belongs to the version whose name is the longest that it begins with. */
function versionsOf({ about, files }: Published): SiteVersion[] {
  const stems = about.versions.map(({ stem }) => stem).sort((a, b) => b.length - a.length);
  const stemOf = (name: string) => stems.find((stem) => name.startsWith(`${stem}.`));
  return about.versions.flatMap(({ stem, lang, title, description }): SiteVersion[] => {
    const own = files
      .filter(({ name }) => stemOf(name) === stem)
      .sort((a, b) => order.indexOf(a.format) - order.indexOf(b.format));
    const [first] = own;
    if (first === undefined) return [];
    const dir = directionOf(lang);
    return [{ lang, dir, langName: nameOf(lang), title, description, files: own }];
  });
}

/** What a reader would open first comes first. */
const order: readonly Format[] = ['html', 'pdf', 'docx', 'email', 'md', 'json', 'csv', 'stix'];

/** A language by its own name; a tag that nobody knows names itself. */
function nameOf(lang: string): string {
  const name = new Intl.DisplayNames([lang], { type: 'language', fallback: 'none' }).of(lang);
  return name ?? lang;
}

/** EDTF date → midnight UTC of its first or last day. */
function momentOf(edtf: string, end: 'first' | 'last'): string {
  const parsed = parseDate(edtf);
  const [one, other] = end === 'first' ? [earliestDay, latestDay] : [latestDay, earliestDay];
  const day = parsed.ok ? (one(parsed.date) ?? other(parsed.date)) : undefined;
  return `${day ?? '1970-01-01'}T00:00:00Z`;
}
