/** How Vega itself writes numbers and dates: only an author's own specification asks it to. */

/** BCP 47 tag → Vega's form of what `Intl` knows of the language. */
export function vegaLocale(lang: string) {
  const parts = new Intl.NumberFormat(lang).formatToParts(-1_234_567.5);
  const part = (type: Intl.NumberFormatPartTypes) =>
    parts.find((one) => one.type === type)?.value ?? '';
  const names = (options: Intl.DateTimeFormatOptions, moments: readonly number[]) => {
    const format = new Intl.DateTimeFormat(lang, {
      timeZone: 'UTC',
      calendar: 'gregory',
      ...options,
    });
    return moments.map((moment) => format.format(moment));
  };
  const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 1));
  // 2023 began with a Sunday, as Vega's weeks do.
  const days = Array.from({ length: 7 }, (_, day) => Date.UTC(2023, 0, 1 + day));
  return {
    number: {
      decimal: part('decimal') || '.',
      thousands: part('group') || ',',
      grouping: [3],
      currency: ['', ''],
    },
    time: {
      dateTime: '%x, %X',
      date: '%Y-%m-%d',
      time: '%H:%M:%S',
      periods: ['AM', 'PM'],
      days: names({ weekday: 'long' }, days),
      shortDays: names({ weekday: 'short' }, days),
      months: names({ month: 'long' }, months),
      shortMonths: names({ month: 'short' }, months),
    },
  };
}
