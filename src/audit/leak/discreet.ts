/**
 * What is said while a document is built for an audience may be read by that audience (in the log of
 * a public build, say). Messages that name or show something withheld are counted, not printed.
 */
import { type Diagnostic, diagnose, hasErrors } from '../../model/diagnostic.ts';
import { entriesOf } from '../../model/entries.ts';
import { type Marking, mostRestricted } from '../../model/marking.ts';
import type { Span } from '../../model/span.ts';
import type { Checked, LoadedFile } from '../../model/stages.ts';
import { findLeaks } from './search.ts';
import { withheldFrom } from './withheld.ts';

/** diagnostics, the project, an audience → the same without those that would tell too much. */
export function discreet(
  diagnostics: readonly Diagnostic[],
  checked: Checked,
  files: readonly LoadedFile[],
  audience: Marking,
): readonly Diagnostic[] {
  const withheld = withheldFrom(checked, audience);
  if (diagnostics.length === 0 || audience === mostRestricted) return diagnostics;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const tells = ({ message, hint = '', path = '', span, related = [] }: Diagnostic) => {
    const shown = [span, ...related.map((one) => one.span)].map((one) => lineOf(one, texts));
    const said = [message, hint, path, ...related.map((one) => one.message), ...shown];
    return findLeaks([{ where: 'a message', text: said.join('\n') }], withheld).length > 0;
  };
  const known = entriesOf(checked.records).map((entry) => entry.file.locate(entry.path));
  // A record that could not be read has no label that anybody knows: it counts as the strictest.
  const isUnknown = ({ span }: Diagnostic) =>
    span !== undefined && texts.has(span.file) && !known.some((one) => holds(one, span));
  const hidden = diagnostics.filter((one) => isUnknown(one) || tells(one));
  if (hidden.length === 0) return diagnostics;
  const slots = { count: hidden.length, audience };
  const code = hasErrors(hidden) ? 'errors-withheld' : 'messages-withheld';
  return [...diagnostics.filter((one) => !hidden.includes(one)), diagnose(code, slots)];
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
