/**
 * Which modules share a file of the bundle: those that the same occasions need. A bundler makes a file
 * for each set of modules that are imported by need together, over a hundred of them, and each file takes
 * Node half a millisecond to find, open and link.
 */
import { join } from 'node:path';

/** What is read together, from the smallest occasion to the largest: modules that it begins with. */
const occasions = {
  start: ['src/cli/main.ts'],
  again: [
    'src/cli/build-job.ts',
    'src/host/node-host.ts',
    'src/run/cache/build-again.ts',
    'src/run/cache/check-again.ts',
  ],
  // The browser is started before the compiler is read.
  print: ['src/host/browser/printer.ts'],
  check: ['src/run/check.ts'],
  build: [
    'src/audit/leak/withheld.ts',
    'src/render/html.ts',
    'src/render/markdown.ts',
    'src/render/print-pdf.ts',
    'src/run/build.ts',
    'src/run/cache/kept-briefs.ts',
  ],
  finish: [
    'src/audit/pdf.ts',
    'src/audit/pdf/compare-with.ts',
    'src/audit/pdf/open-pdf.ts',
    'src/audit/pdf/rules.ts',
    'src/audit/pdf/rules/claims.ts',
    'src/render/pdf/finish-pdf.ts',
  ],
} as const;

type Occasion = keyof typeof occasions;

/** A module → what it imports at once; null for one that is not part of the bundle. */
export type ImportsOf = (id: string) => readonly string[] | null;

/**
 * folder of the project, the graph of its modules → for each module that an occasion needs, a name that
 * it shares with those that the same occasions need. Throws where an occasion begins with a module that
 * is not there.
 */
export function fileNames(root: string, importsOf: ImportsOf): ReadonlyMap<string, string> {
  const needed = new Map<string, Occasion[]>();
  // The keys are those of the table.
  for (const occasion of Object.keys(occasions) as Occasion[]) {
    for (const id of reached(
      occasions[occasion].map((path) => join(root, path)),
      importsOf,
    )) {
      needed.set(id, [...(needed.get(id) ?? []), occasion]);
    }
  }
  return new Map([...needed].map(([id, by]) => [id, nameOf(by)]));
}

/** Small occasions, each of which has come before anything larger is needed. */
const early: readonly Occasion[] = ['start', 'again', 'print'];

function nameOf(by: readonly Occasion[]): string {
  return early.find((occasion) => by.includes(occasion)) ?? by.join('-and-');
}

function reached(roots: readonly string[], importsOf: ImportsOf): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (id: string, isRoot: boolean): void => {
    if (found.has(id)) return;
    const imports = importsOf(id);
    if (imports === null && isRoot) throw new Error(`${id} is no module of the bundle`);
    if (imports === null) return;
    found.add(id);
    for (const imported of imports) visit(imported, false);
  };
  for (const root of roots) visit(root, true);
  return found;
}
