/** A union's error holds those of every option; only the nearest option is worth explaining. */
import type { z } from 'zod';
import { valueAt } from './subject.ts';

type Issue = z.core.$ZodIssue;

/** issue, the value it is about → the issues of the option that came nearest, or the issue itself. */
export function nearestIssues(issue: Issue, value: unknown): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const found = valueAt(value, issue.path);
  const ranked = issue.errors
    .map((issues) => ({ issues, cost: costOf(issues, found) }))
    .sort((a, b) => a.cost - b.cost);
  const best = ranked[0]?.issues ?? [];
  const isHopeless = best.every(
    (inner) => inner.path.length === 0 && inner.code === 'invalid_type' && issue.errors.length > 1,
  );
  if (isHopeless) return [issue];
  return best.flatMap((inner) =>
    nearestIssues({ ...inner, path: [...issue.path, ...inner.path] } as Issue, value),
  );
}

/** An option whose very type is wrong is further away than one with mistakes inside. */
function costOf(issues: readonly Issue[], found: unknown): number {
  return issues.reduce((sum, issue) => {
    const isWrongType = issue.code === 'invalid_type' && issue.path.length === 0;
    const isNamedField =
      issue.code === 'unrecognized_keys' && typeof found === 'object' ? issue.keys.length : 0;
    return sum + (isWrongType ? 100 : 1) + isNamedField;
  }, 0);
}
