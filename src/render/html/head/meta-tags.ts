/**
 * The meta tags of a page. What invites indexing or sharing (Highwire `citation_*`, Open Graph) is for
 * TLP:CLEAR alone; every other label asks robots to stay away.
 */
import type { DocumentMeta } from '../../../model/document.ts';

/** One `meta` element; Open Graph uses `property`, everything else `name`. */
export interface MetaTag {
  readonly key: 'name' | 'property';
  readonly name: string;
  readonly content: string;
}

/** meta → tags in a fixed order, none of them empty. */
export function metaTags(meta: DocumentMeta): readonly MetaTag[] {
  const isPublic = meta.marking === 'TLP:CLEAR';
  return [
    ...described(meta),
    ...dublinCore(meta),
    ...(isPublic ? [...highwire(meta), ...openGraph(meta)] : [withheld]),
  ].filter(({ content }) => content.trim() !== '');
}

const withheld = named('robots', 'noindex, nofollow, noarchive, nosnippet, noimageindex');

function described(meta: DocumentMeta): readonly MetaTag[] {
  return [
    named('description', meta.description),
    ...meta.authors.map(({ name }) => named('author', name)),
    named('keywords', meta.keywords.join(', ')),
  ];
}

/** Source: DCMI Metadata Terms; DCMI "Expressing Dublin Core metadata using HTML/XHTML meta". */
function dublinCore(meta: DocumentMeta): readonly MetaTag[] {
  return [
    named('dcterms.title', meta.title),
    ...meta.authors.map(({ name }) => named('dcterms.creator', name)),
    named('dcterms.publisher', meta.publisher.name),
    named('dcterms.issued', meta.issued),
    named('dcterms.modified', meta.updated ?? ''),
    named('dcterms.language', meta.lang),
    named('dcterms.identifier', meta.id),
    named('dcterms.type', 'Text'),
    named('dcterms.accessRights', meta.marking),
    named('dcterms.license', meta.licence ?? ''),
  ];
}

/** Source: Google Scholar, "Inclusion Guidelines for Webmasters", Highwire Press tags. */
function highwire(meta: DocumentMeta): readonly MetaTag[] {
  return [
    named('citation_title', meta.title),
    ...meta.authors.flatMap(({ name, affiliations }) => [
      named('citation_author', name),
      named('citation_author_institution', affiliations.join(', ')),
    ]),
    named('citation_publication_date', meta.issued.replaceAll('-', '/')),
    named('citation_technical_report_institution', meta.publisher.name),
    named('citation_language', meta.lang),
  ];
}

/** Source: The Open Graph protocol, https://ogp.me/ */
function openGraph(meta: DocumentMeta): readonly MetaTag[] {
  return [
    property('og:type', 'article'),
    property('og:title', meta.title),
    property('og:description', meta.description),
    property('og:site_name', meta.publisher.name),
    property('og:locale', meta.lang.replace('-', '_')),
    property('article:published_time', meta.issued),
    property('article:modified_time', meta.updated ?? ''),
    ...meta.keywords.map((keyword) => property('article:tag', keyword)),
  ];
}

function named(name: string, content: string): MetaTag {
  return { key: 'name', name, content };
}

function property(name: string, content: string): MetaTag {
  return { key: 'property', name, content };
}
