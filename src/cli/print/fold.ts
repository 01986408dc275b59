/** Text that is too long for its column goes on in the next line, between words. */
import { displayWidth } from './display-width.ts';

/** text, columns → lines, at least one. A word that is longer than a line is left whole. */
export function fold(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(`${line} ${word}`) > columns) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
