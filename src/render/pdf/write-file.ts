/**
 * Writes the objects of a PDF as a file with a plain cross-reference table, the kind that every reader
 * has known longest. The library's own writer goes over each object twice and takes seconds for the
 * tags of a hundred pages.
 * Source: ISO 32000-1, 7.5 (file structure); ISO 19005-3, 6.1.2 to 6.1.4 and 6.1.9 (line ends).
 */
import type { PdfObjects } from '../../model/pdf/pdf-objects.ts';
import { sourceOf } from '../../model/pdf/source-of.ts';
import { dictOf, PdfStream } from '../../model/pdf/values.ts';

/** Objects with their trailer → the bytes of a file, objects in order of their numbers. */
export function writeFile(objects: PdfObjects): Buffer {
  const parts: Buffer[] = [];
  let size = 0;
  // What is text goes out in long stretches: a thousand small buffers take longer to make than to fill.
  let text = '';
  const flush = (): void => {
    if (text !== '') parts.push(Buffer.from(text, 'latin1'));
    text = '';
  };
  const write = (part: Buffer | string): void => {
    size += part.length;
    if (typeof part === 'string') {
      text += part;
    } else {
      flush();
      parts.push(part);
    }
  };
  write(`%PDF-${objects.version}\n%\xe2\xe3\xcf\xd3\n`);
  const offsets = new Map<number, number>();
  for (const [ref, object] of objects.entries()) {
    offsets.set(ref.number, size);
    write(`${ref.number} ${ref.generation} obj\n${sourceOf(object)}`);
    if (object instanceof PdfStream) {
      write('\nstream\n');
      write(object.contents);
      write('\nendstream');
    }
    write('\nendobj\n');
  }
  const tableStart = size;
  write(tableOf(offsets));
  const { trailer, largest } = objects;
  const [Root, Info, ID] = ['Root', 'Info', 'ID'].map((key) => trailer.get(key));
  const source = sourceOf(dictOf({ Size: largest + 1, Root, Info, ID }));
  write(`trailer\n${source}\nstartxref\n${tableStart}\n%%EOF\n`);
  flush();
  return Buffer.concat(parts, size);
}

/** A section for each stretch of numbers that are in use; the first begins with the free number 0. */
function tableOf(offsets: ReadonlyMap<number, number>): string {
  const sections: { readonly first: number; readonly lines: string[] }[] = [
    { first: 0, lines: ['0000000000 65535 f \n'] },
  ];
  for (const [number, offset] of offsets) {
    const last = sections.at(-1);
    const line = `${String(offset).padStart(10, '0')} 00000 n \n`;
    if (last !== undefined && number === last.first + last.lines.length) last.lines.push(line);
    else sections.push({ first: number, lines: [line] });
  }
  const texts = sections.map(({ first, lines }) => `${first} ${lines.length}\n${lines.join('')}`);
  return `xref\n${texts.join('')}`;
}
