/**
 * Writes into a PDF which standards its audit found kept. Done last and in place: only what was
 * checked may be claimed, and nothing but the claim changes.
 * Source: ISO 14289-1, 5 (PDF/UA identification); ISO 19005-3, 6.6.4 (PDF/A identification) and
 * 6.6.2.3.3 (description of other schemas).
 */
import { type AuditReport, hasPassed } from '../report.ts';

/**
 * A PDF of ours with an XMP packet that claims nothing, its report → the same PDF with the claims that
 * the report allows, no byte longer. Throws where the packet has no room.
 */
export function identifyPdf(bytes: Uint8Array, report: AuditReport): Uint8Array {
  const claims = claimsOf(report);
  if (claims === '') return bytes;
  const claim = Buffer.from(claims, 'latin1');
  const file = Buffer.from(bytes);
  const packetEnd = file.lastIndexOf('<?xpacket end=');
  const contentEnd = file.lastIndexOf('</x:xmpmeta>', packetEnd) + '</x:xmpmeta>'.length;
  const at = file.lastIndexOf('</rdf:RDF>', contentEnd);
  if (packetEnd === -1 || at === -1 || packetEnd - contentEnd < claim.length)
    throw new Error('the PDF has no XMP packet with room for what it may claim');
  file.copyWithin(at + claim.length, at, packetEnd - claim.length);
  claim.copy(file, at);
  return file;
}

function claimsOf(report: AuditReport): string {
  const isAccessible = hasPassed(report, 'PDF/UA-1');
  const isArchival = hasPassed(report, 'PDF/A-3a');
  return [
    isAccessible ? accessible : '',
    isArchival ? archival : '',
    isAccessible && isArchival ? accessibleSchema : '',
  ].join('');
}

const accessible = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
`;

const archival = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
`;

/** PDF/A does not know PDF/UA's schema and wants it described. */
const accessibleSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`;
