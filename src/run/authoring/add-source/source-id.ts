/** An id for a source: who and when, as it is cited. */
import { proposeId } from '../../../model/propose-id.ts';

/** fields of a source, ids that are taken → `smith-2020`, or `smith-2020-b` where that is taken. */
export function sourceId(
  fields: Readonly<Record<string, unknown>>,
  taken: ReadonlySet<string>,
): string {
  const year = /^\d{4}/.exec(String(fields.issued ?? ''))?.[0];
  const who = firstName(fields.author) ?? firstName(fields.editor) ?? firstWords(fields.title);
  const base = proposeId([who, year].filter(Boolean).join(' ')) ?? 'source';
  if (!taken.has(base)) return base;
  for (let count = 1; ; count += 1) {
    const candidate = `${base}-${suffix(count)}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** 1 → b, 25 → z, then numbers. */
function suffix(count: number): string {
  return count <= 25 ? String.fromCharCode('a'.charCodeAt(0) + count) : String(count + 1);
}

function firstName(names: unknown): string | undefined {
  const first: unknown = Array.isArray(names) ? names[0] : undefined;
  if (typeof first !== 'object' || first === null) return undefined;
  const { family, literal }: { family?: unknown; literal?: unknown } = first;
  const name = family ?? literal;
  return typeof name === 'string' ? firstWords(name) : undefined;
}

/** Enough to know it by. */
function firstWords(text: unknown): string {
  return String(text ?? '')
    .split(/\s+/)
    .slice(0, 4)
    .join(' ');
}
