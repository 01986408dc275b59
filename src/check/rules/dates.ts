/** Dates: every one can be read, none is impossible, and what has happened has happened by now. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { EdtfDate } from '../../model/edtf.ts';
import { placeOf } from '../../model/place.ts';
import type { Kind } from '../../model/schema/kinds.ts';
import { dateDiagnostic } from '../date-diagnostic.ts';
import { type Field, fieldsOf, type RuleContext } from './rule.ts';

/** Dates that lie in the past by their nature. Events and briefs may be planned. */
const past: { readonly [K in Kind]?: Readonly<Record<string, string>> } = {
  source: { issued: 'the date of publication', accessed: 'the day it was looked at' },
  finding: { observed: 'the time it was observed', asOf: 'the day it was confirmed' },
  takeaway: { asOf: 'the day it was confirmed' },
  quote: { date: 'the date of the words' },
};

/** records → `date-invalid`, `date-future`. */
export function checkDates(context: RuleContext): Diagnostic[] {
  return fieldsOf(context, 'date').flatMap((field) => {
    const { entry, leaf } = field;
    const parsed = context.parseDate(leaf.value);
    if (parsed.ok) return inFuture(field, parsed.date, context);
    return dateDiagnostic(leaf.value, placeOf(entry, leaf.path)) ?? [];
  });
}

function inFuture(
  { entry, leaf }: Field,
  date: EdtfDate,
  { today, firstDay }: RuleContext,
): Diagnostic[] {
  const day = firstDay(date);
  if (day === undefined || day <= today) return [];
  const what = past[entry.kind]?.[leaf.path.join('.')];
  if (what === undefined) return [];
  const slots = { what, date: leaf.value, other: `today, ${today}` };
  return [diagnose('date-future', slots, placeOf(entry, leaf.path))];
}
