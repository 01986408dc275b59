/** A date that cannot be read → what is wrong with it and how it could be written. */
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { parseDate } from '../model/edtf.ts';
import { shorten } from './field-words.ts';

/** text as typed, where → `date-invalid`, or undefined where it is a date. */
export function dateDiagnostic(typed: string, place: Place): Diagnostic | undefined {
  const parsed = parseDate(typed);
  if (parsed.ok) return undefined;
  const slots = { found: shorten(typed), problem: parsed.problem };
  const hint = parsed.suggestion === undefined ? {} : { hint: `write ${parsed.suggestion}` };
  return diagnose('date-invalid', slots, { ...place, ...hint });
}
