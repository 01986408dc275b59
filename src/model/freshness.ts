/**
 * How long what we know holds. A record is stale once its review is overdue, or once it is older than
 * the half-life of its kind; what rests on something stale is stale with it.
 */
import { latestDay, parseDate } from './edtf.ts';
import type { Data } from './schema/kinds.ts';
import type { Entry, Records } from './stages.ts';

/** Since when a record is stale, and why. Days are ISO dates. */
export interface Staleness {
  readonly since: string;
  readonly reason: 'review' | 'half-life' | 'finding';
  /** The finding that is stale, where it is not the record itself. */
  readonly finding?: string;
}

const dayMs = 86_400_000;

/** finding, the office's half-lives, a day → why it is stale on that day, or undefined. */
export function findingStaleness(
  { data }: Entry<'finding'>,
  halfLives: Readonly<Record<string, number>>,
  day: string,
): Staleness | undefined {
  const review = reviewStaleness(data, day);
  const confirmed = dayOf(data.asOf);
  const halfLife = halfLives[data.kind ?? 'default'] ?? halfLives.default;
  const expiry =
    confirmed === undefined || halfLife === undefined ? undefined : addDays(confirmed, halfLife);
  const aged: Staleness | undefined =
    expiry !== undefined && expiry < day ? { since: expiry, reason: 'half-life' } : undefined;
  return earlier(review, aged);
}

/** takeaway's data, records, a day → why it is stale, by itself or by one of its findings. */
export function takeawayStaleness(
  data: Data<'takeaway'>,
  records: Records,
  day: string,
): Staleness | undefined {
  const halfLives = halfLivesOf(records);
  const below = data.findings.flatMap((id): Staleness[] => {
    const finding = records.finding.get(id);
    const stale = finding && findingStaleness(finding, halfLives, day);
    return stale === undefined ? [] : [{ since: stale.since, reason: 'finding', finding: id }];
  });
  return below.reduce<Staleness | undefined>(
    (oldest, one) => earlier(oldest, one),
    reviewStaleness(data, day),
  );
}

/** Days until a finding is stale, by kind; `default` for the others. */
export function halfLivesOf(records: Records): Readonly<Record<string, number>> {
  const [publisher] = records.publisher.values();
  return publisher?.data.halfLives ?? {};
}

/** The day as of which a brief speaks: its last update, else its date of issue. */
export function speakingDay({ data }: Entry<'brief'>): string | undefined {
  return dayOf(data.updated ?? data.issued);
}

function reviewStaleness(
  { reviewBy }: { reviewBy?: string | number | undefined },
  day: string,
): Staleness | undefined {
  const due = dayOf(reviewBy);
  return due !== undefined && due < day ? { since: due, reason: 'review' } : undefined;
}

/** The last day that a date can mean: a review due in June is overdue in July. */
function dayOf(value: string | number | undefined): string | undefined {
  if (value === undefined) return undefined;
  const parsed = parseDate(String(value));
  return parsed.ok ? latestDay(parsed.date) : undefined;
}

function addDays(day: string, count: number): string {
  const timeMs = Date.parse(`${day}T00:00:00Z`) + count * dayMs;
  return Number.isNaN(timeMs) ? day : new Date(timeMs).toISOString().slice(0, 10);
}

function earlier(a: Staleness | undefined, b: Staleness | undefined): Staleness | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return b.since < a.since ? b : a;
}
