/** Looks at the project: its data, and the folder that its documents go to. */

import { probeFolder } from '../../host/files/probe-folder.ts';
import { hasErrors } from '../../model/diagnostic.ts';
import type { Host } from '../../model/host.ts';
import { readProject } from '../../read-project.ts';
import { failure, type Observation, sound } from './observation.ts';

/** host → whether files can be made in the output folder, or where it would be made. */
export async function examineOutput({ output }: Host): Promise<Observation> {
  const problem = await probeFolder(output.root);
  if (problem !== undefined) return failure('output', problem, 'choose another folder with --out');
  return sound('output', `${output.root} can be written`);
}

/** host → whether there are data, and whether they are sound. Errors in them are no fault of the machine. */
export async function examineData(host: Host): Promise<Observation> {
  try {
    const { value, diagnostics } = await readProject(host);
    const files = value.loaded.files.length;
    const folder = `${host.project.root}/data`;
    if (files === 0) {
      const remedy = 'go to the folder that holds data/, or name it with --root';
      return { subject: 'data', state: 'warning', message: `no YAML below ${folder}`, remedy };
    }
    const { brief, finding } = value.resolved.records;
    const message = `${brief.size} briefs and ${finding.size} findings in ${files} files`;
    if (!hasErrors(diagnostics)) return sound('data', message);
    const remedy = 'run "brief check" to see each with its place';
    return { subject: 'data', state: 'warning', message: `${message}, with errors`, remedy };
  } catch (error) {
    return failure('data', error, 'make sure that the files below data/ may be read');
  }
}
