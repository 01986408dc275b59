/**
 * What the page says of itself to search engines, as schema.org JSON-LD. Only a public brief says
 * anything.
 */
import type { AuthorMeta, DocumentMeta } from '../../../model/document.ts';

/**
 * meta → JSON for a data block, safe inside `script`; undefined above TLP:CLEAR.
 * Source: https://schema.org/Report
 */
export function jsonLd(meta: DocumentMeta): string | undefined {
  if (meta.marking !== 'TLP:CLEAR') return undefined;
  const report = {
    '@context': 'https://schema.org',
    '@type': 'Report',
    identifier: meta.id,
    name: meta.title,
    headline: meta.shortTitle,
    alternativeHeadline: meta.subtitle,
    description: meta.description,
    inLanguage: meta.lang,
    datePublished: meta.issued,
    dateModified: meta.updated,
    version: meta.edition,
    wordCount: meta.words,
    timeRequired: `PT${meta.readMinutes}M`,
    keywords: meta.keywords.length === 0 ? undefined : meta.keywords,
    license:
      meta.licence === undefined ? undefined : `https://spdx.org/licenses/${meta.licence}.html`,
    author: meta.authors.map(author),
    publisher: { '@type': 'Organization', name: meta.publisher.name, url: meta.publisher.url },
    citation: meta.references
      .map(({ title }) => title)
      .filter((title) => typeof title === 'string'),
  };
  // Inside a script element only "<" can end the block or open a comment.
  return JSON.stringify(report).replaceAll('<', '\\u003c');
}

function author({ name, affiliations, orcid, isOrganisation }: AuthorMeta): object {
  return {
    '@type': isOrganisation ? 'Organization' : 'Person',
    '@id': orcid === undefined ? undefined : `https://orcid.org/${orcid}`,
    name,
    affiliation: nested(affiliations),
  };
}

/** Innermost first: a unit, and the body it is part of. */
function nested([first, ...outer]: readonly string[]): object | undefined {
  if (first === undefined) return undefined;
  return { '@type': 'Organization', name: first, parentOrganization: nested(outer) };
}
