/** Diagnostics → what the page prints of them: the same words and frames as the terminal. */
import { codeFrame } from '../../model/code-frame.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { compareCodePoints } from '../../model/order.ts';
import type { Span } from '../../model/span.ts';
import type { Locate } from './locate.ts';
import type { ProblemView } from './messages.ts';

const weights = { error: 0, warning: 1, info: 2 } as const;

/** diagnostics, how to find places → errors first, then in order of file and place. */
export async function problemViews(
  diagnostics: readonly Diagnostic[],
  locate: Locate,
): Promise<readonly ProblemView[]> {
  const sorted = diagnostics.toSorted(
    (a, b) =>
      weights[a.severity] - weights[b.severity] ||
      compareCodePoints(a.span?.file ?? '', b.span?.file ?? '') ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0),
  );
  return Promise.all(sorted.map((one) => viewOf(one, locate)));
}

async function viewOf(
  { severity, code, message, hint, path, span, related = [] }: Diagnostic,
  locate: Locate,
): Promise<ProblemView> {
  return {
    severity,
    code,
    message,
    hint,
    path,
    ...(span === undefined ? {} : await placeOf(span, locate)),
    related: await Promise.all(
      related.map(async (one) => ({
        message: one.message,
        where: (await placeOf(one.span, locate)).where,
      })),
    ),
  };
}

async function placeOf(span: Span, locate: Locate): Promise<Pick<ProblemView, 'where' | 'frame'>> {
  const text = await locate.textOf(span.file);
  if (text === undefined || text === '') {
    return { where: locate.link({ file: span.file, line: 1, column: 1 }) };
  }
  const { column, ...frame } = codeFrame(span, text);
  return { where: locate.link({ file: span.file, line: frame.line, column }), frame };
}
