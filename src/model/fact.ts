/** The numbers in a finding, by name, and how they are written. */
import type { Entry } from './stages.ts';

/** One number with what it counts. */
export interface Fact {
  readonly value: number;
  readonly unit?: string | undefined;
  readonly label?: string | undefined;
  /** Decimals to print at least: a cell of a table that was typed as `"1.10"` has two. */
  readonly digits?: number | undefined;
}

/** finding, name of a value (or none, for its only one) → the number, or undefined. */
export function factOf({ data }: Pick<Entry<'finding'>, 'data'>, name?: string): Fact | undefined {
  const single = data.value === undefined ? undefined : { value: data.value, unit: data.unit };
  const values = new Map(Object.entries(data.values ?? {}));
  if (name !== undefined) return values.get(name) ?? (name === 'value' ? single : undefined);
  if (single !== undefined) return single;
  return values.size === 1 ? [...values.values()][0] : undefined;
}

/** A number as readers of a language write it; a percent sign belongs to it, other units do not. */
export function formatFact(fact: Fact, lang: string): string {
  const number = formatter(lang, 'decimal', fact.digits ?? 0);
  if (fact.unit !== '%') return number.format(fact.value);
  const percent = formatter(lang, 'percent', 0);
  // Not value / 100: 38.1 / 100 is 0.38100000000000003. The sign belongs before the whole.
  return percent
    .formatToParts(fact.value < 0 ? -1 : 1)
    .map((part) => (part.type === 'integer' ? number.format(Math.abs(fact.value)) : part.value))
    .join('');
}

/** Making a formatter costs fifty times what using it does, and a few of them serve all numbers. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(lang: string, style: 'decimal' | 'percent', digits: number): Intl.NumberFormat {
  const key = `${lang} ${style} ${digits}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(lang, {
    style,
    minimumFractionDigits: digits,
    maximumFractionDigits: 20,
  });
  formatters.set(key, made);
  return made;
}
