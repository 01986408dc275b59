/** One text for equal values: JSON with its keys in order of their code points. Source: RFC 8785. */
import { compareCodePoints } from './order.ts';

/** value → canonical JSON. Fields that are undefined do not exist. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .sort(([a], [b]) => compareCodePoints(a, b));
  return Object.fromEntries(entries.map(([key, child]) => [key, sorted(child)]));
}
