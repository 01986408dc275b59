/** Headings, in Word's own styles, so that its outline and its contents lists find them. */
import type { Paragraph } from 'docx';
import type { Heading } from 'mdast';
import type { Context, Place } from '../context.ts';
import { paragraphOf } from '../paragraph.ts';

/** Word has nine levels, `docx` styles for six. */
const deepest = 6;

/** mdast heading → `Title` in the masthead, else `Heading1` for depth 2 and so on down. */
export function heading(context: Context, node: Heading, place: Place): Paragraph {
  const isTitle = place.role === 'masthead' && node.depth === 1;
  const level = Math.min(deepest, Math.max(1, node.depth - 1));
  const style = isTitle ? 'Title' : `Heading${level}`;
  return paragraphOf(context, node.children, { ...place, style, indent: 0, keepNext: true });
}
