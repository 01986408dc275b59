/** Opens a Word file the way a stranger would: as a zip of XML. */
import { strFromU8, unzipSync } from 'fflate';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainTextOf } from 'hast-util-to-string';

export interface OpenDocx {
  readonly names: readonly string[];
  /** The text of a part. */
  part(name: string): string;
}

export function openDocx(bytes: Uint8Array): OpenDocx {
  const parts = unzipSync(bytes);
  return {
    names: Object.keys(parts),
    part: (name) => {
      const found = parts[name];
      if (found === undefined) throw new Error(`no part ${name}`);
      return strFromU8(found);
    },
  };
}

export interface OpenParagraph {
  readonly style: string | undefined;
  readonly text: string;
  readonly xml: string;
}

/** XML of a part → its paragraphs in order; tabs and line breaks are blanks. */
export function paragraphsOf(xml: string): OpenParagraph[] {
  return [...xml.matchAll(/<w:p(?:\s[^>]*)?>(.*?)<\/w:p>/gs)].map(([whole, inside = '']) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(inside)?.[1],
    text: textOf(inside),
    xml: whole,
  }));
}

/** XML → the words that a reader sees. */
export function textOf(xml: string): string {
  const kept = xml
    .replace(/<w:(?:tab|br)\/>/g, ' ')
    .replace(/<\/w:p>/g, ' ')
    .replace(/<w:instrText[^>]*>.*?<\/w:instrText>/gs, '')
    .replace(/<[^>]*>/g, '');
  return plainTextOf(fromHtml(kept, { fragment: true }));
}

/** Counts the elements of a name. */
export function countOf(xml: string, name: string): number {
  return xml.match(new RegExp(`<${name}[ />]`, 'g'))?.length ?? 0;
}

export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** True when the XML is well-formed as far as its tags close in order. */
export function isNested(xml: string): boolean {
  const open: string[] = [];
  for (const [, slash, name = '', end] of xml.matchAll(/<(\/?)([\w:.-]+)[^>]*?(\/?)>/g)) {
    if (end === '/') continue;
    if (slash === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
