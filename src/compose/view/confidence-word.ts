/** The three levels of confidence, in the brief's language. */
import { say, type ViewContext } from './context.ts';

const keys = {
  high: 'confidenceHigh',
  moderate: 'confidenceModerate',
  low: 'confidenceLow',
} as const;

/** A level → its word; what is no level stays as it is. */
export function confidenceWord(context: ViewContext, level: string): string {
  return Object.hasOwn(keys, level) ? say(context, keys[level as keyof typeof keys]) : level;
}
