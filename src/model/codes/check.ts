/** Diagnostics of the schema and of the rules about content. */
import { error, warning } from './define.ts';

export const checkCodes = {
  'collection-unknown': error(
    (s: { key: string }) => `"${s.key}" is not something that a data file can hold`,
  ),
  'collection-not-mapping': error(
    (s: { key: string }) => `"${s.key}" must hold records, each under its id`,
    (s) => `write an id and a colon under "${s.key}:", then the fields, indented`,
  ),
  'brief-misplaced': error(
    (s: { name: string }) => `${s.name} is a brief, but does not lie among the briefs`,
    (s) => `move it to data/briefs/${s.name}; its id is the name of its file`,
  ),
  'records-misplaced': error(
    (s: { key: string }) => `"${s.key}" stands among the briefs, where each file is one brief`,
    () => 'move the file out of data/briefs/, to any other folder of data/',
  ),
  'brief-name-invalid': error(
    (s: { name: string }) => `the name of the file ${s.name} cannot be the id of a brief`,
    (s: { name: string; proposal?: string }) =>
      s.proposal === undefined
        ? 'use small letters, digits and hyphens, and start with a letter'
        : `use small letters, digits and hyphens: ${s.proposal}`,
  ),
  'record-not-mapping': error(
    (s: { id: string }) => `"${s.id}" must hold fields`,
    () => 'write each field on a line of its own, indented, as "field: value"',
  ),
  'id-invalid': error(
    (s: { id: string }) => `"${s.id}" cannot be an id`,
    (s: { id: string; proposal?: string }) =>
      s.proposal === undefined
        ? 'use small letters, digits and hyphens, and start with a letter'
        : `use small letters, digits and hyphens: "${s.proposal}"`,
  ),
  'id-duplicate': error(
    (s: { kind: string; id: string }) => `the ${s.kind} "${s.id}" exists already`,
    () => 'give one of the two another id, or delete it',
  ),
  'publisher-missing': error(
    () => 'no data file has a "publisher:"',
    () => 'create data/publisher.yaml with "publisher:", and under it "name:" and "lang:"',
  ),
  'field-unknown': error(
    (s: { field: string; owner: string }) => `"${s.field}" is not a field of ${s.owner}`,
  ),
  'field-missing': error(
    (s: { field: string; owner: string }) => `"${s.field}" is missing from ${s.owner}`,
    (s) => `add "${s.field}:"`,
  ),
  'field-type': error(
    (s: { field: string; expected: string; found: string }) =>
      `"${s.field}" must be ${s.expected}, but is ${s.found}`,
  ),
  'field-choice': error(
    (s: { field: string; found: string }) => `"${s.found}" is not a possible value of "${s.field}"`,
  ),
  'field-format': error(
    (s: { field: string; found: string }) => `"${s.found}" is not a valid "${s.field}"`,
  ),
  'field-empty': error(
    (s: { field: string }) => `"${s.field}" is empty`,
    () => 'write something, or delete the line',
  ),
  'field-range': error((s: { field: string; problem: string }) => `"${s.field}" ${s.problem}`),
  'yaml-number-inexact': error(
    (s: { raw: string; read: string }) => `the number ${s.raw} would be read as ${s.read}`,
    (s) =>
      `quote it, if it is a name or a code: "${s.raw}"; else write the number without leading zeros`,
  ),
  'number-reformatted': warning(
    (s: { raw: string; read: string; others: number; isCell: boolean }) =>
      `${s.raw} is the number ${s.read} and prints as that${s.others === 0 ? '' : `, like ${s.others} more in this ${s.isCell ? 'column' : 'list'}`}`,
    (s) => {
      const remedy = s.isCell ? `to print ${s.raw}, quote it: "${s.raw}"` : `write ${s.read}`;
      return `${remedy}; where a point parts thousands, write the digits alone`;
    },
  ),
  'yaml-looks-like-boolean': warning(
    (s: { raw: string }) => `some programs read ${s.raw} as true or false`,
    (s) => `quote it: "${s.raw}"`,
  ),
  'date-invalid': error(
    (s: { found: string; problem: string }) => `the date "${s.found}" cannot be: ${s.problem}`,
    () => 'write 2025, 2025-06, 2025-06-14, 2025-06-14/2025-06-20, or 2025~ for "about"',
  ),
  'date-future': warning(
    (s: { what: string; date: string; other: string }) =>
      `${s.what}, ${s.date}, lies after ${s.other}`,
    () => 'check the year',
  ),
  'identifier-invalid': error(
    (s: { found: string; problem: string }) => `"${s.found}" ${s.problem}`,
  ),
  'schedule-invalid': error((s: { found: string; problem: string }) =>
    s.found === '' ? `the schedule ${s.problem}` : `"${s.found}" ${s.problem}`,
  ),
  'schedule-release-draft': warning(
    (s: { brief: string; status: string }) =>
      `the schedule is to release editions of "${s.brief}", whose status is "${s.status}"`,
    () => 'set "status: final" when it may go out; until then each run of the schedule fails',
  ),
  'date-order': warning(
    (s: { earlier: string; later: string }) => `${s.earlier} comes after ${s.later}`,
  ),
  'url-unsafe': error(
    (s: { url: string; reason: string }) =>
      `the address ${s.url === '' ? 'is empty' : `${s.url} is refused: ${s.reason}`}`,
    () => 'write a full address that starts with https://',
  ),
  'url-lookalike': warning(
    (s: { host: string }) => `the host of this address is written ${s.host} in full`,
    () => 'make sure that it is the site you mean; letters of other alphabets look alike',
  ),
  'markup-inert': warning(
    (s: { tag: string }) => `${s.tag} is printed as text; raw HTML is not used`,
    () => 'delete it, or put it between backticks if readers are to see it',
  ),
  'markup-unclosed': warning(
    (s: { mark: string }) => `${s.mark} stands here without its pair, so it is printed as it is`,
    (s) =>
      `put ${s.mark} at both ends of the words, or write ${[...s.mark].map((one) => `\\${one}`).join('')} if readers are to see it`,
  ),
  'markdown-too-dense': error(
    (s: { limit: number }) =>
      `this paragraph has more than ${s.limit} brackets, asterisks and other marks, and is not read`,
    () => 'part it by blank lines; if it is a table, put it into a CSV file that a figure names',
  ),
  'markdown-emphasis-open': error(
    (s: { limit: number }) =>
      `more than ${s.limit} marks of emphasis are opened in this paragraph and not closed again`,
    () => 'write \\* and \\_ where an asterisk or an underscore is to be printed',
  ),
  'markdown-too-deep': error(
    (s: { limit: number }) =>
      `more than ${s.limit} lists or quotations are opened in each other on this line`,
    () => 'delete the marks at the start of the line that do not belong there',
  ),
  'markdown-fence-open': error(
    (s: { fence: string }) => `a block of code starts here (${s.fence}) and is never closed`,
    (s) => `add a line ${s.fence} where it ends, or delete this one`,
  ),
  'markdown-note-inline': error(
    () => 'a note inside the sentence (^[…]) is printed as it stands',
    () => 'write a marker [^1] here, and a line "[^1]: …" with the note to the same field',
  ),
  'markdown-note-missing': error(
    (s: { label: string }) => `the note [^${s.label}] is used here, but its text is missing`,
    (s) => `add a line "[^${s.label}]: …" to the same field`,
  ),
  'markdown-note-unused': error(
    (s: { label: string }) => `the note [^${s.label}] has a text, but nothing refers to it`,
    (s) => `put [^${s.label}] where the note belongs, or delete its text`,
  ),
  'markdown-note-twice': error(
    (s: { label: string }) => `the note [^${s.label}] has two texts`,
    () => 'give one of them another label',
  ),
  'link-text-missing': warning(
    (s: { url: string }) => `the link to ${s.url} has no words, so nobody sees it`,
    (s) => `write words between the brackets, or <${s.url}> to print the address`,
  ),
  'section-empty': warning(
    (s: { title: string }) => `there is nothing under the heading "${s.title}"`,
    () => 'write "body:", name figures or quotes, or take the section out',
  ),
  'markdown-link-missing': error(
    (s: { label: string }) => `[${s.label}] refers to an address that is not given`,
    (s) => `write the address at once: [${s.label}](https://…)`,
  ),
  'image-alt-missing': error(
    (s: { url: string }) => `the picture ${s.url} has no description`,
    () => 'write what it shows between the brackets: ![A map of …](…)',
  ),
  'image-remote': error(
    (s: { url: string }) => `the picture ${s.url} is on another machine`,
    () => 'save it below data/ and name it by its path',
  ),
  'table-unreadable': error((s: { problem: string }) => s.problem),
  'table-marking-misnamed': error(
    (s: { column: string }) => `the column "${s.column}" marks nothing`,
    () => 'rows are marked by a column called "marking", in small letters',
  ),
  'table-cell-not-number': error(
    (s: { column: string; found: string }) =>
      `"${s.found}" in the column "${s.column}" is not a number that can be drawn`,
    () =>
      'write digits only, with a point before decimals; leave the cell empty where nothing is known',
  ),
  'table-column-missing': error((s: { column: string }) => `the data have no column "${s.column}"`),
  'figure-incomplete': error((s: { problem: string }) => s.problem),
  'quote-lead-missing': error(
    (s: { id: string }) => `the partial quotation "${s.id}" has no sentence to stand in`,
    () => 'add "lead:", the sentence that leads into the words',
  ),
  'quote-language-missing': warning(
    (s: { id: string }) => `the original words of the quotation "${s.id}" have no language`,
    () => 'add "lang:", as in "lang: fa"; screen readers and hyphenation need it',
  ),
  'rule-unknown': error(
    (s: { code: string }) => `there is no rule "${s.code}"`,
    () =>
      'write the code that stands in brackets in the message: of warning[acronym-unknown], acronym-unknown',
  ),
} as const;
