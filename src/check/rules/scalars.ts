/**
 * What YAML makes of words and numbers without quotation marks: comments that swallow the end of a
 * sentence, numbers that lose a digit, words that older programs take for true and false.
 * Sources: YAML 1.2.2, chapters 6.6 and 10.3; YAML 1.1, "bool".
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { joinPath, placeOf } from '../../model/place.ts';
import { remember } from '../../model/remember.ts';
import type { DataPath, Entry, Leaf, LoadedFile } from '../../model/stages.ts';
import type { RuleContext } from './rule.ts';

/** records → `text-cut-by-comment`, `yaml-looks-like-boolean`, `field-empty`, `yaml-number-inexact`, `number-reformatted`. */
export function checkScalars({ entries }: RuleContext): Diagnostic[] {
  const hasComments = remember(({ text }: LoadedFile) => /[ \t]#/.test(text));
  const found: Diagnostic[] = [];
  for (const entry of entries) {
    const isCommented = hasComments(entry.file);
    for (const leaf of entry.leaves) found.push(...checkText(entry, leaf, isCommented));
    found.push(...checkNumbers(entry));
  }
  return found;
}

const nothing: readonly Diagnostic[] = [];

function checkText(entry: Entry, leaf: Leaf, isCommented: boolean): readonly Diagnostic[] {
  const { path, type, value } = leaf;
  if (value.trim() === '') {
    const field = String(path.findLast((step) => typeof step === 'string') ?? entry.id);
    return [diagnose('field-empty', { field }, placeOf(entry, path))];
  }
  if (/^(?:y|n|yes|no|on|off)$/i.test(value) && isPlain(entry, path)) {
    return [diagnose('yaml-looks-like-boolean', { raw: value }, placeOf(entry, path))];
  }
  const isProse = type === 'text' || type === 'markdown';
  return isProse && isCommented ? cutByComment(entry, path) : nothing;
}

/** "ranked #1" keeps its end only in quotation marks. A comment after other fields is just one. */
function cutByComment(entry: Entry, path: DataPath): Diagnostic[] {
  const { file } = entry;
  const { end } = file.locate([...entry.path, ...path]);
  const comment = /^[ \t]+(#.*)/.exec(file.text.slice(end, end + 400));
  if (comment === null || !isPlain(entry, path)) return [];
  const [whole, words = ''] = comment;
  const start = end + whole.length - words.length;
  const span = { file: file.path, start, end: start + words.length };
  return [diagnose('text-cut-by-comment', {}, { ...placeOf(entry, path), span })];
}

function isPlain(entry: Entry, path: DataPath): boolean {
  return entry.file.sourceOf([...entry.path, ...path])?.style === 'plain';
}

interface NumberAt {
  readonly path: DataPath;
  readonly value: number;
}

function numbersIn(
  value: unknown,
  path: (string | number)[] = [],
  found: NumberAt[] = [],
): readonly NumberAt[] {
  if (typeof value === 'number') found.push({ path: [...path], value });
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, child] of Object.entries(value)) {
    if (typeof child !== 'number' && typeof child !== 'object') continue;
    path.push(Array.isArray(value) ? Number(key) : key);
    numbersIn(child, path, found);
    path.pop();
  }
  return found;
}

/** Numbers that lose a zero are told once for each column of rows, and for each list. */
function checkNumbers(entry: Entry): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const shortened = new Map<string, Shortened & { others: number }>();
  for (const { path, value } of numbersIn(entry.data)) {
    const raw = entry.file.sourceOf([...entry.path, ...path])?.raw;
    // Typed as it would be printed: nothing was lost.
    if (raw === undefined || raw === String(value)) continue;
    const slots = { raw, read: String(value) };
    if (isInexact(raw, value)) {
      found.push(diagnose('yaml-number-inexact', slots, placeOf(entry, path)));
    } else if (/\.\d*0$/.test(raw)) {
      const column = joinPath(path.map((step) => (typeof step === 'number' ? 0 : step)));
      const first = shortened.get(column);
      if (first === undefined) shortened.set(column, { ...slots, path, others: 0 });
      else first.others += 1;
    }
  }
  for (const { path, ...slots } of shortened.values()) {
    const isCell = entry.kind === 'figure' && path[0] === 'data';
    found.push(diagnose('number-reformatted', { ...slots, isCell }, placeOf(entry, path)));
  }
  return found;
}

/** The first number of a column that prints shorter than it was typed. */
interface Shortened {
  readonly path: DataPath;
  readonly raw: string;
  readonly read: string;
}

/** `010`, `0x1F`, twenty digits: what is read is not what was typed. */
function isInexact(raw: string, value: number): boolean {
  if (/^[-+]?0[\dxo]/i.test(raw)) return true;
  const typed = significantDigits(raw);
  return typed.length > 15 && typed !== significantDigits(String(value));
}

function significantDigits(number: string): string {
  const [mantissa = ''] = number.split(/e/i);
  return mantissa.replace(/[^\d]/g, '').replace(/^0+|0+$/g, '');
}
