/**
 * Diagnostics of the area "audit", for Word files: each code is the name of one check; the checks and
 * what they stand on are in `audit/docx/rules/`.
 */
import { error } from './define.ts';

export const docxAuditCodes = {
  'docx-unreadable': error<{ problem: string }>(
    ({ problem }) => `the Word file cannot be read: ${problem}`,
    () => 'save it again as .docx, without a password',
  ),
  'docx-part-missing': error<{ part: string; source: string }>(
    ({ part, source }) => `${source} names ${part}, which the file does not hold`,
    () => 'save it again in Word, which says what it repairs',
  ),
  'docx-title-missing': error(
    () => 'the properties of the Word file have no title',
    () => 'write one under File, Info',
  ),
  'docx-language-missing': error<{ problem: string }>(
    ({ problem }) => `the Word file does not say its language: ${problem}`,
    () => 'set the language for the whole text',
  ),
  'docx-style-unknown': error<{ style: string }>(
    ({ style }) => `the style "${style}" is used and not defined`,
    () => 'define it, or use another',
  ),
  'docx-heading-missing': error(
    () => 'no paragraph of the Word file is a heading or a title by its style',
    () => 'set headings in the styles Title and Heading 1 to 9, not in bold letters',
  ),
  'docx-heading-skipped': error<{ heading: string; level: number; before: number }>(
    ({ heading, level, before }) =>
      before === 0
        ? `the first heading, "${heading}", is of level ${level}`
        : `the heading "${heading}" is of level ${level}, below one of level ${before}`,
    () => 'give the heading the level just below that of the part it stands in',
  ),
  'docx-alt-missing': error<{ picture: string }>(
    ({ picture }) => `the picture "${picture}" has no alternative text`,
    () => 'write what it shows as its alternative text, or mark it as decorative',
  ),
  'docx-table-headless': error<{ table: string }>(
    ({ table }) => `the table that begins "${table}" has neither a header row nor a header column`,
    () => 'mark its first row to repeat as a header row',
  ),
  'docx-marking-missing': error<{ marking: string; part: string }>(
    ({ marking, part }) => `${part} does not show the marking ${marking}`,
    () => 'put the marking into the header and the footer of every page',
  ),
  'docx-link-dangling': error<{ anchor: string }>(
    ({ anchor }) => `the Word file has no place for the link to "${anchor}"`,
    () => 'correct the link, or give its target a bookmark of this name',
  ),
  'docx-note-missing': error<{ note: string }>(
    ({ note }) => `the mark of note ${note} leads to no note`,
    () => 'write the note, or take the mark out',
  ),
  'docx-active-content': error<{ feature: string }>(
    ({ feature }) => `the Word file holds ${feature}, which could act on a reader's machine`,
    () => 'save it without, as .docx',
  ),
  'docx-loads-outside': error<{ address: string; used: string }>(
    ({ address, used }) => `the Word file loads ${address} (${used}), so it is not whole in itself`,
    () => 'put it into the file',
  ),
} as const;
