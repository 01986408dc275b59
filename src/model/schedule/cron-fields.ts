/** The five fields of a cron expression, in order. Source: POSIX.1-2024, crontab. */

/** What may stand in one field. */
export interface CronField {
  /** As in `is no hour`. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
  /** Names by three letters, the first for `min`. */
  readonly names?: readonly string[];
  /** The same in full, small letters. */
  readonly longNames?: readonly string[];
  /** Words that stand alone. */
  readonly special?: RegExp;
  /** `MON#1` and `FRI#L` are known, and 7 is 0. */
  readonly hasNth?: boolean;
  /** A range, for hints. */
  readonly example: string;
}

/** Weekdays in English, Sunday first as in cron. */
export const weekdayNames = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;

/** Months in English. */
export const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

const short = (name: string) => name.slice(0, 3).toUpperCase();

export const cronFields: readonly CronField[] = [
  { name: 'minute', min: 0, max: 59, example: '0-30' },
  { name: 'hour', min: 0, max: 23, example: '8-17' },
  // `1W` and `LW`: the first and the last working day.
  { name: 'day of the month', min: 1, max: 31, special: /^(?:L|LW|1W)$/i, example: '1-7' },
  {
    name: 'month',
    min: 1,
    max: 12,
    names: monthNames.map(short),
    longNames: monthNames,
    example: 'JAN-JUN',
  },
  {
    name: 'weekday',
    min: 0,
    max: 7,
    names: weekdayNames.map(short),
    longNames: weekdayNames,
    hasNth: true,
    example: 'MON-FRI',
  },
];
