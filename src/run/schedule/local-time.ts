/** Moments as a person in a time zone reads them. */

/** ms, zone → `Mon 2026-12-07 07:00`. */
export function localTime(timeMs: number, zone: string): string {
  const { weekday, year, month, day, hour, minute } = partsOf(timeMs, zone);
  return `${weekday} ${year}-${month}-${day} ${hour}:${minute}`;
}

/** ms, zone → `2026-12-07`. */
export function localDay(timeMs: number, zone: string): string {
  const { year, month, day } = partsOf(timeMs, zone);
  return `${year}-${month}-${day}`;
}

function partsOf(timeMs: number, zone: string) {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = format.formatToParts(timeMs);
  const part = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  return {
    weekday: part('weekday'),
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}
