/**
 * The Traffic Light Protocol: labels, their order and their colours.
 * Source: FIRST, Traffic Light Protocol 2.0 (August 2022), https://www.first.org/tlp/
 */

/** The five labels, least to most restricted. */
export const markings = [
  'TLP:CLEAR',
  'TLP:GREEN',
  'TLP:AMBER',
  'TLP:AMBER+STRICT',
  'TLP:RED',
] as const;

export type Marking = (typeof markings)[number];

/** What an item without a usable mark counts as: the most restricted label (we fail closed). */
export const mostRestricted: Marking = 'TLP:RED';

/** Text colour of each label on black, as RGB hex. Source: TLP 2.0, "Usage". */
export const markingColours: Readonly<Record<Marking, string>> = {
  'TLP:CLEAR': '#FFFFFF',
  'TLP:GREEN': '#33FF00',
  'TLP:AMBER': '#FFC000',
  'TLP:AMBER+STRICT': '#FFC000',
  'TLP:RED': '#FF2B2B',
};

/** Anything → a marking; whatever is not a known label is the most restricted one. */
export function markingOf(value: unknown): Marking {
  return markings.find((marking) => marking === value) ?? mostRestricted;
}

/** True when an audience cleared up to `audience` may see an item marked `marking`. */
export function isCleared(marking: Marking, audience: Marking): boolean {
  return rank(marking) <= rank(audience);
}

/** The most restricted of some markings; of none, the least restricted there is. */
export function strictest(all: Iterable<Marking>): Marking {
  let result: Marking = 'TLP:CLEAR';
  for (const marking of all) if (rank(marking) > rank(result)) result = marking;
  return result;
}

/** `TLP:AMBER+STRICT` → `amber-strict`, for file names and options. */
export function markingSlug(marking: Marking): string {
  return marking.slice('TLP:'.length).toLowerCase().replace('+', '-');
}

/** `amber`, `AMBER+STRICT`, `tlp:amber-strict` → the label, or undefined. */
export function parseAudience(text: string): Marking | undefined {
  const label = `TLP:${text.toUpperCase().replace(/^TLP:/, '').replace('-', '+')}`;
  return markings.find((marking) => marking === label);
}

function rank(marking: Marking): number {
  return markings.indexOf(marking);
}
