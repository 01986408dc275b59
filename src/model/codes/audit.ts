/**
 * Diagnostics of the area "audit": what is wrong with a finished file. Each code of a PDF is the name
 * of one check; the checks and the clauses they stand on are in `audit/pdf/rules/`.
 */
import { error } from './define.ts';

/** A page that the message names, 1-based. */
interface OnPage {
  readonly page: number;
}

const ours = () =>
  'a file that brief made owes this to the program or the template, not to the text';

export const auditCodes = {
  'audit-format-unknown': error<{ name: string }>(
    ({ name }) => `${name} is no PDF, HTML or Word file`,
    () => 'name files that end with .pdf, .html or .docx',
  ),
  'audit-file-differs': error<{ name: string }>(
    ({ name }) => `${name} is not the file that the manifest lists: it was changed since`,
    () => 'build the brief again; with --force if the change may go',
  ),
  'pdf-unreadable': error<{ problem: string }>(
    ({ problem }) => `the PDF cannot be read: ${problem}`,
  ),
  'pdf-envelope-faulty': error<{ problem: string }>(
    ({ problem }) => `the PDF's outer form is not that of an archive file: ${problem}`,
    ours,
  ),
  'pdf-archive-feature': error<{ feature: string }>(
    ({ feature }) => `the PDF uses ${feature}, which archives do not take`,
    ours,
  ),
  'pdf-colour-undefined': error<{ problem: string }>(
    ({ problem }) => `the PDF's colours are not defined for every device: ${problem}`,
    ours,
  ),
  'pdf-active-content': error<{ feature: string }>(
    ({ feature }) => `the PDF holds ${feature}, which could act on a reader's machine`,
    ours,
  ),
  'pdf-attachment-faulty': error<{ name: string; problem: string }>(
    ({ name, problem }) => `the attachment "${name}" ${problem}`,
    ours,
  ),
  'pdf-untagged': error<{ problem: string }>(
    ({ problem }) => `a screen reader cannot follow the PDF: ${problem}`,
    ours,
  ),
  'pdf-access-barred': error(
    () => 'the encryption of the PDF keeps its text from screen readers',
    () => 'save it with text access for screen readers allowed, or unencrypted',
  ),
  'pdf-title-missing': error<{ problem: string }>(
    ({ problem }) => `the PDF does not say its title: ${problem}`,
    ours,
  ),
  'pdf-title-hidden': error(
    () => 'viewers show the name of the PDF file instead of its title',
    ours,
  ),
  'pdf-language-missing': error<{ problem: string }>(
    ({ problem }) => `the PDF does not say its language: ${problem}`,
    () => 'check `lang` of the brief and of the publisher',
  ),
  'pdf-language-malformed': error<{ lang: string }>(
    ({ lang }) => `"${lang}" in the PDF is no language tag`,
    () => 'use a tag such as en-GB, fr or zh-Hans',
  ),
  'pdf-metadata-missing': error<{ problem: string }>(
    ({ problem }) => `the PDF has no metadata that a catalogue can read: ${problem}`,
    ours,
  ),
  'pdf-metadata-differs': error<{ property: string; info: string; xmp: string }>(
    ({ property, info, xmp }) =>
      `the PDF gives its ${property} twice and differently: "${info}" and "${xmp}"`,
    ours,
  ),
  'pdf-identification-missing': error<{ standard: string; property: string }>(
    ({ standard, property }) =>
      `the PDF does not say that it is meant to meet ${standard} (${property})`,
    () => 'leave it so where it is not meant to',
  ),
  'pdf-claim-unproven': error<{ standard: string }>(
    ({ standard }) => `the PDF says that it meets ${standard}, and a check says otherwise`,
    () => 'the other messages about this file say what is missing',
  ),
  'pdf-paper-differs': error<OnPage & { size: string; paper: string }>(
    ({ page, size, paper }) => `page ${page} is ${size}, not ${paper}`,
    () => 'check the page size in the print styles of the template and the theme',
  ),
  'pdf-pages-differ': error<{ pages: number; expected: number }>(
    ({ pages, expected }) => `the PDF has ${pages} pages, not ${expected}`,
  ),
  'pdf-outline-differs': error<{ problem: string }>(
    ({ problem }) => `the PDF's bookmarks are not its headings: ${problem}`,
    ours,
  ),
  'pdf-content-unmarked': error<OnPage & { content: string }>(
    ({ page, content }) => `${content} on page ${page} is neither tagged nor marked as an artifact`,
    ours,
  ),
  'pdf-artifact-nested': error<OnPage & { content: string }>(
    ({ page, content }) => `${content} on page ${page} is both tagged and an artifact`,
    ours,
  ),
  'pdf-content-orphaned': error<OnPage & { content: string }>(
    ({ page, content }) => `${content} on page ${page} is tagged, but no tag names it`,
    ours,
  ),
  'pdf-structure-dangling': error<{ tag: string; problem: string }>(
    ({ tag, problem }) => `the tag ${tag} of the PDF ${problem}`,
    ours,
  ),
  'pdf-role-unmapped': error<{ tag: string; problem: string }>(
    ({ tag, problem }) => `the tag ${tag} of the PDF ${problem}`,
    ours,
  ),
  'pdf-tag-misplaced': error<{ tag: string; parent: string }>(
    ({ tag, parent }) => `the tag ${tag} of the PDF must not stand in ${parent}`,
    ours,
  ),
  'pdf-list-item-bodyless': error<{ text: string }>(
    ({ text }) => `a list item of the PDF has no body: "${text}"`,
    ours,
  ),
  'pdf-heading-skipped': error<{ heading: string; level: number; before: number }>(
    ({ heading, level, before }) =>
      before === 0
        ? `the first heading of the PDF, "${heading}", is of level ${level}`
        : `the heading "${heading}" is of level ${level}, below one of level ${before}`,
    () => 'give the heading the level just below that of the part it stands in',
  ),
  'pdf-heading-mixed': error<{ problem: string }>(
    ({ problem }) => `the PDF mixes numbered and plain headings: ${problem}`,
    ours,
  ),
  'pdf-table-headless': error<{ table: string }>(
    ({ table }) => `the table that begins "${table}" has no header cells`,
    () => 'give the table a row of headers',
  ),
  'pdf-header-cell-unscoped': error<{ cell: string }>(
    ({ cell }) => `the header cell "${cell}" does not say what it is the header of`,
    () => 'give the table a row of headers',
  ),
  'pdf-table-irregular': error<OnPage & { row: number }>(
    ({ page, row }) => `row ${row} of a table on page ${page} has not as many cells as the first`,
    ours,
  ),
  'pdf-figure-alt-missing': error<OnPage>(
    ({ page }) => `a figure on page ${page} has no alternative text`,
    () => 'write `alt` for the figure: what it shows, for somebody who cannot see it',
  ),
  'pdf-figure-alt-doubled': error<{ alt: string }>(
    ({ alt }) => `a figure is described twice, once inside the other: "${alt}"`,
    ours,
  ),
  'pdf-note-unnamed': error<{ note: string; problem: string }>(
    ({ note, problem }) => `the note "${note}" ${problem}`,
    ours,
  ),
  'pdf-link-untagged': error<OnPage & { target: string }>(
    ({ page, target }) => `the link to ${target} on page ${page} stands in no Link tag`,
    ours,
  ),
  'pdf-link-undescribed': error<OnPage & { target: string }>(
    ({ page, target }) => `the link to ${target} on page ${page} has no description`,
    ours,
  ),
  'pdf-annotation-faulty': error<OnPage & { problem: string }>(
    ({ page, problem }) => `an annotation on page ${page} ${problem}`,
    ours,
  ),
  'pdf-tab-order-missing': error<OnPage>(
    ({ page }) => `the links of page ${page} are not walked through in the order of the text`,
    ours,
  ),
  'pdf-font-unembedded': error<{ font: string }>(
    ({ font }) => `the font "${font}" is not inside the PDF`,
    () => 'name a font that ships with the tool or with the theme',
  ),
  'pdf-font-faulty': error<{ font: string; problem: string }>(
    ({ font, problem }) => `the font "${font}" is not sound: ${problem}`,
    () => 'use another font',
  ),
  'pdf-font-unmapped': error<{ font: string; problem: string }>(
    ({ font, problem }) => `the font "${font}" does not say which text its glyphs are: ${problem}`,
    () => 'use another font',
  ),
  'pdf-glyph-missing': error<OnPage & { character: string; font: string }>(
    ({ page, character, font }) =>
      `${character} on page ${page} is missing from the font "${font}"`,
    () => 'choose a font that has it, or use another character',
  ),
  'pdf-text-outside': error<OnPage & { text: string }>(
    ({ page, text }) => `"${text}" lies outside of page ${page}`,
    () => 'shorten it, or let it be broken',
  ),
  'pdf-text-lost': error<{ text: string }>(
    ({ text }) => `the PDF has lost "${text}"`,
    () => 'shorten the word, give the table fewer columns, or let the line be broken',
  ),
  'pdf-text-reordered': error<{ text: string }>(
    ({ text }) => `the PDF has "${text}" in another place than the brief`,
    ours,
  ),
} as const;
