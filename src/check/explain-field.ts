/** A field that is unknown, missing, empty, no date or of the wrong type → what its author should write. */
import type { z } from 'zod';
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { suggest } from '../model/did-you-mean.ts';
import { joinPath } from '../model/place.ts';
import type { DataPath } from '../model/stages.ts';
import { dateDiagnostic } from './date-diagnostic.ts';
import { describeFound } from './field-words.ts';
import { fieldsAt, leafAt } from './schema-at.ts';
import {
  fieldName,
  ownerOf,
  placeAt,
  placeAtKey,
  rawAt,
  type Subject,
  valueAt,
} from './subject.ts';
import { typeHint } from './type-hint.ts';

/** What an explanation draws on. */
export interface Context {
  readonly schema: z.ZodType;
  readonly value: unknown;
  readonly subject: Subject;
  /** Missing fields that are there under a wrong name: said once, at the wrong name. */
  readonly misspelt: ReadonlySet<string>;
}

/** A name that the schema does not know → `field-unknown`. */
export function explainUnknown(key: string, path: DataPath, context: Context): Diagnostic {
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

/** A field that must be there → `field-missing`, unless it is there under a wrong name. */
export function explainMissing(path: DataPath, context: Context): Diagnostic[] {
  if (context.misspelt.has(joinPath(path))) return [];
  const owner = ownerOf(path.slice(0, -1), context.subject);
  const place = placeAtKey(context.subject, path.slice(0, -1));
  return [diagnose('field-missing', { field: fieldName(path, context.subject), owner }, place)];
}

/** A field without a value → `field-empty`, with the reason where it shows. */
export function explainEmpty(path: DataPath, { subject }: Context): Diagnostic {
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
export function explainDate(
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

/** What was expected, in words, and what was found → `field-type`. */
export function explainType(
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
