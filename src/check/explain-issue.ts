/**
 * What zod says about a value → what we say to the person who typed it: the field by its name, the
 * value as it was typed, and the way out.
 */
import type { z } from 'zod';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { joinPath } from '../model/place.ts';
import { proposeId } from '../model/propose-id.ts';
import { idPattern } from '../model/schema/leaf.ts';
import type { DataPath } from '../model/stages.ts';
import { unreadable } from '../model/unreadable.ts';
import { choiceHint } from './choice-hint.ts';
import {
  type Context,
  explainDate,
  explainEmpty,
  explainMissing,
  explainType,
  explainUnknown,
} from './explain-field.ts';
import { describeFormat, describeFound, expectedWords, shorten } from './field-words.ts';
import { nearestIssues } from './nearest-issues.ts';
import { fieldsAt } from './schema-at.ts';
import { fieldName, placeAt, placeAtKey, rawAt, type Subject, valueAt } from './subject.ts';

type Issue = z.core.$ZodIssue;

/** schema, value, zod's error, whose value → one diagnostic a mistake, in order of the fields. */
export function explainIssues(
  schema: z.ZodType,
  value: unknown,
  error: z.ZodError,
  subject: Subject,
): Diagnostic[] {
  const issues = error.issues.flatMap((issue) => nearestIssues(issue, value));
  const context: Context = {
    schema,
    value,
    subject,
    misspelt: misspeltFields(schema, value, issues),
  };
  return issues.flatMap((issue) => explain(issue, context));
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
