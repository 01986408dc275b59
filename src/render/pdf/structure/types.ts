/**
 * Which structure types PDF 1.7 knows, and what stands for those it does not.
 * Source: ISO 32000-1, 14.8.4, tables 333–340.
 */

/** Elements that hold other blocks and no text of their own. */
const grouping = ['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'TOC', 'TOCI', 'Index'];

/** Blocks that hold text and no other block. */
const blocks = ['P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'Lbl', 'Caption'];

/** What may hold text or blocks. */
const cells = ['LBody', 'TH', 'TD', 'Note'];

/** What stands in a line of text. */
const inline = ['Span', 'Quote', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot'];

const others = [
  ...['L', 'LI', 'Table', 'TR', 'THead', 'TBody', 'TFoot', 'Figure', 'Formula', 'Form'],
  ...['NonStruct', 'Private', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP'],
];

/** Types of PDF 2.0 that Chromium writes or might, and their nearest kin in PDF 1.7. */
const kin: ReadonlyMap<string, string> = new Map([
  ['Strong', 'Span'],
  ['Em', 'Span'],
  ['Sub', 'Span'],
  ['Aside', 'Div'],
  ['Title', 'P'],
  ['FENote', 'Note'],
]);

const inlineTypes: ReadonlySet<string> = new Set([...inline, 'Strong', 'Em', 'Sub']);
const textTypes: ReadonlySet<string> = new Set([...blocks, 'Figure', 'Formula']);
const groupingTypes: ReadonlySet<string> = new Set([...grouping, 'Aside']);
const standardTypes = new Set([...grouping, ...blocks, ...cells, ...inline, ...others]);

export function isInline(type: string): boolean {
  return inlineTypes.has(type);
}

/** True where everything inside is text, whatever it was made of. */
export function holdsTextOnly(type: string): boolean {
  return textTypes.has(type) || inlineTypes.has(type);
}

/** True where text must stand in a paragraph. */
export function isGrouping(type: string): boolean {
  return groupingTypes.has(type);
}

/** type → what the role map must say of it, or undefined for a type of PDF 1.7. */
export function roleOf(type: string): string | undefined {
  return standardTypes.has(type) ? undefined : (kin.get(type) ?? 'Div');
}
