/** Small projects with an index, built in memory as a person would build them. */
import type { MemoryHost } from '../../../src/host/memory-host.ts';
import { build } from '../../../src/run/build.ts';
import { minimal, minimalBrief, projectOf, publisher } from '../../support/project.ts';

export const address = 'https://office.example/briefs/';

/** Briefs by id, fields of `site:` → a project; every brief is the minimal one, changed as asked. */
export function siteProject(
  briefs: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  site: Readonly<Record<string, unknown>> | null = { url: address },
  office: Readonly<Record<string, unknown>> = {},
): MemoryHost {
  const about = { ...publisher, ...office, ...(site === null ? {} : { site }) };
  const files = Object.entries(briefs).map(([id, changes]) => [
    `data/briefs/${id}.yaml`,
    { ...minimalBrief, ...changes },
  ]);
  return projectOf({
    'data/all.yaml': { ...minimal, publisher: about },
    ...Object.fromEntries(files),
  });
}

/** host → the project built as HTML and Markdown; throws where something is wrong. */
export async function buildAll(host: MemoryHost, options: Parameters<typeof build>[1] = {}) {
  const built = await build(host, { formats: ['html', 'md'], ...options });
  const errors = built.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return built;
}

/** host, name → text of a file of the output folder, undefined where there is none. */
export function outputText({ output }: MemoryHost, name: string): string | undefined {
  const bytes = output.all.get(name);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** Everything that the index says, in all of its files, without the fonts. */
export function siteText(host: MemoryHost): string {
  const names = ['index.html', 'feed.xml', 'feed.json'];
  const text = names.map((name) => outputText(host, name) ?? '').join('\n');
  return text.replace(/base64,[A-Za-z0-9+/=]+/g, '');
}
