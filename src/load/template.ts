/**
 * A template folder → a bundle in memory. The project's own `templates/` is looked at first, file by
 * file, then what ships with the tool; so one file can be replaced without copying the rest.
 */
import { type Diagnostic, diagnose, hasErrors, type Place } from '../model/diagnostic.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { TemplateFile } from '../model/document.ts';
import type { Host, ReadonlyFiles } from '../model/host.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf } from '../model/place.ts';
import type { Records } from '../model/stages.ts';
import type { TemplateBundle } from '../model/template.ts';
import { decode } from './decode.ts';
import { readAbout } from './template-about.ts';

const shared = 'templates/shared';

type Sources = Pick<Host, 'project' | 'shipped'>;

export interface TemplateOptions {
  /** Where the template was named. */
  readonly place?: Place | undefined;
  /** Gives the same object for a file that has not changed. */
  readonly memory?: Memory | undefined;
}

/** host, name of a template → its bundle, or why there is none. */
export async function loadTemplate(
  host: Sources,
  name: string,
  { place = {}, memory = noMemory }: TemplateOptions = {},
): Promise<Outcome<TemplateBundle | undefined>> {
  const sources = [host.project, host.shipped];
  const folder = `templates/${name}`;
  const isName = /^[a-z][a-z0-9-]*$/.test(name) && name !== 'shared';
  const files = isName ? await listOf(sources, folder) : new Set<string>();
  if (files.size === 0) return failed([missing(name, await templateNames(sources), place)]);
  const diagnostics: Diagnostic[] = [];
  const read = createReader(sources, diagnostics, memory);
  const main = await read(`${folder}/brief.md.hbs`);
  if (main === undefined) {
    const missing = diagnose('template-incomplete', { name, file: 'brief.md.hbs' }, place);
    return failed(diagnostics.length > 0 ? diagnostics : [missing]);
  }
  const either = async (file: string) => {
    const found = (await read(`${folder}/${file}`)) ?? (await read(`${shared}/${file}`));
    if (found === undefined) throw new Error(`the shared ${file} is not shipped`);
    return found;
  };
  const page = await either('page.html.hbs');
  const mailPage = await either('email.html.hbs');
  const about = readAbout(await read(`${folder}/template.yaml`));
  diagnostics.push(...about.diagnostics);
  const css = async (file: string) =>
    [await read(`${shared}/${file}`), await read(`${folder}/${file}`)]
      .map((found) => found?.text ?? '')
      .join('\n');
  const screen = ['base.css', 'parts.css', 'figures.css', 'screen.css'];
  const bundle: TemplateBundle = {
    name,
    title: about.value.title ?? name,
    needs: about.value.needs ?? [],
    main,
    partials: await partialsOf(sources, folder, read),
    page,
    mail: { page: mailPage, css: await css('email.css') },
    screenCss: (await Promise.all(screen.map(css))).join('\n'),
    printCss: await css('print.css'),
  };
  return hasErrors(diagnostics) ? failed(diagnostics) : { value: bundle, diagnostics };
}

/** host, records → `template-missing` for every brief that names none there is; nothing is loaded. */
export async function missingTemplates(host: Sources, records: Records): Promise<Diagnostic[]> {
  const names = await templateNames([host.project, host.shipped]);
  return [...records.brief.values()].flatMap((brief) => {
    const { template } = brief.data;
    return names.includes(template) ? [] : [missing(template, names, placeOf(brief, ['template']))];
  });
}

function missing(name: string, names: readonly string[], place: Place): Diagnostic {
  const near = didYouMean(name, names);
  const hint = near === undefined ? 'see the folders of templates/' : `did you mean "${near}"?`;
  return diagnose('template-missing', { name }, { ...place, hint });
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

type Read = (path: string) => Promise<TemplateFile | undefined>;

/** Reads a file from the first of the sources that has it, and notes what cannot be decoded. */
export function createReader(
  sources: readonly ReadonlyFiles[],
  diagnostics: Diagnostic[],
  memory: Memory = noMemory,
): Read {
  return async (path) => {
    for (const files of sources) {
      if ((await files.size(path)) === undefined) continue;
      const bytes = await files.read(path);
      const file = memory.once('template file', bytes, () => fileOf(path, bytes));
      diagnostics.push(...file.diagnostics);
      return file.value;
    }
    return undefined;
  };
}

function fileOf(path: string, bytes: Uint8Array): Outcome<TemplateFile | undefined> {
  const { value: text, diagnostics } = decode(path, bytes);
  return { value: text === undefined ? undefined : { path, text }, diagnostics };
}

/** `partials/byline.md.hbs` is called `byline`; a template's own go before the shared ones. */
async function partialsOf(
  sources: readonly ReadonlyFiles[],
  folder: string,
  read: Read,
): Promise<ReadonlyMap<string, TemplateFile>> {
  const partials = new Map<string, TemplateFile>();
  for (const root of [`${folder}/partials`, `${shared}/partials`]) {
    for (const path of await listOf(sources, root)) {
      const name = /([^/]+?)(?:\.md)?\.hbs$/.exec(path)?.[1];
      if (name === undefined || partials.has(name)) continue;
      const file = await read(path);
      if (file !== undefined) partials.set(name, file);
    }
  }
  return partials;
}
