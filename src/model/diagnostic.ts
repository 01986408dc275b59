/**
 * What a stage says about the author's input. A diagnostic is a value, never an exception; the table
 * of everything that can be said stands in `codes.ts`.
 */
import type { Severity } from './codes/define.ts';
import { type Code, codes, type Slots } from './codes.ts';
import type { Span } from './span.ts';

export type { Severity };

/** One thing to tell the author. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One lowercase clause that names the offending id. */
  readonly message: string;
  readonly span?: Span;
  /** The field, as in `findings.purge-2019.evidence[0].source`. */
  readonly path?: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Other places that take part, such as the first of two duplicates. */
  readonly related?: readonly { readonly message: string; readonly span: Span }[];
  /** The brief that was being built, where only one is touched. */
  readonly brief?: string;
  /** The line it points at holds words that not everybody may see, so it is not to be printed. */
  readonly isLineHidden?: boolean;
}

/** Where a diagnostic points; every part is optional. */
export type Place = Pick<Diagnostic, 'span' | 'path' | 'hint' | 'related' | 'brief'>;

/** code, slots of its message, place → diagnostic with the code's default severity. */
export function diagnose<C extends Code>(code: C, slots: Slots<C>, place: Place = {}): Diagnostic {
  const entry = codes[code];
  // One cast at the table's edge: TypeScript cannot see that entry and slots belong to the same code.
  const { severity, message, hint } = entry as {
    severity: Severity;
    message: (slots: Slots<C>) => string;
    hint?: (slots: Slots<C>) => string;
  };
  const remedy = place.hint ?? hint?.(slots);
  return {
    code,
    severity,
    message: message(slots),
    ...place,
    ...(remedy === undefined ? {} : { hint: remedy }),
  };
}

/** True when one of the diagnostics stops the build. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
