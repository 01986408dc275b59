/** What the page of an index shows, in the order in which it shows it. */
import GithubSlugger from 'github-slugger';
import { markingSlug, markings } from '../../model/marking.ts';
import { compareCodePoints } from '../../model/order.ts';
import type { SiteEntry, SiteIndex, SiteVersion } from '../../model/site.ts';
import { formatLabels } from './format-labels.ts';

/** A document by its title. */
interface Named {
  readonly title: string;
  readonly href: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** What `templates/shared/site/page.html.hbs` repeats. */
export interface SiteLists {
  readonly years: readonly {
    readonly year: string;
    readonly anchor: string;
    readonly entries: readonly unknown[];
  }[];
  /** By subject and, where there are several, by marking. */
  readonly groups: readonly {
    readonly title: string;
    readonly anchor: string;
    readonly rows: readonly {
      readonly name: string;
      readonly anchor: string;
      readonly entries: readonly Named[];
    }[];
  }[];
}

/** index → its lists. */
export function siteLists(index: SiteIndex): SiteLists {
  const { entries, labels } = index;
  const slugger = new GithubSlugger();
  const tags = [...new Set(entries.flatMap((entry) => entry.tags))].sort(compareCodePoints);
  const anchors = new Map(tags.map((tag) => [tag, slugger.slug(`subject-${tag}`)]));
  const years = [...Map.groupBy(entries, ({ year }) => year)].map(([year, group]) => {
    const anchor = slugger.slug(`year-${year}`);
    return { year, anchor, entries: group.map((entry) => entryView(index, entry, anchors)) };
  });
  const bySubject = tags.map((tag) => ({
    name: tag,
    anchor: anchors.get(tag) ?? '',
    entries: entries.filter((entry) => entry.tags.includes(tag)).flatMap(namedEntry),
  }));
  const labelled = markings.filter((label) => entries.some(({ marking }) => marking === label));
  const byMarking = labelled.map((label) => ({
    name: label,
    anchor: slugger.slug(`marking-${markingSlug(label)}`),
    entries: entries.filter(({ marking }) => marking === label).flatMap(namedEntry),
  }));
  const groups = [
    { title: labels.siteByTag ?? '', anchor: 'by-subject', rows: bySubject },
    { title: labels.siteByMarking ?? '', anchor: 'by-marking', rows: byMarking },
  ];
  const isShown = ({ anchor, rows }: { anchor: string; rows: readonly unknown[] }) =>
    rows.length > (anchor === 'by-marking' ? 1 : 0);
  return { years, groups: groups.filter(isShown) };
}

function entryView(
  index: SiteIndex,
  entry: SiteEntry,
  anchors: ReadonlyMap<string, string>,
): unknown {
  const [own, ...others] = entry.versions;
  if (own === undefined) throw new Error(`the document "${entry.id}" has no file`);
  // A label at each entry only where there are several to tell apart.
  const hasLabel = index.entries.some(({ marking }) => marking !== 'TLP:CLEAR');
  return {
    ...named(own),
    description: own.description,
    issuedText: entry.issuedText,
    issuedIso: entry.issuedIso ?? null,
    readTime: entry.readTime,
    state: entry.state ?? null,
    marking: hasLabel ? entry.marking : null,
    markingSlug: markingSlug(entry.marking),
    others: others.map((other) => ({ ...named(other), langName: other.langName })),
    files: own.files.map(({ name, format }) => ({
      href: hrefOf(name),
      label: formatLabels[format],
      name: `${formatLabels[format]}: ${own.title}`,
    })),
    tags: entry.tags.map((name) => ({ name, anchor: anchors.get(name) ?? '' })),
  };
}

function namedEntry({ versions: [own] }: SiteEntry): Named[] {
  return own === undefined ? [] : [named(own)];
}

function named({ title, lang, dir, files: [first] }: SiteVersion): Named {
  return { title, lang, dir, href: hrefOf(first?.name ?? '') };
}

/** Name of a file → its address, relative to the index. */
export function hrefOf(name: string): string {
  return name.split('/').map(encodeURIComponent).join('/');
}
