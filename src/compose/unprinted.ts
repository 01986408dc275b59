/**
 * Fields of a brief that its template does not print: nothing that somebody wrote is left out without a
 * word. A template shows what it prints by asking the view for it.
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { placeOfKey } from '../model/place.ts';
import type { Entry } from '../model/stages.ts';

/** A view that remembers which of its fields were asked for. */
export interface WatchedView<V> {
  readonly view: V;
  readonly asked: ReadonlySet<string>;
}

/** view → the same, watched. */
export function watchView<V extends object>(view: V): WatchedView<V> {
  const asked = new Set<string>();
  const fields = Object.entries(view).map(([name, value]) => {
    const get = () => {
      asked.add(name);
      return value;
    };
    return [name, { get, enumerable: true }] as const;
  });
  // The same fields with the same values.
  return { view: Object.defineProperties({}, Object.fromEntries(fields)) as V, asked };
}

/** Field of a brief → the field of the view that prints it. */
const printedAs = {
  subtitle: 'subtitle',
  standfirst: 'standfirst',
  introduction: 'introduction',
  takeaways: 'takeaways',
  keyFigures: 'keyFigures',
  trends: 'trends',
  sections: 'sections',
  events: 'events',
  figures: 'figures',
  quotes: 'quotes',
  impacts: 'impacts',
  assesses: 'document',
  recommendations: 'recommendations',
  conclusion: 'conclusion',
  gaps: 'gaps',
  corrections: 'corrections',
  glossary: 'glossary',
  appearedIn: 'appearedIn',
} as const;

/** brief, what was asked for → `field-not-printed` for each field that the brief has and nobody asked for. */
export function unprintedFields(
  brief: Entry<'brief'>,
  asked: ReadonlySet<string>,
): readonly Diagnostic[] {
  return Object.entries(printedAs).flatMap(([field, printed]): Diagnostic[] => {
    // Any field of a brief may be left out, so it is looked up by its name.
    const value = (brief.data as Readonly<Record<string, unknown>>)[field];
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    if (isEmpty || asked.has(printed)) return [];
    const slots = { template: brief.data.template, field };
    return [diagnose('field-not-printed', slots, placeOfKey(brief, [field]))];
  });
}
