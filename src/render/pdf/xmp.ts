/**
 * The XMP packet of a PDF: what the document is, said so that archives can read it without PDF.
 * It leaves room at its end, as XMP wants it, where the audit may later say which standards the
 * file was checked against. It claims none itself.
 * Source: XMP Specification (September 2005), parts "Dublin Core", "XMP Basic" and "Adobe PDF".
 */
import type { DocumentMeta } from '../../model/document.ts';

/** Producer of the file, and the program that the page came from; the same in Info and in XMP. */
export const producer = 'Briefwright';

/** meta → an XMP packet with room for claims. */
export function xmpPacket(meta: DocumentMeta): string {
  const date = `${new Date(meta.timestampMs).toISOString().slice(0, 19)}Z`;
  const rights = meta.licence === undefined ? '' : alternative('dc:rights', meta.licence);
  const keywords =
    meta.keywords.length === 0
      ? ''
      : `${bag('dc:subject', meta.keywords)}${simple('pdf:Keywords', meta.keywords.join(', '))}`;
  const body = [
    simple('dc:format', 'application/pdf'),
    alternative('dc:title', meta.title),
    meta.description === '' ? '' : alternative('dc:description', meta.description),
    sequence(
      'dc:creator',
      meta.authors.map(({ name }) => name),
    ),
    bag('dc:publisher', [meta.publisher.name]),
    bag('dc:language', [meta.lang]),
    rights,
    keywords,
    simple('pdf:Producer', producer),
    simple('xmp:CreatorTool', producer),
    simple('xmp:CreateDate', date),
    simple('xmp:ModifyDate', date),
    simple('xmp:MetadataDate', date),
  ].join('');
  return `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${body}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
${room}<?xpacket end="w"?>`;
}

const line = `${' '.repeat(99)}\n`;
/** XMP counsels 2 to 4 KB. */
const room = line.repeat(20);

function simple(name: string, value: string): string {
  return `<${name}>${escaped(value)}</${name}>\n`;
}

function alternative(name: string, value: string): string {
  const item = `<rdf:li xml:lang="x-default">${escaped(value)}</rdf:li>`;
  return `<${name}><rdf:Alt>${item}</rdf:Alt></${name}>\n`;
}

function sequence(name: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `<${name}><rdf:Seq>${items(values)}</rdf:Seq></${name}>\n`;
}

function bag(name: string, values: readonly string[]): string {
  return `<${name}><rdf:Bag>${items(values)}</rdf:Bag></${name}>\n`;
}

function items(values: readonly string[]): string {
  return values.map((value) => `<rdf:li>${escaped(value)}</rdf:li>`).join('');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
