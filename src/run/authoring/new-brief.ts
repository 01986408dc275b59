/** A new brief: a file that builds at once and whose comments teach what belongs where. */
import { parse } from 'yaml';
import { didYouMean } from '../../model/did-you-mean.ts';
import type { Host } from '../../model/host.ts';
import { proposeId } from '../../model/propose-id.ts';
import { idPattern } from '../../model/schema/leaf.ts';
import type { Project } from '../../read-project.ts';
import { briefText } from './brief-text.ts';
import { knownNames } from './schema/known-names.ts';

/** What is known of the brief to come. */
export interface NewBrief {
  /** Default: made from the title. */
  readonly id?: string | undefined;
  /** Default: made from the id. */
  readonly title?: string | undefined;
  /** Default: the first template there is, strategic-takeaways before all. */
  readonly template?: string | undefined;
  /** Ids of people. */
  readonly authors?: readonly string[] | undefined;
}

/** What came of it: the file, or why there is none and what to type instead. */
export type Authored =
  | { readonly kind: 'written'; readonly path: string }
  | { readonly kind: 'refused'; readonly problem: string; readonly advice: string };

/** host, project, what is known → `data/briefs/<id>.yaml`. Nothing that exists is overwritten. */
export async function writeNewBrief(
  host: Host,
  project: Project,
  known: NewBrief,
): Promise<Authored> {
  const id = known.id ?? proposeId(known.title ?? '');
  if (id === undefined)
    return refused('the brief needs an id or a title', 'write "brief new my-brief"');
  const flaw = idFlaw(id);
  if (flaw !== undefined) {
    const advice = flaw.proposal === undefined ? flaw.rule : `write "brief new ${flaw.proposal}"`;
    return refused(`"${id}" cannot be an id`, advice);
  }
  const existing = await findBrief(host, project, id);
  if (existing !== undefined) {
    return refused(`${existing} is there already`, 'choose another id, or edit that file');
  }
  const names = await knownNames(host, project);
  const templates = names.templates.map(({ name }) => name);
  const template = known.template ?? defaultTemplate(templates);
  if (!templates.includes(template)) {
    return unknownName('template', template, templates);
  }
  const people = names.ids.person.map(({ name }) => name);
  const stranger = (known.authors ?? []).find((author) => !people.includes(author));
  if (stranger !== undefined) return unknownName('person', stranger, people);
  const path = `data/briefs/${id}.yaml`;
  const text = briefText(
    {
      title: known.title ?? titleFrom(id),
      template,
      needs: await needsOf(host, template),
      authors: known.authors ?? [],
      people,
      issued: new Date(host.clock.sourceDateMs ?? host.clock.now()).toISOString().slice(0, 10),
    },
    project.resolved.records,
  );
  await host.project.write(path, new TextEncoder().encode(text));
  return { kind: 'written', path };
}

/** What is wrong with an id: how ids are written, and one that was perhaps meant. */
export interface IdFlaw {
  readonly rule: string;
  readonly proposal: string | undefined;
}

/** id as typed → what is wrong with it; undefined where it can be one. */
export function idFlaw(id: string): IdFlaw | undefined {
  if (idPattern.test(id)) return undefined;
  const rule = 'use a–z, 0–9 and hyphens, and begin with a letter';
  return { rule, proposal: proposeId(id) };
}

/** templates of a project → the one to propose. */
export function defaultTemplate(templates: readonly string[]): string {
  const usual = 'strategic-takeaways';
  return templates.includes(usual) ? usual : (templates[0] ?? usual);
}

function refused(problem: string, advice: string): Authored {
  return { kind: 'refused', problem, advice };
}

function unknownName(what: string, name: string, known: readonly string[]): Authored {
  const near = didYouMean(name, known);
  const all = known.length === 0 ? 'there is none yet' : `there are ${known.join(', ')}`;
  return refused(
    `there is no ${what} "${name}"`,
    near === undefined ? all : `did you mean "${near}"?`,
  );
}

async function findBrief(host: Host, project: Project, id: string): Promise<string | undefined> {
  const entry = project.resolved.records.brief.get(id);
  if (entry !== undefined) return entry.file.path;
  for (const path of [`data/briefs/${id}.yaml`, `data/briefs/${id}.yml`]) {
    if ((await host.project.size(path)) !== undefined) return path;
  }
  return undefined;
}

/**
 * host, template → the fields of a brief that it cannot do without; a template of the project's own
 * stands before one that ships.
 */
export async function needsOf(
  { project, shipped }: Host,
  template: string,
): Promise<readonly string[]> {
  const path = `templates/${template}/template.yaml`;
  for (const files of [project, shipped]) {
    if ((await files.size(path)) === undefined) continue;
    const about: unknown = parse(new TextDecoder().decode(await files.read(path)));
    if (typeof about !== 'object' || about === null || !('needs' in about)) return [];
    return Array.isArray(about.needs) ? about.needs.map(String) : [];
  }
  return [];
}

/** `quiet-outlet` → `Quiet outlet`. */
function titleFrom(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
