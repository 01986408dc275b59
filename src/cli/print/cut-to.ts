/** Text that has to fit, and may lose its end for it. */
import { displayWidth, graphemesIn } from './display-width.ts';

/** text without control characters, columns → the text, or its beginning with an ellipsis. */
export function cutTo(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let width = 0;
  let kept = '';
  for (const segment of graphemesIn(text)) {
    width += displayWidth(segment);
    if (width > columns - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
