/** Diagnostics of the area "citation". */
import { error, warning } from './define.ts';

export const citationCodes = {
  'citation-unknown': error(
    (s: { id: string }) => `"@${s.id}" is cited, but there is no such source here`,
    () => 'name a source of data/, or write \\[ for a bracket that is no citation',
  ),
  'citation-malformed': warning(
    (s: { text: string }) => `"${s.text}" looks like a citation, but is none`,
    () => 'write [@id, p. 3], several as [@one; @two], without emphasis inside',
  ),
  'citation-loose': warning(
    (s: { id: string }) =>
      `the source "${s.id}" is named here, but not cited: this is printed as it is`,
    (s) => `write [@${s.id}, p. 3], with brackets, or \\@ where no citation is meant`,
  ),
  'mention-unread': warning(
    (s: { text: string }) => `"${s.text}" is printed as it is: this field is plain text`,
    () => 'cite in a field that is Markdown, such as the body',
  ),
  'citation-style-unknown': error(
    (s: { style: string }) => `there is no citation style "${s.style}"`,
    () => 'write notes, author-date, or the path of a .csl file of the project',
  ),
  'citation-style-broken': error(
    (s: { problem: string }) => `the citation style cannot be read: ${s.problem}`,
    () => 'an independent style of CSL 1.0.2 is wanted',
  ),
  'citation-style-dependent': error(
    (s: { parent: string }) => `the citation style only points to another one, ${s.parent}`,
    () => 'use the file of that other style',
  ),
  'citation-failed': error((s: { problem: string }) => `the citation style failed: ${s.problem}`),
} as const;
