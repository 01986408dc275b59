/** Reads an XMP packet as far as a brief's own metadata goes; it is no XML parser. */

/** XMP → its text and attribute values, tags taken out and references undone. */
export function plainXml(xml: string): string {
  const values = [...xml.matchAll(/\s[\w:]+="([^"]*)"/g)].map(([, value = '']) => value);
  const text = xml.replace(/<[^>]*>/g, '\n').replace(/\s*\n\s*/g, '\n');
  return decoded([text, ...values].join('\n'));
}

/** XMP, name of a property → its values, in order; none where it does not stand there. */
export function xmpValues(xmp: string, name: string): readonly string[] {
  if (!xmp.includes(name)) return [];
  const attribute = xmp.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];
  if (attribute !== undefined) return [decoded(attribute)];
  const content = xmp.match(new RegExp(`<${name}(?:\\s[^>]*)?>([\\s\\S]*?)</${name}>`))?.[1];
  if (content === undefined) return [];
  const items = [...content.matchAll(/<rdf:li(?:\s[^>]*)?>([\s\S]*?)<\/rdf:li>/g)];
  if (items.length === 0) return [decoded(content.trim())];
  return items.map(([, item = '']) => decoded(item));
}

function decoded(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi,
    (all, hex, dec, name) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (dec !== undefined) return String.fromCodePoint(Number(dec));
      return named.get(String(name)) ?? all;
    },
  );
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
