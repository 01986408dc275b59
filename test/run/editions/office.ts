/** A project on the disk whose one brief rests on two sources, to be released, changed and proven. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { createNodeHost } from '../../../src/host/node-host.ts';
import type { Host } from '../../../src/model/host.ts';
import { minimal, minimalBrief } from '../../support/project.ts';

/** The minimal data with a second source under the one finding. */
export const twoSources = {
  ...minimal,
  sources: {
    ...minimal.sources,
    count: { type: 'report', title: 'A working count', issued: 2025 },
  },
  findings: {
    'channels-removed': {
      ...minimal.findings['channels-removed'],
      evidence: [
        { source: 'report', locator: 'p. 3' },
        { source: 'count', locator: 'p. 1' },
      ],
    },
  },
};

/** The same after the count was retracted and the finding corrected. */
export const afterRetraction = {
  ...twoSources,
  sources: {
    ...twoSources.sources,
    count: { ...twoSources.sources.count, status: 'retracted' },
  },
  findings: { 'channels-removed': { ...minimal.findings['channels-removed'], value: 42_000 } },
};

/** A project and what a test does with its files. */
export interface Office {
  readonly host: Host;
  /** Text as it is, anything else as YAML. */
  write(path: string, value: unknown): void;
  read(path: string): string;
}

/** folder → the project in it, with `data/all.yaml` and `data/briefs/one.yaml`. */
export async function openOffice(root: string, output?: string): Promise<Office> {
  const write = (path: string, value: unknown) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof value === 'string' ? value : stringify(value));
  };
  write('data/all.yaml', twoSources);
  write('data/briefs/one.yaml', minimalBrief);
  const host = await createNodeHost(output === undefined ? { root } : { root, output });
  return { host, write, read: (path) => readFileSync(join(root, path), 'utf8') };
}

/** Codes of the errors. */
export function errorsIn(diagnostics: readonly { code: string; severity: string }[]): string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
