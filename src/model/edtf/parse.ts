/** Checks a date as it stands in the data, and says what its author may have meant. */
import type { EdtfDate } from './date.ts';
import { isProblem, readDate } from './read.ts';
import { suggestDates } from './suggest.ts';

/** A date, or why there is none. */
export type ParsedDate =
  | { readonly ok: true; readonly date: EdtfDate }
  | {
      readonly ok: false;
      /** One lowercase clause: `2025-02 has 28 days`. */
      readonly problem: string;
      /** What to write instead; several readings are joined by "or". */
      readonly suggestion?: string;
    };

/** EDTF text, or a bare year as YAML reads it → date or problem. Never throws. */
export function parseDate(text: string | number): ParsedDate {
  const written = typeof text === 'number' ? String(text).padStart(4, '0') : text;
  const read = readDate(written);
  if (!isProblem(read)) return { ok: true, date: read };
  const suggestion = suggestDates(written).join(' or ');
  return suggestion === ''
    ? { ok: false, problem: read.problem }
    : { ok: false, problem: read.problem, suggestion };
}
