/** What two builds must have in common for one to stand in for the other. */
import { canonicalJson } from '../../model/canonical.ts';
import { sha256 } from '../../model/hash.ts';
import type { Host } from '../../model/host.ts';
import type { BuildJob } from '../job.ts';

/** host, job → a key: equal for equal jobs, by the same tool and browser, on the same day. */
export function jobKey({ clock, output, surroundings }: Host, job: BuildJob): string {
  const { sourceDateMs } = clock;
  // The rules compare dates with the day of the build.
  const day = new Date(sourceDateMs ?? clock.now()).toISOString().slice(0, 10);
  // Whoever forces a build is not asking for the last one.
  const { force: _, ...asked } = job;
  return sha256(
    canonicalJson({ asked, day, sourceDateMs, output: output.root, tool: surroundings() }),
  );
}
