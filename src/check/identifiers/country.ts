/** Countries as ISO 3166-1 codes of two letters. */
import type { Flaw } from './flaw.ts';

/**
 * Codes that Unicode CLDR has a name for and ISO 3166-1 does not assign: exceptional reservations
 * (ISO Online Browsing Platform) and CLDR's own. XK is user-assigned as well, but is in general use
 * for Kosovo (European Commission, Interinstitutional Style Guide, annex A5), so it passes.
 */
const notCountries = new Set(
  ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'TA', 'UN'].concat(['QO', 'XA', 'XB', 'ZZ']),
);

/** Two capital letters → undefined where they are a country, else the flaw. */
export function countryFlaw(code: string): Flaw | undefined {
  const today = new Intl.Locale(`und-${code}`).region;
  if (today !== code) return { problem: 'is not a code of ISO 3166-1', hint: `write ${today}` };
  const name = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code);
  if (name !== undefined && !notCountries.has(code)) return undefined;
  return {
    problem: 'is not a code of ISO 3166-1',
    hint: 'look the country up at iso.org/obp; leave the line out for bodies of several countries',
  };
}
