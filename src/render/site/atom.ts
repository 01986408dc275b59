/** The feed as Atom. Source: RFC 4287; its required elements are id, title, updated and author. */

import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { SiteIndex } from '../../model/site.ts';
import { type FeedItem, feedId, feedItems, lastUpdate } from './feed-items.ts';
import { mediaTypes } from './format-labels.ts';

/** index, address of its folder → `feed.xml`. */
export function atomFeed(index: SiteIndex, base: string): string {
  const items = feedItems(index, base);
  const { publisher, title, description, lang } = index;
  const feed = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': lang }, [
    x('id', feedId(base)),
    x('title', `${publisher.name}: ${title}`),
    ...(description === undefined ? [] : [x('subtitle', description)]),
    x('updated', lastUpdate(items)),
    x('author', [
      x('name', publisher.name),
      ...(publisher.url === undefined ? [] : [x('uri', publisher.url)]),
    ]),
    x('link', { rel: 'self', type: 'application/atom+xml', href: `${base}feed.xml` }),
    x('link', { rel: 'alternate', type: 'text/html', href: `${base}index.html` }),
    x('generator', 'Briefwright'),
    ...items.map(entryOf),
  ]);
  const declaration = {
    type: 'instruction' as const,
    name: 'xml',
    value: 'version="1.0" encoding="utf-8"',
  };
  const root = { type: 'root' as const, children: [declaration, feed] };
  return `${toXml(root, { closeEmptyElements: true })}\n`;
}

function entryOf(item: FeedItem) {
  const { id, title, url, summary, tags, lang, publishedAt, updatedAt, others } = item;
  return x('entry', { 'xml:lang': lang }, [
    x('id', id),
    x('title', title),
    x('published', publishedAt),
    x('updated', updatedAt),
    x('link', { rel: 'alternate', href: url, hreflang: lang }),
    ...others.map(({ format, url: href, bytes }) =>
      x('link', { rel: 'related', type: mediaTypes[format], href, length: String(bytes) }),
    ),
    x('summary', summary),
    ...tags.map((term) => x('category', { term })),
  ]);
}
