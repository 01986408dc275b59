/** A passage of the page → where it was written, and what the record that holds it rests on. */
import type { Project } from '../../compile.ts';
import { refOf } from '../../model/place.ts';
import { positionAt } from '../../model/span.ts';
import { labelOf } from '../graph/find-record.ts';
import { evidenceOf } from './evidence.ts';
import { findPassage, type Pointed } from './find-passage.ts';
import type { Locate } from './locate.ts';
import type { SourceView } from './messages.ts';
import type { RecordAt } from './ranges.ts';

/** So many lines are shown before and after the one that is meant. */
const neighbours = 2;

/** The project as it was when the page was made. */
export interface Pages {
  readonly project: Pick<Project, 'loaded' | 'resolved'>;
  readonly recordAt: RecordAt;
  readonly locate: Locate;
}

/** `data/findings.yaml:120-180` as the page has it, what was pointed at → its source, or undefined. */
export function sourceView(
  { project, recordAt, locate }: Pages,
  origin: string,
  pointed: Pointed,
): SourceView | undefined {
  const [, encoded, from, to] = /^(.+):(\d+)-(\d+)$/.exec(origin) ?? [];
  // Only files that were read as data have origins, so no path of a request ever reaches the disk.
  const file = project.loaded.files.find(({ path }) => encoded === asWritten(path));
  if (file === undefined) return undefined;
  const start = Number(from);
  const at = start + findPassage(file.text.slice(start, Number(to)), pointed);
  const { line, column } = positionAt(file.text, at);
  const entry = recordAt({ file: file.path, start: at });
  const lines = file.text.split('\n');
  const first = Math.max(0, line - 1 - neighbours);
  return {
    where: locate.link({ file: file.path, line, column }),
    lines: lines
      .slice(first, line + neighbours)
      .map((text, index) => ({ line: first + index + 1, text })),
    ...(entry === undefined ? {} : { record: { ref: refOf(entry), label: labelOf(entry) } }),
    evidence: entry === undefined ? [] : evidenceOf(project, entry, { start: at }, locate),
  };
}

/** As `writeOrigins` encodes it. */
function asWritten(path: string): string {
  return encodeURI(path).replaceAll('-', '%2D');
}
