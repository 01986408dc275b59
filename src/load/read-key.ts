/** Names of fields: what cannot be one, and what its author should write. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';

/** Names that every JavaScript object has already. */
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** A name, where there is one, and what is wrong with it, where anything is. */
export interface ReadKey {
  readonly key?: string;
  readonly problem?: Diagnostic;
}

/** value of a key, where it stands, the file's text → the name to go by, and its problem. */
export function readKey(value: unknown, span: Span, text: string): ReadKey {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return { problem: notText(span, text) };
  }
  const key = String(value);
  if (key === '<<') return { problem: diagnose('yaml-merge-key', {}, { span }) };
  if (forbidden.has(key)) return { problem: diagnose('yaml-forbidden-key', { key }, { span }) };
  const blank = /^[^\S ]+|[^\S ]+$/.exec(key);
  if (blank === null) return { key };
  const start = span.start + blank.index;
  const at = { span: { ...span, start, end: start + blank[0].length } };
  return { key: key.trim(), problem: diagnose('yaml-blank', {}, at) };
}

/** `{{x}}` is a group in a group to YAML; its author never thought of fields. */
function notText(span: Span, text: string): Diagnostic {
  const start = span.start - 1;
  if (!text.startsWith('{{', start)) return diagnose('yaml-key-not-text', {}, { span });
  const end = start + (/^[^\n]*?\}\}/.exec(text.slice(start))?.[0].length ?? 2);
  const hint = `write it as "${text.slice(start, end)}"`;
  return diagnose('yaml-quote-needed', { start: '{{' }, { span: { ...span, start, end }, hint });
}
