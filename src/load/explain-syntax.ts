/**
 * The YAML library's errors → ours, in words for people who have never heard of a scalar. Most
 * mistakes show in the line they stand on: a text that begins with a sign YAML takes for its own, a
 * colon in the middle, a missing blank. So the line is read first and the library's code second.
 */
import type { Document, YAMLError } from 'yaml';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { explainIndent } from './syntax/indent.ts';
import { lineAbove, lineAt, quoteHint } from './syntax/line.ts';
import type { Mistake } from './syntax/mistake.ts';
import { explainQuotes } from './syntax/quotes.ts';
import { explainStart } from './syntax/start.ts';

/**
 * file, text, tree with errors → one diagnostic a mistake. The parser stumbles on after a mistake, so
 * within one record only the first is told, and of a file with tabs nothing but the tabs.
 */
export function explainSyntax(file: string, text: string, document: Document): Diagnostic[] {
  const { errors } = document;
  const tabs = errors.filter(({ code, pos }) => code === 'TAB_AS_INDENT' || tabsAt(text, pos[0]));
  const found: Diagnostic[] = [];
  let clearFrom = 0;
  for (const error of tabs.length > 0 ? tabs : errors) {
    // What does not line up after a mistake was pushed out of line by it.
    if (error.code === 'BAD_INDENT' && found.length > 0) continue;
    const line = lineAt(text, error.pos[0]);
    const mistake: Mistake = { file, text, error, document, line };
    if (mistake.line.start < clearFrom) continue;
    // The list was torn by the first mistake; its other items do not stand wrong.
    if (found.length > 0 && structural.has(error.code) && /^ *- /.test(line.text)) continue;
    const diagnostic = explain(mistake);
    found.push(diagnostic);
    clearFrom = recordAfter(text, Math.max(mistake.line.end, diagnostic.span?.start ?? 0));
    if (endsReading(error)) break;
  }
  return found;
}

/** The blanks before a line's words, where a tab is among them; the library has other names for some. */
function tabsAt(text: string, offset: number): { start: number; end: number } | undefined {
  const { start, text: line } = lineAt(text, offset);
  const blanks = /^[ \t]*\t[ \t]*(?=\S)/.exec(line)?.[0];
  if (blanks === undefined) return undefined;
  return { start: start + blanks.indexOf('\t'), end: start + blanks.length };
}

/** What the library says where lines do not stand in the order that they need. */
const structural: ReadonlySet<string> = new Set([
  'BLOCK_AS_IMPLICIT_KEY',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
]);

/** Where the next record or field of a brief begins: a name or an item, indented by two at most. */
function recordAfter(text: string, offset: number): number {
  const next = /\n {0,2}(?:- |[\w-]+:(?=\s))/g;
  next.lastIndex = offset;
  const match = next.exec(text);
  return match === null ? text.length : match.index + 1;
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
  const tabs = tabsAt(text, start);
  if (tabs !== undefined && error.code !== 'MULTIPLE_DOCS') {
    return diagnose('yaml-tab', {}, { span: { file, ...tabs } });
  }
  if (error.code === 'TAB_AS_INDENT') {
    return diagnose('yaml-tab', {}, { span: { file, start, end: Math.max(end, start + 1) } });
  }
  if (error.code !== 'MULTIPLE_DOCS') return undefined;
  const { end: lineEnd } = lineAt(text, start);
  return diagnose('yaml-several-documents', {}, { span: { file, start, end: lineEnd } });
}

/** A blank that is no space, where YAML needs one: typed on a Mac with the Alt key, or pasted. */
function explainBlank({ file, text, error, line: at }: Mistake): Diagnostic | undefined {
  // After a line that such a blank made a field of its own, the next one is out of line.
  const above = error.code === 'BAD_INDENT' ? lineAbove(text, at) : undefined;
  const line = above !== undefined && /^ *(?! )\p{Zs}/u.test(above.text) ? above : at;
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
        'a comma, a colon or a closing bracket is missing here',
        'compare with a neighbouring line that works',
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
    case 'BLOCK_IN_FLOW':
      return inBrackets(file, text, error);
    default:
      return say(
        error.message.charAt(0).toLowerCase() + error.message.slice(1),
        'compare with a neighbouring record that works',
      );
  }
}

/** A list with hyphens, or a text with a colon in it, between brackets. */
function inBrackets(file: string, text: string, { pos: [start, to] }: YAMLError): Diagnostic {
  const inside = text.slice(start, to).trimEnd();
  const end =
    start + Math.max(1, inside.indexOf('\n') === -1 ? inside.length : inside.indexOf('\n'));
  const span = { file, start, end };
  if (/^- /.test(inside)) {
    const problem = 'a list with hyphens cannot stand inside brackets';
    const hint = 'write [one, two], or leave the brackets out';
    return diagnose('yaml-syntax', { problem }, { span, hint });
  }
  return diagnose('yaml-colon', {}, { span, ...quoteHint({ value: text.slice(start, end) }) });
}

function quoted(text: string): string {
  const [first = ''] = text.trim().split('\n');
  return first.length > 24 ? `"${first.slice(0, 23)}…"` : `"${first}"`;
}
