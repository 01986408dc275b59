/**
 * Texts that begin with a sign which YAML takes for its own: @ and ` are reserved, [ { open lists and
 * groups, * & ! % | > and - all mean something. The whole text has to be quoted then.
 * Source: YAML 1.2.2, chapter 5.3 (indicator characters).
 */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Span } from '../../model/span.ts';
import { quoteHint } from './line.ts';
import type { Mistake } from './mistake.ts';

/** mistake → what is wrong with the start of the text, or undefined where it starts like any other. */
export function explainStart(mistake: Mistake): Diagnostic | undefined {
  const { file, line, error } = mistake;
  const { value, valueStart } = line;
  const span: Span = { file, start: valueStart, end: valueStart + Math.max(1, value.length) };
  const sign = /^(?:\{\{|\*\*|[[{\]}@`%,*&!|>?]|-(?= ))/.exec(value)?.[0];
  if (sign === undefined || error.pos[0] < valueStart) return undefined;
  if (sign === '[' || sign === '{') return bracket(mistake, span, sign);
  if (sign === '*' && line.key === undefined && /^\* /.test(value)) {
    const hint = 'begin each item of a list with a hyphen and a space: "- "';
    return diagnose('yaml-quote-needed', { start: '*' }, { span, hint });
  }
  if (sign === '-') {
    const hint = 'a list starts on the next line; put a text that begins with a hyphen in quotes';
    return diagnose('yaml-quote-needed', { start: '-' }, { span, hint });
  }
  if ((sign === '>' || sign === '|') && !isUsual(error.code)) return undefined;
  if (sign === '>' || sign === '|') {
    const hint = `after ${sign} the text starts on the next line, indented; or put it in quotes`;
    return diagnose('yaml-quote-needed', { start: sign }, { span, hint });
  }
  return diagnose('yaml-quote-needed', { start: sign }, { span, ...quoteHint(line) });
}

/** A Markdown link, a citation or a remark in brackets that starts a text; or a list gone wrong. */
function bracket({ line, error }: Mistake, span: Span, sign: '[' | '{'): Diagnostic | undefined {
  const isText =
    /^\[(?:-?@|\^)/.test(line.value) ||
    (error.code === 'UNEXPECTED_TOKEN' &&
      !/^[\]},]/.test(line.text.slice(error.pos[0] - line.start)));
  if (!isText) return undefined;
  return diagnose('yaml-quote-needed', { start: sign }, { span, ...quoteHint(line) });
}

function isUsual(code: string): boolean {
  return code === 'UNEXPECTED_TOKEN' || code === 'BAD_SCALAR_START' || code === 'MISSING_CHAR';
}
