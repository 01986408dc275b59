/** The cases below this folder, each a tiny project, and what the tool says of them. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { compileBrief } from '../../src/compile.ts';
import { findToolPackage } from '../../src/host/files/package-root.ts';
import { createShippedFiles } from '../../src/host/files/shipped-files.ts';
import { createMemoryHost } from '../../src/host/memory-host.ts';
import { type Diagnostic, hasErrors } from '../../src/model/diagnostic.ts';
import { parseAudience } from '../../src/model/marking.ts';
import { readProject } from '../../src/read-project.ts';
import { type Annotated, readAnnotations } from './annotations.ts';

/** What a case may count on, unless it has a file of the same name: an office and a finding. */
const defaults: Readonly<Record<string, string>> = {
  'data/publisher.yaml':
    'publisher:\n  name: Office\n  lang: en-GB\n  defaults: { marking: TLP:CLEAR, scale: phia }\n',
  'data/base.yaml': [
    'sources:',
    '  report: { type: report, title: A report, issued: 2025 }',
    '  letter: { type: document, title: A letter, issued: 2024, publisher: Another office }',
    'findings:',
    '  removed:',
    '    statement: Channels were removed.',
    '    value: 43000',
    '    unit: channels',
    '    evidence:',
    '      - { source: report, locator: p. 3 }',
    '      - { source: letter, locator: p. 1 }',
    'takeaways:',
    '  fell: { lead: Output fell., findings: [removed] }',
    '',
  ].join('\n'),
};

/** `case.yaml` of a case; all of it may be left out. */
interface Settings {
  /** Build every brief as Markdown, for this audience or for none. */
  readonly build?: boolean;
  readonly audience?: string;
  /** Diagnostics that point into no file of the case: severity, code, file. */
  readonly elsewhere?: readonly string[];
}

/** One folder of the suite. */
export interface Case {
  readonly name: string;
  readonly files: ReadonlyMap<string, Annotated>;
  readonly settings: Settings;
}

const shipped = createShippedFiles(await findToolPackage());

/** Every folder that holds a project, in order. */
export async function readCases(root: string): Promise<Case[]> {
  const paths = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  const names = new Set(paths.flatMap((path) => /^[^/]+\/[^/]+(?=\/)/.exec(path) ?? []));
  return Promise.all(
    [...names].sort().map(async (name) => {
      const own = paths.filter((path) => path.startsWith(`${name}/`)).sort();
      const files = new Map<string, Annotated>();
      let settings: Settings = {};
      for (const path of own) {
        const text = await readFile(join(root, path), 'utf8');
        const inside = path.slice(name.length + 1);
        if (inside === 'case.yaml') settings = parse(text) as Settings;
        else files.set(inside, readAnnotations(text));
      }
      return { name, files, settings };
    }),
  );
}

/** case → everything that is said about it, once each. */
export async function runCase({ files, settings }: Case): Promise<readonly Diagnostic[]> {
  const own = Object.fromEntries([...files].map(([path, { text }]) => [path, text]));
  const host = createMemoryHost({
    project: { ...defaults, ...own },
    shipped,
    nowMs: Date.UTC(2026, 5, 1),
  });
  const { value: project, diagnostics } = await readProject(host);
  const said = [...diagnostics];
  const isBuilt = settings.build === true || settings.audience !== undefined;
  if (isBuilt && !hasErrors(diagnostics)) {
    const audience = parseAudience(settings.audience ?? '');
    for (const brief of project.resolved.records.brief.values()) {
      const outcome = await compileBrief(host, project, brief, { formats: ['md'], audience });
      said.push(...outcome.diagnostics);
    }
  }
  return said;
}
