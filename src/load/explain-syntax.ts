/**
 * The YAML library's errors → ours, in words for people who have never heard of a scalar. Most
 * mistakes show in the line they stand on: a text that begins with a sign YAML takes for its own, a
 * colon in the middle, a missing blank. So the line is read first and the library's code second.
 */
import type { Document, YAMLError } from 'yaml';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { explainIndent } from './syntax/indent.ts';
import { lineAt } from './syntax/line.ts';
import type { Mistake } from './syntax/mistake.ts';
import { explainQuotes } from './syntax/quotes.ts';
import { explainStart } from './syntax/start.ts';

/** file, text, tree with errors → one diagnostic a mistake, without those that follow from another. */
export function explainSyntax(file: string, text: string, { errors }: Document): Diagnostic[] {
  const found: Diagnostic[] = [];
  const lines = new Set<number>();
  for (const error of errors) {
    const mistake: Mistake = { file, text, error, line: lineAt(text, error.pos[0]) };
    const diagnostic = explain(mistake);
    const places = [mistake.line.start, lineAt(text, diagnostic.span?.start ?? 0).start];
    if (places.some((place) => lines.has(place))) continue;
    found.push(diagnostic);
    for (const place of places) lines.add(place);
    if (endsReading(error)) break;
  }
  return found;
}

/** After these the rest of the file was not understood, and what is said of it helps nobody. */
function endsReading({ code, message }: YAMLError): boolean {
  return (
    message.endsWith('in YAML stream') ||
    / in YAML stream: /.test(message) ||
    code === 'MULTIPLE_DOCS'
  );
}

function explain(mistake: Mistake): Diagnostic {
  return (
    explainWhole(mistake) ??
    explainBlank(mistake) ??
    explainQuotes(mistake) ??
    explainStart(mistake) ??
    explainIndent(mistake) ??
    explainRest(mistake)
  );
}

function explainWhole({ file, text, error }: Mistake): Diagnostic | undefined {
  const [start, end] = error.pos;
  if (error.code === 'TAB_AS_INDENT') {
    return diagnose('yaml-tab', {}, { span: { file, start, end: Math.max(end, start + 1) } });
  }
  if (error.code !== 'MULTIPLE_DOCS') return undefined;
  const { end: lineEnd } = lineAt(text, start);
  return diagnose('yaml-several-documents', {}, { span: { file, start, end: lineEnd } });
}

/** A blank that is no space, where YAML needs one: typed on a Mac with the Alt key, or pasted. */
function explainBlank({ file, text, error, line }: Mistake): Diagnostic | undefined {
  const to = lineAt(text, Math.max(error.pos[0], error.pos[1] - 1)).end;
  const touched = text.slice(line.start, to);
  const match =
    /^ *((?:(?! )\p{Zs})+)/mu.exec(touched) ??
    /^ *(?:- +)*[\w-]+:((?:(?! )\p{Zs})+)/mu.exec(touched);
  if (match === null) return undefined;
  const end = line.start + match.index + match[0].length;
  const start = end - (match[1] ?? '').length;
  return diagnose('yaml-blank', {}, { span: { file, start, end } });
}

function explainRest({ file, text, error, line }: Mistake): Diagnostic {
  const [start, end] = error.pos;
  const span: Span = {
    file,
    start,
    end: Math.min(Math.max(end, start + 1), Math.max(line.end, start + 1)),
  };
  const say = (problem: string, hint: string) =>
    diagnose('yaml-syntax', { problem }, { span, hint });
  switch (error.code) {
    case 'BAD_DQ_ESCAPE':
      return diagnose(
        'yaml-syntax',
        { problem: 'this backslash means nothing inside "…"' },
        {
          span: { file, start, end: start + 2 },
          hint: "write \\\\ for a backslash, or use single quotes '…'",
        },
      );
    case 'MISSING_CHAR':
      return say(
        'a colon or a closing bracket is missing here',
        'write "field: value", with a space after the colon',
      );
    case 'UNEXPECTED_TOKEN':
      return say(
        `${quoted(text.slice(span.start, span.end))} does not belong here`,
        'check brackets and quotation marks on this line and the one above it',
      );
    case 'BAD_ALIAS':
      return say(
        'YAML takes * and & at the start of a word for its own signs',
        'put the whole text in quotation marks',
      );
    default:
      return say(
        error.message.charAt(0).toLowerCase() + error.message.slice(1),
        'compare with a neighbouring record that works',
      );
  }
}

function quoted(text: string): string {
  const [first = ''] = text.trim().split('\n');
  return first.length > 24 ? `"${first.slice(0, 23)}…"` : `"${first}"`;
}
