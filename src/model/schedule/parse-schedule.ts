/** A schedule as somebody wrote it, in words or as a cron expression → the patterns it stands for. */
import { parseCron } from './cron.ts';
import type { ScheduleReading } from './reading.ts';
import { parseWords } from './words.ts';

/** text → patterns, or the first thing that is wrong with it. */
export function parseSchedule(text: string): ScheduleReading {
  return looksLikeCron(text) ? parseCron(text) : parseWords(text);
}

/** Words hold letters or a time such as 07:00 from the start; two fields of a cron expression do not. */
function looksLikeCron(text: string): boolean {
  const [first = '', second = ''] = text.trim().split(/\s+/);
  if (first.startsWith('@')) return true;
  return /^[\d*?/,-]+$/.test(first) && /^[\d*?/,-]+$/.test(second);
}
