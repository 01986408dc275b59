/** Counts in words. */

/** 1, 'brief' → `1 brief`; 2, 'brief' → `2 briefs`; 1200, 'word' → `1,200 words`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Milliseconds → `41 ms` below a second, else `2.4 s`. */
export function duration(timeMs: number): string {
  return timeMs < 999.5 ? `${Math.round(timeMs)} ms` : `${(timeMs / 1000).toFixed(1)} s`;
}
