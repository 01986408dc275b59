/** The numbers in a finding, by name. */
import type { Entry } from './stages.ts';

/** One number with what it counts. */
export interface Fact {
  readonly value: number;
  readonly unit?: string | undefined;
  readonly label?: string | undefined;
}

/** finding, name of a value (or none, for its only one) → the number, or undefined. */
export function factOf({ data }: Entry<'finding'>, name?: string): Fact | undefined {
  const single = data.value === undefined ? undefined : { value: data.value, unit: data.unit };
  if (name !== undefined) return data.values?.[name] ?? (name === 'value' ? single : undefined);
  if (single !== undefined) return single;
  const all = Object.values(data.values ?? {});
  return all.length === 1 ? all[0] : undefined;
}

/** A number as readers of a language write it; a percent sign belongs to it, other units do not. */
export function formatFact(fact: Fact, lang: string): string {
  const number = new Intl.NumberFormat(lang, { maximumFractionDigits: 20 });
  if (fact.unit !== '%') return number.format(fact.value);
  const percent = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 20 });
  // Not value / 100: 38.1 / 100 is 0.38100000000000003.
  return percent
    .formatToParts(0)
    .map((part) => (part.type === 'integer' ? number.format(fact.value) : part.value))
    .join('');
}
