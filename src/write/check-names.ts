/** Which of the artifacts may be written under the names that they have. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import type { OutputFile } from './decide.ts';
import { foldName, nameProblem } from './safe-name.ts';

/** What the output folder holds already. */
export interface Surroundings {
  /** Names of the files that are there. */
  readonly present: ReadonlySet<string>;
  /** Name → the brief that it was made from, where that brief still exists. */
  readonly owners: ReadonlyMap<string, string>;
}

/**
 * artifacts, what is there → the artifacts whose names are safe and nobody else's. Reports
 * `output-name-unsafe` and `output-name-collision`; of two that collide, neither is accepted.
 */
export function checkNames(
  artifacts: readonly OutputFile[],
  { present, owners }: Surroundings,
): Outcome<readonly OutputFile[]> {
  const sameFile = Map.groupBy(artifacts, ({ name }) => foldName(name));
  const spelt = new Map([...present].map((name) => [foldName(name), name]));
  const accepted: OutputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const artifact of artifacts) {
    const { name, brief } = artifact;
    const reason = nameProblem(name);
    const other = findOther(artifact);
    if (reason !== undefined) {
      diagnostics.push(diagnose('output-name-unsafe', { name, reason }, { brief }));
    } else if (other !== undefined) {
      diagnostics.push(diagnose('output-name-collision', { name, other }, { brief }));
    } else {
      accepted.push(artifact);
    }
  }
  return { value: accepted, diagnostics };

  function findOther(artifact: OutputFile): string | undefined {
    const { name, brief } = artifact;
    const rival = sameFile.get(foldName(name))?.find((candidate) => candidate !== artifact);
    if (rival !== undefined) return rival.name;
    if ((owners.get(name) ?? brief) !== brief) return name;
    const there = spelt.get(foldName(name));
    return there === name ? undefined : there;
  }
}
