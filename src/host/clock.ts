/** The time of day, and the moment that reproducible builds put in its place. */
import { type Clock, HostError } from '../model/host.ts';

/** The part of the environment that a clock looks at. */
export interface ClockEnvironment {
  readonly SOURCE_DATE_EPOCH?: string | undefined;
}

/** Last second that a `Date` can hold. Source: ECMA-262, "Time Values and Time Range". */
const lastSecond = 8.64e12;

/**
 * environment → the machine's clock. Throws `variable-malformed` where SOURCE_DATE_EPOCH is set but is
 * no count of seconds. Source: https://reproducible-builds.org/specs/source-date-epoch/
 */
export function createClock(environment: ClockEnvironment = process.env): Clock {
  return { now: () => Date.now(), sourceDateMs: sourceDateMs(environment.SOURCE_DATE_EPOCH) };
}

function sourceDateMs(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds <= lastSecond) return seconds * 1000;
  throw new HostError(
    'variable-malformed',
    `the variable SOURCE_DATE_EPOCH is ${JSON.stringify(text)}, not a count of seconds since 1970`,
    { hint: 'set it to a whole number, as in SOURCE_DATE_EPOCH=1767225600, or unset it' },
  );
}
