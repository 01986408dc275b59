/** Work of a program that uses the package: a host for as long as it takes, and problems with places. */
import { hasErrors } from '../model/diagnostic.ts';
import { type Host, HostError } from '../model/host.ts';
import { hostDiagnostic } from '../model/host-diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import type { BuildEvents, BuildJob } from './job.ts';
import type { Problem, ProjectOptions } from './report.ts';

interface HostOptions
  extends ProjectOptions,
    Pick<BuildEvents, 'onNotice'>,
    Pick<BuildJob, 'isStrict'> {
  readonly output?: string;
}

/** Lends a host to `work`, places what it says, ends the host. No value where there can be no host. */
export async function withHost<T>(options: HostOptions, work: (host: Host) => Promise<Outcome<T>>) {
  const [{ createNodeHost }, { placeDiagnostics }] = await Promise.all([
    import('../host/node-host.ts'),
    import('./place-diagnostics.ts'),
  ]);
  const { root = '.', output, environment = process.env, onNotice = () => {} } = options;
  const where = output === undefined ? { root } : { root, output };
  try {
    const host = await createNodeHost({ ...where, environment, printer: { onNotice } });
    try {
      const { value, diagnostics } = await work(host);
      const isLoud = diagnostics.some(({ severity }) => severity === 'warning');
      const isClean = !hasErrors(diagnostics) && !(options.isStrict === true && isLoud);
      return { value, problems: await placeDiagnostics(diagnostics, host), isClean };
    } finally {
      await host.close();
    }
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const { code, severity, message, hint } = hostDiagnostic(error);
    const problem: Problem = { code, severity, message, ...(hint === undefined ? {} : { hint }) };
    return { value: undefined, problems: [problem], isClean: false };
  }
}
