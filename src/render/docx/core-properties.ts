/** The properties of the file, written by us: the library has no language and its own idea of dates. */
import type { DocumentMeta } from '../../model/document.ts';

/** Source: ECMA-376 Part 2 (Open Packaging Conventions), 8.3, "Core Properties". */
const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/** meta → `docProps/core.xml`; its dates are `timestampMs`, so that two builds do not differ. */
export function coreProperties(meta: DocumentMeta): string {
  const authors = meta.authors.map(({ name }) => name);
  const creator = authors.length === 0 ? meta.publisher.name : authors.join('; ');
  const moment = new Date(meta.timestampMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const date = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${namespaces}>`,
    element('dc:title', meta.title),
    meta.subtitle === undefined ? '' : element('dc:subject', meta.subtitle),
    element('dc:creator', creator),
    meta.keywords.length === 0 ? '' : element('cp:keywords', meta.keywords.join(', ')),
    element('dc:description', meta.description),
    element('cp:lastModifiedBy', meta.publisher.name),
    element('cp:category', meta.marking),
    element('cp:contentStatus', meta.status),
    element('dc:language', meta.lang),
    date('created'),
    date('modified'),
    '</cp:coreProperties>',
  ].join('');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

/** text → text of an element or an attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
