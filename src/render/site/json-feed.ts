/** The feed as JSON Feed. Source: https://www.jsonfeed.org/version/1.1/ */
import type { SiteIndex } from '../../model/site.ts';
import { feedItems } from './feed-items.ts';
import { mediaTypes } from './format-labels.ts';

/** index, address of its folder → `feed.json`. */
export function jsonFeed(index: SiteIndex, base: string): string {
  const { publisher, title, description, lang } = index;
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: `${publisher.name}: ${title}`,
    home_page_url: `${base}index.html`,
    feed_url: `${base}feed.json`,
    ...(description === undefined ? {} : { description }),
    language: lang,
    authors: [
      { name: publisher.name, ...(publisher.url === undefined ? {} : { url: publisher.url }) },
    ],
    items: feedItems(index, base).map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      // An item needs a text; the standfirst is the one that stands for the whole.
      content_text: item.summary,
      date_published: item.publishedAt,
      date_modified: item.updatedAt,
      ...(item.tags.length === 0 ? {} : { tags: item.tags }),
      language: item.lang,
      ...(item.others.length === 0
        ? {}
        : {
            attachments: item.others.map(({ url, format, bytes }) => ({
              url,
              mime_type: mediaTypes[format],
              size_in_bytes: bytes,
            })),
          }),
    })),
  };
  return `${JSON.stringify(feed, null, 2)}\n`;
}
