/**
 * Everything that can be read out of an HTML file, shown or not: text, comments, attributes, data
 * blocks, embedded pictures. It reads the file as characters, so that nothing a parser would repair
 * or drop can hide.
 */
import type { Readable } from './search.ts';

/** HTML → its readable parts. */
export function readHtml(html: string): Readable[] {
  const pictures = [...html.matchAll(/data:image\/svg\+xml[^,"')]*?(;base64)?,([^"')\s]+)/g)].map(
    ([, base64, data = '']) => (base64 ? decodeBase64(data) : decodeURIComponent(data)),
  );
  const plain = html.replace(/data:[a-z0-9.+-]+\/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=]+/gi, ' ');
  // Styles are read with the source, as words; the numbers in them are measures.
  const shown = plain.replace(/<style\b[^>]*>[\s\S]*?<\/style>/gi, ' ');
  return [
    { where: 'the text', text: decodeEntities(shown.replace(/<[^>]*>/g, '')) },
    { where: 'the text', text: decodeEntities(shown.replace(/<[^>]*>/g, ' ')) },
    {
      where: 'the source (attributes, comments, data)',
      text: decodeEntities(plain),
      numbers: decodeEntities(spokenIn(shown)),
    },
    ...pictures.map((text) => ({
      where: 'a picture',
      text: decodeEntities(text.replace(/<[^>]*>/g, ' ')),
    })),
  ];
}

/** Comments, data blocks, and attributes that hold words: not the geometry of drawings. */
function spokenIn(html: string): string {
  const blocks = html.match(/<!--[\s\S]*?-->|<script\b[\s\S]*?<\/script>/gi) ?? [];
  const attributes = html.match(
    /\s(?:alt|title|content|value|datetime|href|src|cite|label|term|placeholder|(?:aria|data)-[a-z-]+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi,
  );
  return [...blocks, ...(attributes ?? [])].join('\n');
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Character references of HTML and XML → characters. */
export function decodeEntities(text: string): string {
  return text
    .replace(
      /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi,
      (whole, hex?: string, dec?: string, name = '') => {
        if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
        if (dec !== undefined) return String.fromCodePoint(Number(dec));
        return named[name] ?? whole;
      },
    )
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

function decodeBase64(data: string): string {
  return new TextDecoder().decode(Buffer.from(data, 'base64'));
}
