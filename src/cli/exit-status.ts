/** What the command's exit status says. */
import { environmentCodes } from '../model/codes/environment.ts';
import type { Code } from '../model/codes.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

// `fault`, a mistake of the tool itself, is EX_SOFTWARE. Source: sysexits(3).
export const exitStatus = { clean: 0, content: 1, usage: 2, environment: 3, fault: 70 } as const;

/** Problems of the call rather than of the data: a brief or a folder that is not there. */
const usageCodes: ReadonlySet<Code> = new Set<Code>([
  'brief-missing',
  'data-missing',
  'language-missing',
]);

/** How heavily diagnostics weigh. */
export interface StatusOptions {
  readonly isStrict?: boolean;
}

/** diagnostics → status: content before environment, as its remedy is in the author's hands. */
export function statusOf(
  diagnostics: readonly Diagnostic[],
  { isStrict = false }: StatusOptions = {},
): number {
  const problems = diagnostics.filter(
    ({ severity }) => severity === 'error' || (isStrict && severity === 'warning'),
  );
  if (problems.length === 0) return exitStatus.clean;
  if (problems.some(({ code }) => usageCodes.has(code))) return exitStatus.usage;
  const isOurs = problems.every(({ code }) => Object.hasOwn(environmentCodes, code));
  return isOurs ? exitStatus.environment : exitStatus.content;
}
