/** Diagnostics of reading files: bytes, characters, YAML. */
import { error, warning } from './define.ts';

/** A character, and how often it stands in the file besides. */
interface Repeated {
  readonly code: string;
  readonly others: number;
}

function andMore({ others }: Repeated): string {
  return others === 0 ? '' : `, and ${others} more in this file`;
}

export const loadCodes = {
  'file-missing': error(
    (s: { file: string }) => `there is no file ${s.file}`,
    () => 'check the spelling; paths start at the project folder and use /',
  ),
  'file-unreadable': error(
    (s: { reason: string }) => s.reason,
    () => 'correct the path, or put the file where it says; paths start at the project folder',
  ),
  'file-too-large': error(
    (s: { megabytes: number; limit: number }) =>
      `the file has ${s.megabytes} MB; more than ${s.limit} MB is not read`,
    () => 'split it into several files; every file below data/ is read',
  ),
  'encoding-utf16': error(
    () => 'the file is saved as UTF-16',
    () => 'save it again with the encoding UTF-8',
  ),
  'encoding-invalid': error(
    (s: { offset: number }) => `byte ${s.offset} of the file is not valid UTF-8`,
    () => 'save the file again with the encoding UTF-8',
  ),
  'character-control': error(
    (s: Repeated) => `there is a control character (${s.code}) here${andMore(s)}`,
    () => 'delete it; it cannot be seen, but it is there',
  ),
  'character-private': error(
    (s: Repeated) => `there is a private-use character (${s.code}) here${andMore(s)}`,
    () => 'it has no meaning outside the font it was typed in; write the character it stands for',
  ),
  'character-surrogate': error(
    (s: Repeated) => `half a character (${s.code}) stands here without its other half${andMore(s)}`,
    () => 'type the character again, or delete it',
  ),
  'character-bidi': error(
    (s: Repeated) =>
      `an invisible character (${s.code}) turns the direction of the text that follows${andMore(s)}`,
    () => 'delete it; direction comes from the language, not from hidden characters',
  ),
  'character-invisible': warning(
    (s: { code: string; name: string }) =>
      `there is an invisible character here: ${s.name} (${s.code})`,
    () => 'delete it, unless the script needs it',
  ),
  'yaml-tab': error(
    () => 'a tab stands where the line is indented',
    () => 'use spaces: two for each level',
  ),
  'yaml-colon': error(
    () => 'a colon inside this text makes YAML see a second field',
    () => 'put the whole text in quotation marks: "Trend One: new forms"',
  ),
  'yaml-blank': error(
    () => 'a blank that is no ordinary space stands here, where YAML needs one',
    () =>
      'delete it and type a space; such blanks come from copied text or from Alt and the space bar',
  ),
  'yaml-quote-needed': error(
    (s: { start: string }) => `a text cannot start with ${s.start} unless it is quoted`,
    () => "put the whole text in quotation marks, single ones '…' if it holds double ones",
  ),
  'text-cut-by-comment': warning(
    () => 'everything from this # to the end of the line is a comment and is not printed',
    () => 'put the whole text in quotation marks, or the comment on a line of its own',
  ),
  'yaml-directive': error(
    () => 'a line that starts with % changes how the file is read',
    () => 'delete the line; data files are YAML 1.2 without directives',
  ),
  'yaml-anchor-unused': error(
    (s: { name: string }) => `&${s.name} is read as a name for what follows and is not printed`,
    () => 'put the whole text in quotation marks, or delete the name if nothing repeats it',
  ),
  'yaml-syntax': error((s: { problem: string }) => s.problem),
  'yaml-duplicate-key': error(
    (s: { key: string }) => `the field "${s.key}" stands here twice`,
    () => 'keep one of the two',
  ),
  'yaml-tag': error(
    (s: { tag: string }) => `${s.tag} is read as a tag and is not printed`,
    () => 'put the whole text in quotation marks; a real tag has no use here: delete it',
  ),
  'yaml-merge-key': error(
    () => 'the merge key << is not part of YAML 1.2',
    () => 'write the fields out, or let several records name one shared record by its id',
  ),
  'yaml-forbidden-key': error(
    (s: { key: string }) => `"${s.key}" cannot be the name of a field`,
    () => 'choose another name',
  ),
  'yaml-key-not-text': error(
    () => 'the name of a field must be a word',
    () => 'write the name as plain text, in quotation marks if it looks like something else',
  ),
  'yaml-cycle': error(
    (s: { alias: string }) => `*${s.alias} stands inside the very thing it repeats`,
    () => 'write the value out here',
  ),
  'yaml-alias-missing': error(
    (s: { alias: string }) => `*${s.alias} repeats something that has no &${s.alias} above it`,
    () => 'put the whole text in quotation marks if the * belongs to it',
  ),
  'yaml-too-large': error(
    () => 'the repeated parts (*) of this file unfold into more than it can hold',
    () => 'write the values out',
  ),
  'yaml-too-deep': error(
    (s: { limit: number }) => `fields are nested more than ${s.limit} levels deep`,
    () => 'look for a bracket or an indent that is never closed',
  ),
  'yaml-several-documents': error(
    () => 'a second document starts here in the same file',
    () => 'delete the line of dashes or dots, or move what follows to a file of its own',
  ),
  'yaml-empty': error(
    () => 'the file holds no fields: it is empty, or all of it is comments',
    () => 'delete it, or write at least one field, such as "findings:"',
  ),
  'yaml-not-a-mapping': error(
    (s: { found: string }) => `the file holds ${s.found}, not fields`,
    () => 'start with a field and a colon, such as "findings:"',
  ),
} as const;
