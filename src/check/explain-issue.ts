/**
 * What zod says about a value → what we say to the person who typed it: the field by its name, the
 * value as it was typed, and the way out.
 */
import type { z } from 'zod';
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { didYouMean, suggest } from '../model/did-you-mean.ts';
import { joinPath } from '../model/place.ts';
import type { DataPath } from '../model/stages.ts';
import { proposeId } from './check-id.ts';
import type { Subject } from './check-shape.ts';
import { describeFormat, describeFound, expectedWords, nameOfKind } from './field-words.ts';
import { fieldsAt } from './schema-at.ts';

type Issue = z.core.$ZodIssue;

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
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => explainUnknown(key, path, context));
    case 'invalid_type':
      if (found === undefined) return explainMissing(path, context);
      if (found === null) return [diagnose('field-empty', { field }, placeAtKey(subject, path))];
      return [explainType(field, expectedWords(issue.expected), found, path, context)];
    case 'invalid_union':
      if (found === undefined) return explainMissing(path, context);
      if (found === null) return [diagnose('field-empty', { field }, placeAtKey(subject, path))];
      return [explainType(field, unionWords(issue), found, path, context)];
    case 'invalid_value': {
      if (found === undefined) return explainMissing(path, context);
      const values = issue.values.map(String);
      const text = rawAt(subject, path) ?? describeFound(found);
      const hint = choiceHint(text, values);
      return [diagnose('field-choice', { field, found: text }, { ...place, ...hint })];
    }
    case 'invalid_format': {
      const text = String(found);
      const hint = formatHint(field, text, issue);
      return [diagnose('field-format', { field, found: text }, { ...place, hint })];
    }
    case 'too_small':
      if (issue.origin === 'string') return [diagnose('field-empty', { field }, place)];
      if (issue.origin === 'array') {
        const problem = `needs at least ${issue.minimum} entries`;
        return [diagnose('field-range', { field, problem }, place)];
      }
      return [
        diagnose('field-range', { field, problem: `must be at least ${issue.minimum}` }, place),
      ];
    case 'too_big':
      return [
        diagnose('field-range', { field, problem: `must be at most ${issue.maximum}` }, place),
      ];
    default:
      return [diagnose('field-range', { field, problem: issue.message.toLowerCase() }, place)];
  }
}

function explainUnknown(key: string, path: DataPath, context: Context): Diagnostic {
  const fields = fieldsAt(context.schema, context.value, path);
  const owner = ownerOf(path, context.subject);
  const near = suggest(key, fields) ?? `possible: ${fields.slice(0, 12).join(', ')} …`;
  const place = placeAtKey(context.subject, [...path, key]);
  return diagnose('field-unknown', { field: key, owner }, { ...place, hint: near });
}

function explainMissing(path: DataPath, context: Context): Diagnostic[] {
  if (context.misspelt.has(joinPath(path))) return [];
  const owner = ownerOf(path.slice(0, -1), context.subject);
  if (path.length === 0) {
    return [
      diagnose('record-not-mapping', { id: context.subject.id }, placeAtKey(context.subject, [])),
    ];
  }
  const place = placeAtKey(context.subject, path.slice(0, -1));
  return [diagnose('field-missing', { field: fieldName(path, context.subject), owner }, place)];
}

function explainType(
  field: string,
  expected: string,
  found: unknown,
  path: DataPath,
  { subject }: Context,
): Diagnostic {
  if (path.length === 0) {
    return diagnose('record-not-mapping', { id: subject.id }, placeAtKey(subject, []));
  }
  const raw = rawAt(subject, path);
  const place = placeAt(subject, path);
  const slots = { field, expected, found: describeFound(found) };
  const hint = typeHint(expected, found, raw);
  return diagnose('field-type', slots, hint === undefined ? place : { ...place, hint });
}

function typeHint(expected: string, found: unknown, raw: string | undefined): string | undefined {
  const isScalar = typeof found === 'number' || typeof found === 'boolean';
  if (expected.includes('text') && isScalar && raw !== undefined) return `quote it: "${raw}"`;
  if (expected.includes('list') && typeof found === 'string') {
    return `write it as a list: [${found}]`;
  }
  if (expected.includes('true or false') && typeof found === 'string') {
    return /^(?:y|yes|on)$/i.test(found) ? 'write true' : 'write true or false, without quotes';
  }
  if (expected.includes('number') && typeof found === 'string') {
    const plain = found.replace(/[ ,_\u00A0\u202F]/g, '');
    return Number.isFinite(Number(plain)) && plain !== ''
      ? `write it as ${plain}, without quotes, spaces or commas`
      : 'write digits only; words about the number go into "unit" or the text';
  }
  return undefined;
}

function choiceHint(text: string, values: readonly string[]): Pick<Place, 'hint'> {
  if (/^TLP:\s*WHITE$/i.test(text)) return { hint: 'TLP 2.0 calls it TLP:CLEAR' };
  const tight = text.replace(/\s+/g, '').toUpperCase();
  const exact = values.find((value) => value === tight);
  if (exact !== undefined) return { hint: `write it exactly as ${exact}` };
  const hint = suggest(text, values) ?? `possible: ${values.join(', ')}`;
  return { hint };
}

function formatHint(field: string, text: string, issue: Issue): string {
  const pattern = 'pattern' in issue ? String(issue.pattern) : '';
  if (pattern === '/^[a-z][a-z0-9-]*$/') {
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
    return (found as Record<PropertyKey, unknown>)[step];
  }, value);
}

function rawAt({ file, path }: Subject, inside: DataPath): string | undefined {
  return file.sourceOf([...path, ...inside])?.raw;
}

/** The last name in the path; an item of a list goes by the list's name. */
function fieldName(path: DataPath, subject: Subject): string {
  return String(path.findLast((step) => typeof step === 'string') ?? subject.id);
}

function ownerOf(path: DataPath, subject: Subject): string {
  const parent = path.findLast((step) => typeof step === 'string');
  return parent === undefined ? nameOfKind(subject.kind) : `"${parent}"`;
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
