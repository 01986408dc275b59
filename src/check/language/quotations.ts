/**
 * Other people's words in our prose: what stands in quotation marks is not linted. Apostrophes look
 * like quotation marks, so a single mark opens only after a space and closes only before none.
 */
import { type Block, blot } from './stretch.ts';

/** Pairs that cannot be mistaken for anything else, then the two that can. */
const quotation =
  /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|「[^」]*」|"[^"]*"|(?<![\p{L}\p{N}\p{M}])‘[^‘]*?’(?![\p{L}\p{N}\p{M}])|(?<![\p{L}\p{N}\p{M}'])'(?=\S)[^']*?(?:\w'\w[^']*?)*'(?![\p{L}\p{N}\p{M}])/gu;

/** A stop inside a quotation may end our sentence as well, so it stays. */
const closingStop = /[.!?…。！？](?=.$)/su;

/** text, blocks → the text with quotations blotted out, marks and all, offset for offset. */
export function blotQuotations(text: string, blocks: readonly Block[]): string {
  if (!/["'“‘„«「]/.test(text)) return text;
  let result = '';
  let done = 0;
  for (const { start, end } of blocks) {
    result += text.slice(done, start) + text.slice(start, end).replace(quotation, blotOne);
    done = end;
  }
  return result + text.slice(done);
}

function blotOne(found: string): string {
  const stop = closingStop.exec(found);
  if (stop === null) return blot.repeat(found.length);
  return blot.repeat(stop.index) + stop[0] + blot.repeat(found.length - stop.index - 1);
}
