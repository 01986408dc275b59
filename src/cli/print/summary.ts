/** What a build came to: a table of the briefs and a closing line. */
import type { BriefResult } from '../../run/brief-result.ts';
import type { Colours } from '../terminal.ts';
import { duration, plural } from './plural.ts';
import { formatTable } from './table.ts';

/** briefs, columns there are → lines of a table, its heads first; none where nothing was to be built. */
export function briefTable(briefs: readonly BriefResult[], columns: number): readonly string[] {
  const rows = briefs.filter(({ status }) => status !== 'withheld').map(rowOf);
  const heads = ['brief', 'pages', 'words', 'read', 'time', 'files'];
  return rows.length === 0 ? [] : formatTable(heads, rows, columns);
}

/** Everything that the closing line speaks of. */
export interface Closing {
  readonly briefs: readonly BriefResult[];
  /** The output folder as it is shown. */
  readonly folder: string;
  /** `2 errors, 1 warning`; undefined where there are none. */
  readonly problems: string | undefined;
  readonly elapsedMs: number;
  /** The label that was built for, where one was named. */
  readonly audience: string | undefined;
}

/** → `✓ 5 briefs in output/: 15 files written, in 2.4 s`. */
export function closingLine(closing: Closing, colour: Colours): string {
  const { briefs, folder, problems, elapsedMs, audience } = closing;
  const wanted = briefs.filter(({ status }) => status !== 'withheld');
  const whole = wanted.filter(({ status }) => status === 'built').length;
  const withheld = briefs.length - wanted.length;
  const files = briefs.flatMap((brief) => brief.files);
  const tail = [
    ...(withheld === 0 ? [] : [`${plural(withheld, 'brief')} not for ${audience ?? 'them'}`]),
    ...(problems === undefined ? [] : [problems]),
  ].map((part) => `; ${part}`);
  const took = `, in ${duration(elapsedMs)}`;
  if (files.length === 0) {
    const mark = wanted.length === 0 && withheld > 0 ? colour.yellow('!') : colour.red('✗');
    return `${mark} nothing was built; ${folder} is as it was${tail.join('')}${took}`;
  }
  const isWhole = whole === wanted.length;
  const mark = isWhole ? colour.green('✓') : colour.red('✗');
  const count = isWhole
    ? plural(whole, 'brief')
    : `${whole} of ${plural(wanted.length, 'brief')} complete`;
  return `${mark} ${count} in ${folder}: ${fatesOf(files)}${tail.join('')}${took}`;
}

function rowOf(brief: BriefResult): string[] {
  const { id, pages, words, readMinutes, timeMs } = brief;
  return [
    id,
    pages === undefined ? '–' : String(pages),
    words === undefined ? '–' : words.toLocaleString('en-US'),
    readMinutes === undefined ? '–' : `${readMinutes} min`,
    timeMs === 0 ? '–' : duration(timeMs),
    filesOf(brief),
  ];
}

/** `md html pdf`, each format once; `×3` where a brief comes in three languages. */
function filesOf({ status, files, missing }: BriefResult): string {
  if (status === 'failed') return 'not built';
  const byFormat = Map.groupBy(files, ({ format }) => format);
  const made = [...byFormat].map(([format, group]) => {
    const times = group.length === 1 ? '' : ` ×${group.length}`;
    const isBeside = group.some(({ fate }) => fate === 'held-back');
    return `${format}${times}${isBeside ? ' (beside the old one)' : ''}`;
  });
  const lost = missing.map((format) => `no ${format}`).join(', ');
  return `${made.join(' ')}${lost === '' ? '' : ` (${lost})`}`;
}

function fatesOf(files: BriefResult['files']): string {
  const unchanged = files.filter(({ fate }) => fate === 'unchanged').length;
  const written = files.length - unchanged;
  if (written === 0) return `${plural(unchanged, 'file')}, nothing had changed`;
  return `${plural(written, 'file')} written${unchanged === 0 ? '' : `, ${unchanged} unchanged`}`;
}
