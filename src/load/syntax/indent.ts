/** Indents, colons and what a line is to the one above it. */
import { type Document, visit } from 'yaml';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { type Line, lineAbove, lineAt, quoteHint } from './line.ts';
import type { Mistake } from './mistake.ts';

/** mistake → what is wrong with its colon or its indent, or undefined. */
export function explainIndent(mistake: Mistake): Diagnostic | undefined {
  const tight = tightHyphen(mistake);
  if (tight !== undefined) return tight;
  switch (mistake.error.code) {
    case 'BLOCK_AS_IMPLICIT_KEY':
      return itemAmongFields(mistake) ?? runsOn(mistake) ?? colon(mistake);
    case 'MULTILINE_IMPLICIT_KEY':
      return noColon(mistake);
    case 'MISSING_CHAR':
      if (/map values$/.test(mistake.error.message)) return noColon(mistake);
      return /^Sequence item/.test(mistake.error.message) ? outOfLine(mistake) : undefined;
    case 'BAD_INDENT':
      return outOfLine(mistake);
    default:
      return undefined;
  }
}

/** `-title: …`: without a space the hyphen is a letter, and the lines below do not fit. */
function tightHyphen({ file, text, line }: Mistake): Diagnostic | undefined {
  const above = lineAbove(text, line);
  for (const one of above === undefined ? [line] : [line, above]) {
    const tight = /^[ ]*-(?=[\w"']+:(?: |$))/.exec(one.text);
    if (tight === null) continue;
    const problem = 'there is no space after the hyphen';
    const start = one.start + tight[0].length - 1;
    const span = { file, start, end: Math.max(start + 1, one.start + one.text.trimEnd().length) };
    return diagnose('yaml-syntax', { problem }, { span, hint: 'write "- ", with a space' });
  }
  return undefined;
}

function itemAmongFields({ file, line, error }: Mistake): Diagnostic | undefined {
  if (!/sequence/.test(error.message)) return undefined;
  const problem = 'this item of a list stands among fields';
  const hint = 'a list needs a field of its own: its name and a colon above, the items below it';
  return diagnose('yaml-syntax', { problem }, { span: spanOfLine(file, line), hint });
}

/** The line below is a field of its own, but stands so far in that it belongs to this text. */
function runsOn({ file, text, line }: Mistake): Diagnostic | undefined {
  if (/: |:$/.test(line.value) || line.value === '') return undefined;
  let below = lineAt(text, line.end + 1);
  while (below.end < text.length && !/:(?: |$)/.test(below.text))
    below = lineAt(text, below.end + 1);
  const above = lineAbove(text, line);
  if (above !== undefined && indentOf(above) === indentOf(below)) {
    return notAligned(file, line);
  }
  const problem = 'this line is indented as if it belonged to the text above it';
  const hint =
    below.key === undefined || !/^[\w-]+$/.test(below.key)
      ? 'if it does, put the whole text in quotation marks, because of the colon'
      : 'give the line the same indent as its neighbours';
  return diagnose('yaml-syntax', { problem }, { span: spanOfLine(file, below), hint });
}

function colon({ file, line }: Mistake): Diagnostic {
  const span = {
    file,
    start: line.valueStart,
    end: line.valueStart + Math.max(1, line.value.length),
  };
  const isCurly = /^[“”„«‘’]/.test(line.value);
  const hint = 'YAML knows straight quotation marks only: replace “ and ” around the text with "';
  const label = /^TLP: *(\S+)$/i.exec(line.value)?.[1];
  if (label !== undefined) {
    return diagnose('yaml-colon', {}, { span, hint: `write it without a space: TLP:${label}` });
  }
  return diagnose('yaml-colon', {}, { span, ...(isCurly ? { hint } : quoteHint(line)) });
}

/** A line with words and no ": " in it, among lines that have one. */
function noColon({ file, text, line }: Mistake): Diagnostic {
  const tight = /^([\w-]+):(?=\S)/.exec(line.text.slice(line.content - line.start));
  if (tight !== null) {
    const problem = 'there is no space after the colon';
    const hint = `write "${tight[1]}: …", with a space`;
    const span = { file, start: line.content, end: line.content + tight[0].length };
    return diagnose('yaml-syntax', { problem }, { span, hint });
  }
  const above = lineAbove(text, line);
  const span = spanOfLine(file, line);
  if (above !== undefined && isCut(above, line)) return cut(file, above);
  const isBlock = above !== undefined && /[|>][-+\d]*$/.test(above.value);
  const problem = 'this line is neither a field nor part of the text above it';
  const hint = isBlock
    ? 'indent the text by two more spaces than the field it belongs to'
    : 'if it is a field, write a colon and a space after its name; if it goes on with the text above, indent it more';
  return diagnose('yaml-syntax', { problem }, { span, hint });
}

function outOfLine(mistake: Mistake): Diagnostic {
  const { file, text, error, line: at } = mistake;
  const line = filledLine(text, at);
  const above = lineAbove(text, line);
  if (above !== undefined && isCut(above, line)) return cut(file, above);
  if (/^Flow/.test(error.message)) return openBracket(mistake);
  return notAligned(file, line);
}

function notAligned(file: string, line: Line): Diagnostic {
  const problem = 'this line does not line up with the others of its list or group';
  const hint = 'give it the same indent as its neighbours, in spaces';
  return diagnose('yaml-syntax', { problem }, { span: spanOfLine(file, line), hint });
}

/** The library points at the blank line before the one that is meant. */
function filledLine(text: string, line: Line): Line {
  let filled = line;
  while (filled.text.trim() === '' && filled.end < text.length)
    filled = lineAt(text, filled.end + 1);
  return filled;
}

/** The bracket was opened some lines above; that is where it should have been closed. */
function openBracket({ file, text, error, document, line }: Mistake): Diagnostic {
  const start = openingOf(document, error.pos[0]) ?? line.content;
  const isList = text[start] === '[';
  const problem = `the bracket ${isList ? '[' : '{'} is opened here and never closed`;
  const hint = `close it with ${isList ? ']' : '}'} at its end`;
  const span = { file, start, end: Math.max(start + 1, lineAt(text, start).end) };
  return diagnose('yaml-syntax', { problem }, { span, hint });
}

/** The innermost list or group in brackets that was still open at an offset. */
function openingOf(document: Document, offset: number): number | undefined {
  let opening: number | undefined;
  visit(document, {
    Collection(_, { flow, range }) {
      if (flow === true && range && range[0] < offset && offset <= range[2]) opening = range[0];
    },
  });
  return opening;
}

/** An unquoted text that goes on below cannot hold " #": the rest of its line is a comment. */
function isCut(above: Line, line: Line): boolean {
  const goesOn = above.key === undefined || indentOf(line) > indentOf(above);
  return goesOn && /^[^"'#|>].* #/.test(above.value);
}

/** Columns before the first word or hyphen. */
function indentOf({ text }: Line): number {
  return text.length - text.trimStart().length;
}

function cut(file: string, line: Line): Diagnostic {
  const start = line.valueStart + line.value.indexOf(' #') + 1;
  const cutHere = diagnose('text-cut-by-comment', {}, { span: { file, start, end: line.end } });
  return { ...cutHere, severity: 'error' };
}

function spanOfLine(file: string, { text, start }: Line) {
  const from = start + text.length - text.trimStart().length;
  return { file, start: from, end: Math.max(from + 1, start + text.trimEnd().length) };
}
