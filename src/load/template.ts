/**
 * A template folder → a bundle in memory. The project's own `templates/` is looked at first, file by
 * file, then what ships with the tool; so one file can be replaced without copying the rest.
 */
import { parse } from 'yaml';
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { TemplateFile } from '../model/document.ts';
import type { Host, ReadonlyFiles } from '../model/host.ts';
import type { Outcome } from '../model/outcome.ts';
import type { TemplateBundle } from '../model/template.ts';

const shared = 'templates/shared';

/** host, name of a template, where it was named → its bundle, or why there is none. */
export async function loadTemplate(
  { project, shipped }: Pick<Host, 'project' | 'shipped'>,
  name: string,
  place: Place = {},
): Promise<Outcome<TemplateBundle | undefined>> {
  const sources = [project, shipped];
  const folder = `templates/${name}`;
  const isName = /^[a-z][a-z0-9-]*$/.test(name) && name !== 'shared';
  const files = isName ? await listOf(sources, folder) : new Set<string>();
  if (files.size === 0) {
    const near = didYouMean(name, await templateNames(sources));
    const hint = near === undefined ? 'see the folders of templates/' : `did you mean "${near}"?`;
    return failed([diagnose('template-missing', { name }, { ...place, hint })]);
  }
  const main = await readFirst(sources, `${folder}/brief.md.hbs`);
  if (main === undefined) {
    return failed([diagnose('template-incomplete', { name, file: 'brief.md.hbs' }, place)]);
  }
  const page =
    (await readFirst(sources, `${folder}/page.html.hbs`)) ??
    (await readFirst(sources, `${shared}/page.html.hbs`));
  if (page === undefined) throw new Error('the shared page.html.hbs is not shipped');
  const about = parseAbout(await readFirst(sources, `${folder}/template.yaml`));
  const css = async (file: string) =>
    [await readFirst(sources, `${shared}/${file}`), await readFirst(sources, `${folder}/${file}`)]
      .map((found) => found?.text ?? '')
      .join('\n');
  const bundle: TemplateBundle = {
    name,
    title: about.title ?? name,
    needs: about.needs ?? [],
    main,
    partials: await partialsOf(sources, folder),
    page,
    screenCss: (
      await Promise.all(['base.css', 'parts.css', 'figures.css', 'screen.css'].map(css))
    ).join('\n'),
    printCss: await css('print.css'),
  };
  return { value: bundle, diagnostics: [] };
}

function failed(diagnostics: readonly Diagnostic[]): Outcome<undefined> {
  return { value: undefined, diagnostics };
}

async function listOf(sources: readonly ReadonlyFiles[], folder: string): Promise<Set<string>> {
  const lists = await Promise.all(sources.map((files) => files.list(folder)));
  return new Set(lists.flat());
}

/** All templates that can be named. */
export async function templateNames(sources: readonly ReadonlyFiles[]): Promise<string[]> {
  const paths = await listOf(sources, 'templates');
  const names = [...paths].map((path) => path.split('/')[1] ?? '');
  return [...new Set(names)].filter((name) => name !== 'shared' && name !== '').sort();
}

async function readFirst(
  sources: readonly ReadonlyFiles[],
  path: string,
): Promise<TemplateFile | undefined> {
  for (const files of sources) {
    if ((await files.size(path)) === undefined) continue;
    const text = new TextDecoder().decode(await files.read(path));
    return { path, text: text.replace(/\r\n?/g, '\n') };
  }
  return undefined;
}

/** `partials/byline.md.hbs` is called `byline`; a template's own go before the shared ones. */
async function partialsOf(
  sources: readonly ReadonlyFiles[],
  folder: string,
): Promise<ReadonlyMap<string, TemplateFile>> {
  const partials = new Map<string, TemplateFile>();
  for (const root of [`${folder}/partials`, `${shared}/partials`]) {
    for (const path of await listOf(sources, root)) {
      const name = /([^/]+?)(?:\.md)?\.hbs$/.exec(path)?.[1];
      if (name === undefined || partials.has(name)) continue;
      const file = await readFirst(sources, path);
      if (file !== undefined) partials.set(name, file);
    }
  }
  return partials;
}

/** `template.yaml` is written by whoever makes templates; what it does not say has a default. */
function parseAbout(file: TemplateFile | undefined): { title?: string; needs?: string[] } {
  const value: unknown = file === undefined ? undefined : parse(file.text);
  if (typeof value !== 'object' || value === null) return {};
  const { title, needs } = value as { title?: unknown; needs?: unknown };
  return {
    ...(typeof title === 'string' ? { title } : {}),
    ...(Array.isArray(needs) ? { needs: needs.filter((one) => typeof one === 'string') } : {}),
  };
}
