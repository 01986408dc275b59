/** Code, line by line as it was typed. */
import { type Paragraph, TextRun } from 'docx';
import type { Code } from 'mdast';
import type { Context, Place } from '../context.ts';
import { paragraphFrom } from '../paragraph.ts';

/** mdast code → one paragraph in the style `Code`, its lines parted by line breaks. */
export function code(context: Context, node: Code, place: Place): Paragraph {
  const runs = node.value
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index === 0 ? {} : { break: 1 }) }));
  return paragraphFrom(context, runs, { ...place, style: 'Code' }, { bidirectional: false });
}
