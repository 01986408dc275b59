/** A date of CSL-JSON → EDTF, at the precision it has. Source: CSL 1.0.2 data schema, date-variable. */
import { parseDate } from '../../../model/edtf.ts';

/** date → EDTF, or undefined where it says nothing that our dates can. A season is left out. */
export function edtfOf(date: unknown): string | undefined {
  const text = typeof date === 'object' && date !== null ? fromParts(date) : String(date ?? '');
  return text === undefined || 'problem' in parseDate(text) ? undefined : text;
}

function fromParts(date: object): string | undefined {
  const { circa, raw }: { circa?: unknown; raw?: unknown } = date;
  const parts: unknown = 'date-parts' in date ? date['date-parts'] : undefined;
  if (!Array.isArray(parts)) return typeof raw === 'string' ? raw.trim() : undefined;
  const isUncertain = circa !== undefined && circa !== false && circa !== 0;
  const ends = parts.map((part: unknown) => `${datePart(part)}${isUncertain ? '~' : ''}`);
  return ends.length > 2 ? undefined : ends.join('/');
}

/** `[2020, 3, 5]` → `2020-03-05`. */
function datePart(part: unknown): string {
  const [year, ...rest] = Array.isArray(part) ? part.map(Number) : [];
  const numbers = rest.map((one) => String(one).padStart(2, '0'));
  return [String(year ?? '').padStart(4, '0'), ...numbers].join('-');
}
