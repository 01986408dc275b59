/** One value against one schema: either typed data with its leaves, or every mistake in it. */
import type { z } from 'zod';
import type { Outcome } from '../model/outcome.ts';
import { leavesOf } from '../model/schema/leaves.ts';
import type { Leaf } from '../model/stages.ts';
import { explainIssues } from './explain-issue.ts';
import type { Subject } from './subject.ts';
import { checkTangle } from './tangle.ts';

/** schema, value, whose value it is → data and leaves, or `undefined` and why. */
export function checkShape(
  schema: z.ZodType,
  value: unknown,
  subject: Subject,
): Outcome<{ readonly data: unknown; readonly leaves: readonly Leaf[] } | undefined> {
  const result = schema.safeParse(value);
  if (!result.success) {
    return { value: undefined, diagnostics: explainIssues(schema, value, result.error, subject) };
  }
  const leaves = leavesOf(schema, result.data);
  const tangled = leaves.flatMap((leaf) => checkTangle(leaf, subject));
  return tangled.length > 0
    ? { value: undefined, diagnostics: tangled }
    : { value: { data: result.data, leaves }, diagnostics: [] };
}
