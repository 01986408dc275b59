/** Quotation marks: never closed, closed too early, or curly. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { type Line, lineAt } from './line.ts';
import type { Mistake } from './mistake.ts';

/** mistake → what is wrong with its quotation marks, or undefined where they are not to blame. */
export function explainQuotes(mistake: Mistake): Diagnostic | undefined {
  const { error, line } = mistake;
  if (error.code === 'MISSING_CHAR' && error.message.endsWith('quote')) return unclosed(mistake);
  if (error.code === 'UNEXPECTED_TOKEN' && /^["']/.test(line.value)) return closedEarly(mistake);
  return undefined;
}

/** The library notices at the end; the author wants to see the beginning. */
function unclosed({ file, text, error }: Mistake): Diagnostic {
  const mark = error.message.includes('"') ? '"' : "'";
  const line = openingLine(text, error.pos[0], mark);
  const span = {
    file,
    start: line.valueStart,
    end: line.valueStart + Math.max(1, line.value.length),
  };
  const problem = 'the quotation mark at the start of this text is never closed';
  const hint =
    mark === "'"
      ? `close it; where it is an apostrophe, put the text in double quotes: "${line.value}"`
      : 'close it with " at the end of the text';
  return diagnose('yaml-syntax', { problem }, { span, hint });
}

/** The line above whose value opens with the mark; the error's own line where none does. */
function openingLine(text: string, offset: number, mark: string): Line {
  let opening: Line | undefined;
  for (let at = offset; at >= 0; ) {
    const line = lineAt(text, at);
    if (line.value.startsWith(mark)) opening ??= line;
    if (opening !== undefined) break;
    at = line.start - 1;
  }
  return opening ?? lineAt(text, offset);
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
