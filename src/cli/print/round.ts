/** One round of a watch: a line for what has changed, a line for what came of it. */
import type { Round } from '../../run/watch/watch-builds.ts';
import type { Colours } from '../terminal.ts';
import { duration, plural } from './plural.ts';

/** So many names are listed; the rest is counted. */
const mostNamed = 4;

/** What the lines say besides the round itself. */
export interface RoundOptions {
  /** Something in the data kept everything from being built. */
  readonly isStopped: boolean;
  /** `2 errors, 1 warning`; undefined where there are none. */
  readonly problems: string | undefined;
  /** Time of day, as in `14:03:22`. */
  readonly time: string;
}

/** round → its lines. */
export function roundLines(
  { changes, result, timeMs }: Round,
  { isStopped, problems, time }: RoundOptions,
  colour: Colours,
): readonly string[] {
  const stamp = colour.dim(time);
  const paths = changes.map(({ path, kind }) => `${path} ${kind}`);
  const rebuilt = result.briefs.filter(({ status }) => status === 'built' || status === 'partial');
  const failed = result.briefs.filter(({ status }) => status === 'failed');
  const names = (briefs: Round['result']['briefs']) => listed(briefs.map(({ id }) => id));
  const what = [
    ...(rebuilt.length === 0 ? [] : [`rebuilt ${names(rebuilt)}`]),
    ...(failed.length === 0 ? [] : [`could not build ${names(failed)}`]),
    ...(isStopped ? ['nothing was built, the documents are as they were'] : []),
  ];
  const says = what.length === 0 ? 'no document is touched' : what.join('; ');
  const mark = isStopped || failed.length > 0 ? colour.red('✗') : colour.green('✓');
  const tail = problems === undefined ? '' : `; ${problems}`;
  return [`${stamp} ${listed(paths)}`, `${stamp} ${mark} ${says}${tail}, in ${duration(timeMs)}`];
}

function listed(names: readonly string[]): string {
  if (names.length <= mostNamed) return names.join(', ');
  return `${names.slice(0, mostNamed).join(', ')} and ${plural(names.length - mostNamed, 'other')}`;
}
