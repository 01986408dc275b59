/** Quotation marks: never closed, closed too early, or curly. */
import { type Document, visit } from 'yaml';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { lineAt } from './line.ts';
import type { Mistake } from './mistake.ts';

/** mistake → what is wrong with its quotation marks, or undefined where they are not to blame. */
export function explainQuotes(mistake: Mistake): Diagnostic | undefined {
  const { error, line } = mistake;
  if (error.code === 'MISSING_CHAR' && error.message.endsWith('quote')) return unclosed(mistake);
  if (error.code === 'UNEXPECTED_TOKEN' && /^["']/.test(line.value)) return closedEarly(mistake);
  return undefined;
}

/** The library notices at the end; the author wants to see the beginning. */
function unclosed({ file, text, error, document }: Mistake): Diagnostic {
  const mark = error.message.includes('"') ? '"' : "'";
  const start = openingOf(document, error.pos[0]) ?? error.pos[0];
  const { end } = lineAt(text, start);
  const problem = 'the quotation mark at the start of this text is never closed';
  const hint =
    mark === "'"
      ? `close it; where it is an apostrophe, put the text in double quotes: "${text.slice(start, end)}"`
      : 'close it with " at the end of the text';
  const span = { file, start, end: Math.max(end, start + 1) };
  return diagnose('yaml-syntax', { problem }, { span, hint });
}

/** The quoted text that was still open at an offset. */
function openingOf(document: Document, offset: number): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      const isQuoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (isQuoted && range && range[0] <= offset && offset <= range[1]) opening = range[0];
    },
  });
  return opening;
}

function closedEarly({ file, error, line }: Mistake): Diagnostic {
  const mark = line.value.charAt(0);
  const start = Math.max(line.valueStart, Math.min(error.pos[0], line.end) - 1);
  const problem = 'the quotation mark before this closes the text too early';
  const hint =
    mark === "'"
      ? `write an apostrophe inside '…' twice (''), or put the text in double quotes: "…"`
      : `write a quotation mark inside "…" as \\", or put the whole text in single quotes: '…'`;
  const span = { file, start: Math.max(start, error.pos[0]), end: line.end };
  return diagnose('yaml-syntax', { problem }, { span, hint });
}
