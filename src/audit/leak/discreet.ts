/**
 * What is said while a document is built for an audience may be read by that audience (in the log of
 * a public build, say). Messages that name something withheld, or point into it, are counted, not
 * printed; of those whose line would show it, the line is left out.
 */
import { type Diagnostic, diagnose, hasErrors } from '../../model/diagnostic.ts';
import { entriesOf } from '../../model/entries.ts';
import { isCleared, type Marking, markingOf, mostRestricted } from '../../model/marking.ts';
import { defaultMarking, markOf, partMarks, portionMark } from '../../model/marks.ts';
import type { Span } from '../../model/span.ts';
import type { Checked, Entry, LoadedFile } from '../../model/stages.ts';
import { findLeaks } from './search.ts';
import { withheldFrom } from './withheld.ts';

/** diagnostics, the project, an audience → the same without those that would tell too much. */
export function discreet(
  diagnostics: readonly Diagnostic[],
  checked: Checked,
  files: readonly LoadedFile[],
  audience: Marking,
): readonly Diagnostic[] {
  if (diagnostics.length === 0 || audience === mostRestricted) return diagnostics;
  const withheld = withheldFrom(checked, audience);
  const secret = secretsOf(checked, audience);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const tells = (...said: readonly string[]) => {
    const text = said.join('\n');
    return namesOneOf(secret.ids, text) || findLeaks([{ where: '', text }], withheld).length > 0;
  };
  const tellsInWords = ({ message, hint = '', path = '', related = [] }: Diagnostic) =>
    tells(message, hint, path, ...related.map((one) => one.message));
  const known = entriesOf(checked.records).map(wholeOf);
  // A record that could not be read has no label that anybody knows: it counts as the strictest.
  const isUnknown = ({ span }: Diagnostic) =>
    span !== undefined && texts.has(span.file) && !known.some((one) => holds(one, span));
  const isInside = ({ span, related = [] }: Diagnostic) =>
    [span, ...related.map((one) => one.span)].some(
      (place) => place !== undefined && secret.spans.some((outer) => holds(outer, place)),
    );
  const hidden = new Set(
    diagnostics.filter(
      (one) =>
        // Which briefs were not built is in the table below as well.
        one.code !== 'brief-withheld' && (isUnknown(one) || isInside(one) || tellsInWords(one)),
    ),
  );
  // What may be said of a place may be shown without the line that is printed below it.
  const rest = diagnostics
    .filter((one) => !hidden.has(one))
    .map((one) => (tells(lineOf(one.span, texts)) ? { ...one, isLineHidden: true } : one));
  if (hidden.size === 0) return rest;
  const slots = { count: hidden.size, audience };
  const code = hasErrors([...hidden]) ? 'errors-withheld' : 'messages-withheld';
  return [...rest, diagnose(code, slots)];
}

/** Where withheld records and parts of records stand, and the ids of such records. */
interface Secrets {
  readonly spans: readonly Span[];
  readonly ids: ReadonlySet<string>;
}

function secretsOf({ records, attachments }: Checked, audience: Marking): Secrets {
  const fallback = defaultMarking(records);
  const entries = entriesOf(records);
  const isSecret = (entry: Entry) => {
    const label =
      entry.kind === 'brief'
        ? portionMark(entry as Entry<'brief'>, fallback)
        : markOf(entry, fallback);
    return !isCleared(label, audience);
  };
  const hidden = entries.filter(isSecret);
  const shownIds = new Set(entries.filter((entry) => !isSecret(entry)).map(({ id }) => id));
  const parts = entries.flatMap((entry) =>
    partMarks(entry.data)
      .filter(({ marking }) => !isCleared(marking, audience))
      .map(({ path }) => entry.file.locate([...entry.path, ...path])),
  );
  const rows = [...attachments.tables.values()].flatMap(({ rows: all, spans = [] }) =>
    spans.filter((_, index) => {
      const marking = all[index]?.marking;
      return marking !== null && marking !== undefined && !isCleared(markingOf(marking), audience);
    }),
  );
  return {
    spans: [...hidden.map(wholeOf), ...parts, ...rows],
    ids: new Set(hidden.map(({ id }) => id).filter((id) => !shownIds.has(id))),
  };
}

/** Ids are looked for as whole words, however short: a message too few is better than one too many. */
function namesOneOf(ids: ReadonlySet<string>, text: string): boolean {
  return (text.match(/[a-z][a-z0-9-]*/g) ?? []).some((word) => ids.has(word));
}

/** A record with its id. */
function wholeOf({ file, path }: Entry): Span {
  const value = file.locate(path);
  return path.length === 0 ? value : { ...value, start: file.locateKey(path).start };
}

function holds(outer: Span, inner: Span): boolean {
  return outer.file === inner.file && outer.start <= inner.end && inner.start <= outer.end;
}

/** The line of the file that would be printed below the message. */
function lineOf(span: Span | undefined, texts: ReadonlyMap<string, string>): string {
  const text = span === undefined ? undefined : texts.get(span.file);
  if (text === undefined || span === undefined) return '';
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const end = text.indexOf('\n', span.start);
  return text.slice(start, end === -1 ? undefined : end);
}
