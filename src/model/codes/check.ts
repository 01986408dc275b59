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
    (s: { field: string; owner: string }) => `a ${s.owner} has no field "${s.field}"`,
  ),
  'field-missing': error(
    (s: { field: string; owner: string }) =>
      `the field "${s.field}" is missing from this ${s.owner}`,
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
  'date-invalid': error((s: { found: string; problem: string }) => `"${s.found}" ${s.problem}`),
  'date-future': warning(
    (s: { what: string; date: string }) => `${s.what} ${s.date} lies after the brief or the build`,
    () => 'check the year',
  ),
  'date-order': warning(
    (s: { earlier: string; later: string }) => `${s.earlier} comes after ${s.later}`,
  ),
  'url-unsafe': error(
    (s: { url: string; reason: string }) => `the address ${s.url} is refused: ${s.reason}`,
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
  'markdown-fence-open': error(
    () => 'a block of code starts here (```) and is never closed',
    () => 'add a line of three backticks where it ends, or delete this one',
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
  'table-unreadable': error((s: { file: string; problem: string }) => `${s.file}: ${s.problem}`),
  'table-column-missing': error((s: { column: string }) => `the data have no column "${s.column}"`),
  'figure-incomplete': error((s: { problem: string }) => s.problem),
  'quote-lead-missing': error(
    (s: { id: string }) => `the partial quotation "${s.id}" has no sentence to stand in`,
    () => 'add "lead:", the sentence that leads into the words',
  ),
  'rule-unknown': error((s: { code: string }) => `there is no rule "${s.code}"`),
} as const;
