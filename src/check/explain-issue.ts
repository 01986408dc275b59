/**
 * What zod says about a value → what we say to the person who typed it: the field by its name, the
 * value as it was typed, and the way out.
 */
import type { z } from 'zod';
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { didYouMean, suggest } from '../model/did-you-mean.ts';
import { joinPath } from '../model/place.ts';
import { proposeId } from '../model/propose-id.ts';
import { idPattern } from '../model/schema/leaf.ts';
import type { DataPath, LoadedFile } from '../model/stages.ts';
import { unreadable } from '../model/unreadable.ts';
import { choiceHint } from './choice-hint.ts';
import { dateDiagnostic } from './date-diagnostic.ts';
import {
  describeFormat,
  describeFound,
  expectedWords,
  nameOfKind,
  shorten,
} from './field-words.ts';
import { fieldsAt, leafAt } from './schema-at.ts';
import { typeHint } from './type-hint.ts';

type Issue = z.core.$ZodIssue;

/** Whose value it is: the record's kind, its id, and where it stands. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly file: LoadedFile;
  readonly path: DataPath;
}

/** schema, value, zod's error, whose value → one diagnostic a mistake, in order of the fields. */
export function explainIssues(
  schema: z.ZodType,
  value: unknown,
  error: z.ZodError,
  subject: Subject,
): Diagnostic[] {
  const issues = error.issues.flatMap((issue) => flatten(issue, value));
  const context: Context = {
    schema,
    value,
    subject,
    misspelt: misspeltFields(schema, value, issues),
  };
  return issues.flatMap((issue) => explain(issue, context));
}

interface Context {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly subject: Subject;
  /** Missing fields that are there under a wrong name: said once, at the wrong name. */
  readonly misspelt: ReadonlySet<string>;
}

/** A union's error holds those of every option; the one that came nearest is the one to explain. */
function flatten(issue: Issue, value: unknown): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const found = valueAt(value, issue.path);
  const ranked = issue.errors
    .map((issues) => ({ issues, cost: costOf(issues, found) }))
    .sort((a, b) => a.cost - b.cost);
  const best = ranked[0]?.issues ?? [];
  const isHopeless = best.every(
    (inner) => inner.path.length === 0 && inner.code === 'invalid_type' && issue.errors.length > 1,
  );
  if (isHopeless) return [issue];
  return best.flatMap((inner) =>
    flatten({ ...inner, path: [...issue.path, ...inner.path] } as Issue, value),
  );
}

/** An option whose very type is wrong is further away than one with mistakes inside. */
function costOf(issues: readonly Issue[], found: unknown): number {
  return issues.reduce((sum, issue) => {
    const isWrongType = issue.code === 'invalid_type' && issue.path.length === 0;
    const isNamedField =
      issue.code === 'unrecognized_keys' && typeof found === 'object' ? issue.keys.length : 0;
    return sum + (isWrongType ? 100 : 1) + isNamedField;
  }, 0);
}

function misspeltFields(
  schema: z.ZodType,
  value: unknown,
  issues: readonly Issue[],
): ReadonlySet<string> {
  const result = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const fields = fieldsAt(schema, value, issue.path as DataPath);
    for (const key of issue.keys) {
      const near = didYouMean(key, fields);
      if (near !== undefined) result.add(joinPath([...(issue.path as DataPath), near]));
    }
  }
  return result;
}

function explain(issue: Issue, context: Context): Diagnostic[] {
  const { subject, value } = context;
  const path = issue.path as DataPath;
  const field = fieldName(path, subject);
  const found = valueAt(value, path);
  const place = placeAt(subject, path);
  if (found === unreadable) return [];
  if (found === null && issue.code !== 'unrecognized_keys') return [explainEmpty(path, context)];
  const date = explainDate(path, found, context);
  if (date !== undefined) return [date];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => explainUnknown(key, path, context));
    case 'invalid_type':
      if (found === undefined) return explainMissing(path, context);
      return [explainType(expectedWords(issue.expected), found, path, context)];
    case 'invalid_union':
      if (found === undefined) return explainMissing(path, context);
      return [explainType(unionWords(issue), found, path, context)];
    case 'invalid_value': {
      if (found === undefined) return explainMissing(path, context);
      const typed = rawAt(subject, path) ?? describeFound(found);
      const hint = choiceHint(typed, issue.values.map(String));
      return [diagnose('field-choice', { field, found: shorten(typed) }, { ...place, hint })];
    }
    case 'invalid_format': {
      const text = String(found);
      const hint = formatHint(field, text, issue);
      return [diagnose('field-format', { field, found: shorten(text) }, { ...place, hint })];
    }
    case 'too_small':
      if (issue.origin === 'string') return [diagnose('field-empty', { field }, place)];
      if (issue.origin === 'array' && issue.minimum === 1) {
        return [diagnose('field-empty', { field }, placeAtKey(subject, path))];
      }
      return [diagnose('field-range', { field, problem: atLeast(issue) }, place)];
    case 'too_big':
      if (issue.maximum === Number.MAX_SAFE_INTEGER) {
        const slots = { raw: rawAt(subject, path) ?? String(found), read: String(found) };
        return [diagnose('yaml-number-inexact', slots, place)];
      }
      return [
        diagnose('field-range', { field, problem: `must be at most ${issue.maximum}` }, place),
      ];
    default:
      return [diagnose('field-range', { field, problem: issue.message.toLowerCase() }, place)];
  }
}

function atLeast({ origin, minimum }: Extract<Issue, { code: 'too_small' }>): string {
  return origin === 'array' ? `needs at least ${minimum} entries` : `must be at least ${minimum}`;
}

function explainUnknown(key: string, path: DataPath, context: Context): Diagnostic {
  const fields = fieldsAt(context.schema, context.value, path);
  const owner = ownerOf(path, context.subject);
  const place = placeAtKey(context.subject, [...path, key]);
  const hint = unknownHint(key, fields, valueAt(context.value, [...path, key]), place, context);
  return diagnose('field-unknown', { field: key, owner }, { ...place, hint });
}

/** In `{ literal: Smith, Jones }` the comma makes a field of "Jones", without a value. */
function unknownHint(
  key: string,
  fields: readonly string[],
  value: unknown,
  { span }: Place,
  { subject }: Context,
): string {
  const before = subject.file.text.slice(0, span?.start).trimEnd();
  if (value === null && before.endsWith(',')) {
    return 'inside { } a comma ends the value; put the text before it in quotation marks';
  }
  return suggest(key, fields) ?? `possible: ${fields.slice(0, 12).join(', ')} …`;
}

function explainMissing(path: DataPath, context: Context): Diagnostic[] {
  if (context.misspelt.has(joinPath(path))) return [];
  const owner = ownerOf(path.slice(0, -1), context.subject);
  const place = placeAtKey(context.subject, path.slice(0, -1));
  return [diagnose('field-missing', { field: fieldName(path, context.subject), owner }, place)];
}

function explainEmpty(path: DataPath, { subject }: Context): Diagnostic {
  const { file, id } = subject;
  if (path.length === 0) return diagnose('record-not-mapping', { id }, placeAtKey(subject, []));
  const field = fieldName(path, subject);
  const whole = [...subject.path, ...path];
  const raw = rawAt(subject, path) ?? '';
  if (/^null$/i.test(raw)) {
    const hint = `write something, or delete the line; the word itself goes in quotes: "${raw}"`;
    return diagnose('field-empty', { field }, { ...placeAt(subject, path), hint });
  }
  const place = placeAtKey(subject, path);
  const { end } = file.locateKey(whole);
  const isComment = /^:[ \t]+#\S/.test(file.text.slice(end, end + 40));
  const hint = 'everything after # is a comment; put a text that begins with it in quotation marks';
  return diagnose('field-empty', { field }, isComment ? { ...place, hint } : place);
}

/** A date is text or a bare year; whatever else was typed is explained as a date. */
function explainDate(
  path: DataPath,
  found: unknown,
  { schema, value, subject }: Context,
): Diagnostic | undefined {
  if (typeof found !== 'string' && typeof found !== 'number') return undefined;
  if (leafAt(schema, value, path)?.leaf !== 'date') return undefined;
  if (found === '') return undefined;
  const typed = rawAt(subject, path) ?? String(found);
  return dateDiagnostic(typed, placeAt(subject, path));
}

function explainType(
  expected: string,
  found: unknown,
  path: DataPath,
  { subject }: Context,
): Diagnostic {
  const { kind, id, file } = subject;
  if (path.length === 0) {
    const place = placeAtKey(subject, []);
    const isShort = kind === 'term' && typeof found === 'string';
    const hint = 'write "expansion:" and "definition:" on lines of their own below it';
    return diagnose('record-not-mapping', { id }, isShort ? { ...place, hint } : place);
  }
  const field = fieldName(path, subject);
  const place = placeAt(subject, path);
  const raw = rawAt(subject, path) ?? file.text.slice(place.span?.start, place.span?.end);
  const slots = { field, expected, found: describeFound(found) };
  const hint = typeHint({ field, expected, found, raw });
  return diagnose('field-type', slots, hint === undefined ? place : { ...place, hint });
}

function formatHint(field: string, text: string, issue: Issue): string {
  const pattern = 'pattern' in issue ? String(issue.pattern) : '';
  if (pattern === String(idPattern)) {
    const proposal = proposeId(text);
    return proposal === undefined ? 'write the id of a record' : `ids look like "${proposal}"`;
  }
  return describeFormat(field);
}

function unionWords(issue: Extract<Issue, { code: 'invalid_union' }>): string {
  const words = issue.errors.flatMap((inner) =>
    inner.flatMap((one) => (one.code === 'invalid_type' ? [expectedWords(one.expected)] : [])),
  );
  return [...new Set(words)].join(' or ');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((found, step) => {
    if (typeof found !== 'object' || found === null) return undefined;
    return Object.hasOwn(found, step) ? (found as Record<PropertyKey, unknown>)[step] : undefined;
  }, value);
}

function rawAt({ file, path }: Subject, inside: DataPath): string | undefined {
  return file.sourceOf([...path, ...inside])?.raw;
}

/** The last name in the path; an item of a list goes by the list's name. */
function fieldName(path: DataPath, subject: Subject): string {
  return String(path.findLast((step) => typeof step === 'string') ?? subject.id);
}

/** `the finding "purge-2019"`, or the group inside it that the field belongs to. */
function ownerOf(path: DataPath, { kind, id }: Subject): string {
  const parent = path.findLast((step) => typeof step === 'string');
  if (parent !== undefined) return `"${parent}"`;
  return kind === 'publisher' ? 'the publisher' : `the ${nameOfKind(kind)} "${id}"`;
}

function placeAt({ file, path, id }: Subject, inside: DataPath): Place {
  const whole = [...path, ...inside];
  return { span: file.locate(whole), path: joinPath(path.length === 0 ? [id, ...inside] : whole) };
}

function placeAtKey({ file, path, id }: Subject, inside: DataPath): Place {
  const whole = [...path, ...inside];
  const span = whole.length === 0 ? { file: file.path, start: 0, end: 0 } : file.locateKey(whole);
  return { span, path: joinPath(path.length === 0 ? [id, ...inside] : whole) };
}
