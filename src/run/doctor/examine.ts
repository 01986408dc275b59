/** What this machine and this project have and lack for a build, found out by trying. */
import type { Host } from '../../model/host.ts';
import { isNewEnough, oldestNode } from '../../model/node-version.ts';
import { examineBrowser } from './examine-browser.ts';
import { examineData, examineOutput } from './examine-project.ts';
import { examineFonts, examineTemplates } from './examine-shipped.ts';
import { type Observation, sound } from './observation.ts';

/** The program that runs us. */
export interface Runtime {
  /** As in `24.21.0`. */
  readonly version: string;
  readonly platform: string;
  readonly architecture: string;
}

/** host, runtime → what was seen, in order of how much depends on them. Throws only our own mistakes. */
export async function examine(host: Host, runtime: Runtime): Promise<readonly Observation[]> {
  // The browser first, as it takes longest; the rest is looked at while it starts.
  const printing = examineBrowser(host);
  const [fonts, output, templates, data] = await Promise.all([
    examineFonts(host),
    examineOutput(host),
    examineTemplates(host),
    examineData(host),
  ]);
  return [examineNode(runtime), ...(await printing), fonts, output, templates, data];
}

function examineNode({ version, platform, architecture }: Runtime): Observation {
  const message = `Node ${version} on ${platform} ${architecture}`;
  if (isNewEnough(version)) return sound('node', message);
  const remedy = `install Node ${oldestNode} or newer from https://nodejs.org`;
  return { subject: 'node', state: 'failed', message, remedy };
}
