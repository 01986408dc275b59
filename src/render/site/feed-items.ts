/** What both feeds say of a document: one item for each of its languages. */
import { v5 as uuidV5 } from 'uuid';
import type { PublishedFile, SiteEntry, SiteIndex, SiteVersion } from '../../model/site.ts';
import { hrefOf } from './page-view.ts';

/** One item, all addresses absolute. */
export interface FeedItem {
  /** `urn:uuid:…`, the same for as long as the brief keeps its id and the index its address. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly tags: readonly string[];
  readonly publishedAt: string;
  readonly updatedAt: string;
  /** Formats besides the one that `url` leads to. */
  readonly others: readonly (PublishedFile & { readonly url: string })[];
}

/** index, address of its folder → items, newest first. */
export function feedItems({ entries }: SiteIndex, base: string): FeedItem[] {
  return entries.flatMap((entry) => entry.versions.map((version) => itemOf(entry, version, base)));
}

/** Identifier of the feed itself. Source: RFC 9562, version 5 in the namespace of addresses. */
export function feedId(base: string): string {
  return `urn:uuid:${uuidV5(base, uuidV5.URL)}`;
}

function itemOf(entry: SiteEntry, version: SiteVersion, base: string): FeedItem {
  const { title, description, lang, dir, files } = version;
  const [first, ...others] = files.map((file) => ({ ...file, url: `${base}${hrefOf(file.name)}` }));
  return {
    id: `urn:uuid:${uuidV5(`${base}${entry.id}#${lang}`, uuidV5.URL)}`,
    url: first?.url ?? base,
    title: entry.state === undefined ? title : `${entry.state}: ${title}`,
    summary: description,
    lang,
    dir,
    tags: entry.tags,
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAt,
    others,
  };
}

/** The latest change; a feed without items was last changed before there was anything to change. */
export function lastUpdate(items: readonly FeedItem[]): string {
  return (
    items
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1) ?? epoch
  );
}

const epoch = '1970-01-01T00:00:00Z';
