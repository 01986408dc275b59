/** What two builds must have in common for one to stand in for the other. */
import { canonicalJson } from '../../model/canonical.ts';
import { sha256 } from '../../model/hash.ts';
import type { Host } from '../../model/host.ts';
import type { BuildJob } from '../job.ts';

/** host, job → a key: equal for equal jobs, by the same tool and browser, on the same day. */
export function jobKey(host: Host, job: BuildJob): string {
  // Whoever forces a build is not asking for the last one.
  const { force: _, ...asked } = job;
  return sha256(canonicalJson({ asked, output: host.output.root, ...occasionOf(host) }));
}

/** host → what else two runs must have in common, whatever they do: the tool, the browser and the day. */
export function occasionOf({ clock, surroundings }: Pick<Host, 'clock' | 'surroundings'>) {
  const { sourceDateMs } = clock;
  // The rules compare dates with the day of the build.
  const day = new Date(sourceDateMs ?? clock.now()).toISOString().slice(0, 10);
  return { day, sourceDateMs, tool: surroundings() };
}
