/** Gives notices to whoever wants them; what does not arrive is kept for the next look. */
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import type { Ledger } from './ledger.ts';

/** Where notices go. */
export interface Receiver {
  /** For messages: `the program …`, `the web address`; never an address with a secret in it. */
  readonly name: string;
  /** Gives it the notice; rejects with the reason in words. */
  readonly send: (notice: unknown) => Promise<void>;
}

/** A notice that never arrives is given up after so many looks. */
const mostAttempts = 5;

/** notices, receivers → those that are left, and `notice-failed` for each failure. */
export async function deliver(notices: Ledger['notices'], receivers: readonly Receiver[]) {
  const left: Ledger['notices'] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { notice, attempts } of notices) {
    let hasArrived = true;
    for (const { name, send } of receivers) {
      try {
        await send(notice);
      } catch (error) {
        hasArrived = false;
        const problem = error instanceof Error ? error.message : String(error);
        diagnostics.push(diagnose('notice-failed', { target: name, problem }));
      }
    }
    if (!hasArrived && attempts + 1 < mostAttempts) left.push({ notice, attempts: attempts + 1 });
  }
  return { left, diagnostics };
}
