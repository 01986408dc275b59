/** Time zones by their names in the IANA time zone database, as the runtime has it. */
import type { Flaw } from './flaw.ts';

/** `Europe/Paris`, `UTC` → undefined; anything else → its flaw. */
export function timeZoneFlaw(zone: string): Flaw | undefined {
  const hint = 'write a continent and a city, as in Europe/Paris, or UTC';
  // An offset has no summer time, so it would be wrong for half of the year.
  if (/^[+-]|^(?:UTC|GMT)[+-]/i.test(zone)) return { problem: 'is an offset, not a zone', hint };
  const known = canonical(zone);
  if (known === undefined) {
    const mended = canonical(zone.trim().replace(/\s+/g, '_'));
    return {
      problem: 'is not a time zone',
      hint: mended === undefined ? hint : `write ${mended}`,
    };
  }
  const isCaseWrong = known !== zone && known.toLowerCase() === zone.toLowerCase();
  return isCaseWrong ? { problem: 'is not a time zone', hint: `write ${known}` } : undefined;
}

function canonical(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
