/** A passage of the page → where it was written, and what the record that holds it rests on. */

import { refOf } from '../../model/place.ts';
import { positionAt } from '../../model/span.ts';
import type { Entry, LoadedFile } from '../../model/stages.ts';
import type { Project } from '../../read-project.ts';
import { findRecord, labelOf } from '../graph/find-record.ts';
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

/**
 * `data/findings.yaml:120-180` or `source/usa-today-2019` as the page has it, what was pointed at → its
 * source, or undefined.
 */
export function sourceView(pages: Pages, origin: string, pointed: Pointed): SourceView | undefined {
  const { project } = pages;
  const [, encoded, from, to] = /^(.+):(\d+)-(\d+)$/.exec(origin) ?? [];
  if (encoded === undefined) return recordView(pages, origin);
  // Only files that were read as data have origins, so no path of a request ever reaches the disk.
  const file = project.loaded.files.find(({ path }) => encoded === asWritten(path));
  if (file === undefined) return undefined;
  const start = Number(from);
  const at = start + findPassage(file.text.slice(start, Number(to)), pointed);
  return viewOf(pages, file, at, pages.recordAt({ file: file.path, start: at }));
}

/** What has no place of its own leads to the record that it was made from. */
function recordView(pages: Pages, ref: string): SourceView | undefined {
  const entry = findRecord(pages.project.resolved.records, ref);
  if (entry === undefined) return undefined;
  return viewOf(pages, entry.file, entry.file.locateKey(entry.path).start, entry);
}

function viewOf(
  { project, locate }: Pages,
  file: LoadedFile,
  at: number,
  entry: Entry | undefined,
): SourceView {
  const { line, column } = positionAt(file.text, at);
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
