/** Time zones by their names in the IANA time zone database, as the runtime has it. */
import { didYouMean } from '../../model/did-you-mean.ts';
import type { Flaw } from './flaw.ts';

const problem = 'is not a time zone';
const form = 'write a continent and a city, as in Europe/Paris, or UTC';

/** `Europe/Paris`, `UTC` → undefined; anything else → its flaw. */
export function timeZoneFlaw(zone: string): Flaw | undefined {
  // An offset has no summer time, so it would be wrong for half of the year.
  if (/^[+-]|^(?:UTC|GMT)[+-]/i.test(zone)) {
    return { problem: 'is an offset, not a zone', hint: form };
  }
  const known = canonical(zone);
  if (known === undefined) return { problem, hint: hintFor(zone) };
  const isCaseWrong = known !== zone && known.toLowerCase() === zone.toLowerCase();
  return isCaseWrong ? { problem, hint: `write ${known}` } : undefined;
}

/** A space for an underscore, a city without its continent, a letter that slipped. */
function hintFor(zone: string): string {
  const joined = zone.trim().replace(/\s+/g, '_');
  const mended = canonical(joined);
  if (mended !== undefined) return `write ${mended}`;
  const zones = Intl.supportedValuesOf('timeZone');
  const city = zones.find((name) => name.toLowerCase().endsWith(`/${joined.toLowerCase()}`));
  if (city !== undefined) return `write ${city}`;
  const near = didYouMean(joined, zones) ?? zones.find((name) => isNearCity(name, joined));
  return near === undefined ? form : `did you mean "${near}"?`;
}

function isNearCity(name: string, city: string): boolean {
  const own = name.slice(name.lastIndexOf('/') + 1);
  return city.length > 4 && didYouMean(city, [own]) !== undefined;
}

/** Name of a zone → the one that the database prefers; undefined for what is none. */
function canonical(zone: string): string | undefined {
  // To look a name up takes 3 ms of a check, and to make what writes dates, which knows other names too, 25.
  if (zone === 'UTC' || Intl.supportedValuesOf('timeZone').includes(zone)) return zone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
