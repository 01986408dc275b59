/** Small projects in memory, compiled with the real stages and the real templates. */
import { stringify } from 'yaml';
import { type BriefOptions, compileBrief } from '../../src/compile.ts';
import { findToolPackage } from '../../src/host/files/package-root.ts';
import { createShippedFiles } from '../../src/host/files/shipped-files.ts';
import { createMemoryHost, type MemoryHost } from '../../src/host/memory-host.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Host, Printer } from '../../src/model/host.ts';
import { readProject } from '../../src/read-project.ts';

const shipped = createShippedFiles(await findToolPackage());

/** A publisher that says no more than it must. */
export const publisher = {
  name: 'Office',
  lang: 'en-GB',
  defaults: { marking: 'TLP:CLEAR', scale: 'phia' },
};

/** The least that a finding, a source and a takeaway need. */
export const minimal = {
  publisher,
  sources: { report: { type: 'report', title: 'A report', issued: 2025 } },
  findings: {
    'channels-removed': {
      statement: 'Channels were removed.',
      value: 43_000,
      evidence: [{ source: 'report', locator: 'p. 3' }],
    },
  },
  takeaways: {
    'output-fell': {
      lead: 'Output fell.',
      body: 'It fell by half.',
      findings: ['channels-removed'],
    },
  },
};

/** The least that a brief needs. */
export const minimalBrief = {
  template: 'strategic-takeaways',
  title: 'A brief',
  issued: '2026-01-05',
  status: 'final',
  marking: 'TLP:CLEAR',
  takeaways: ['output-fell'],
};

/** path → file: text as it is, anything else as YAML. */
export function projectOf(
  files: Readonly<Record<string, unknown>>,
  options: { readonly printer?: Printer } = {},
): MemoryHost {
  const contents = Object.fromEntries(
    Object.entries(files).map(([path, value]) => [
      path,
      typeof value === 'string' || value instanceof Uint8Array ? value : stringify(value),
    ]),
  );
  return createMemoryHost({ project: contents, shipped, ...options });
}

/** The minimal project with one brief, changed as asked. */
export function briefProject(
  brief: Readonly<Record<string, unknown>> = {},
  data: Readonly<Record<string, unknown>> = {},
  options: {
    readonly printer?: Printer;
    readonly files?: Readonly<Record<string, string | Uint8Array>>;
  } = {},
): Host {
  return projectOf(
    {
      ...options.files,
      'data/all.yaml': { ...minimal, ...data },
      'data/briefs/one.yaml': { ...minimalBrief, ...brief },
    },
    options,
  );
}

/** Reads the project and builds its brief `one`. */
export async function buildOne(host: Host, options: Partial<BriefOptions> = {}, id = 'one') {
  const read = await readProject(host);
  const brief = read.value.resolved.records.brief.get(id);
  if (brief === undefined) return { diagnostics: read.diagnostics, built: undefined };
  const outcome = await compileBrief(host, read.value, brief, {
    formats: ['md', 'html'],
    ...options,
  });
  return { diagnostics: [...read.diagnostics, ...outcome.diagnostics], built: outcome.value };
}

/** The text of one of the artifacts. */
export function textOf(
  built: Awaited<ReturnType<typeof buildOne>>['built'],
  format: string,
): string {
  const artifact = built?.artifacts.find((one) => one.format === format);
  if (artifact === undefined) throw new Error(`no ${format} was built`);
  return new TextDecoder().decode(artifact.bytes);
}

/** Codes of the errors. */
export function errorsOf(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
