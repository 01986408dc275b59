/**
 * Everything that can be read out of a Word file, shown or not: every part of the zip is read as
 * characters (text, attributes, properties, addresses of links), so no part can hide what it holds.
 */
import { unzipSync } from 'fflate';
import { decodeEntities } from './read-html.ts';
import type { Readable } from './search.ts';

/** DOCX → its readable parts, each with the name of its part; pictures that are not text give their names. */
export function readDocx(bytes: Uint8Array): Readable[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]): Readable[] => {
    const named = { where: `the name of the part ${name}`, text: name };
    if (!isText(name)) return [named];
    const source = new TextDecoder().decode(content);
    const where = `the part ${name}`;
    return [
      named,
      // A word may be split into runs; a paragraph ends a word all the same.
      { where, text: decodeEntities(source.replace(/<\/w:p>/g, ' ').replace(/<[^>]*>/g, '')) },
      { where, text: decodeEntities(source.replace(/<[^>]*>/g, ' ')) },
      { where: `${where} (attributes)`, text: decodeEntities(source.replace(measure, '')) },
    ];
  });
}

/** An attribute that is a number alone is a length, a count or a colour, and no number of the data. */
const measure = /="-?[\d.]+"/g;

function isText(name: string): boolean {
  return /\.(?:xml|rels|svg|txt)$/i.test(name);
}
