/**
 * The names that a field may hold in this project today: ids of records, templates, scales. Records
 * with mistakes in them count, as their ids exist; what a file that cannot be read holds is not known.
 */

import type { Host, ReadonlyFiles } from '../../../model/host.ts';
import { compareCodePoints } from '../../../model/order.ts';
import { type Kind, schemas } from '../../../model/schema/kinds.ts';
import type { Entry } from '../../../model/stages.ts';
import { scalesIn } from '../../../model/standards.ts';
import type { Project } from '../../../read-project.ts';

/** A name, and in a line what it stands for. */
export interface KnownName {
  readonly name: string;
  readonly label: string;
}

/** Everything that can be named, each list in order of code points. */
export interface KnownNames {
  readonly ids: Readonly<Record<Kind, readonly KnownName[]>>;
  readonly templates: readonly KnownName[];
  readonly scales: readonly KnownName[];
  /** Terms of all scales, as they are printed. */
  readonly likelihoods: readonly KnownName[];
  /** False while a file cannot be read: there may be ids that are not listed. */
  readonly isComplete: boolean;
}

/** host, project → the names in it. */
export async function knownNames(host: Host, project: Project): Promise<KnownNames> {
  const { records, broken } = project.resolved;
  const kinds = Object.keys(schemas).map((kind): [string, readonly KnownName[]] => {
    // The keys of the table of kinds are the kinds.
    const whole = [...records[kind as Kind].values()];
    const faulty = (broken?.entries ?? []).filter((entry) => entry.kind === kind);
    return [kind, inOrder([...whole, ...faulty].map(nameOf))];
  });
  const scales = [...scalesIn(project.standards, records)];
  return {
    // One row a kind: what Object.fromEntries makes cannot be typed key by key.
    ids: Object.fromEntries(kinds) as KnownNames['ids'],
    templates: inOrder(await templatesOf([host.project, host.shipped])),
    scales: inOrder(scales.map(([name, scale]) => ({ name, label: scale.name }))),
    likelihoods: inOrder(
      scales.flatMap(([id, { terms }]) =>
        terms.map((term) => ({ name: term.name, label: `A term of the scale ${id}` })),
      ),
    ),
    isComplete: (project.loaded.unread ?? []).length === 0,
  };
}

/** Fields that say in words what a record is, the best first. */
const labelFields = ['title', 'statement', 'lead', 'action', 'expansion', 'term', 'text', 'name'];

/** Longest label, in characters: a list of completions shows about so much. */
const maxLabel = 100;

function nameOf({ id, data }: Entry): KnownName {
  const fields: Readonly<Record<string, unknown>> = { ...data };
  const found = labelFields.map((field) => wordsOf(fields[field])).find((words) => words !== '');
  const line = (found ?? '').replace(/\s+/g, ' ').trim();
  const isLong = line.length > maxLabel;
  return { name: id, label: isLong ? `${line.slice(0, maxLabel - 1).trimEnd()}…` : line };
}

/** A text, or a name in its parts. */
function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  const { given, family, literal }: { given?: unknown; family?: unknown; literal?: unknown } =
    value;
  return [given, family, literal].filter((part) => typeof part === 'string').join(' ');
}

function inOrder(names: readonly KnownName[]): readonly KnownName[] {
  const unique = new Map(names.map((known) => [known.name, known] as const).reverse());
  return [...unique.values()].sort((a, b) => compareCodePoints(a.name, b.name));
}

async function templatesOf(places: readonly ReadonlyFiles[]): Promise<KnownName[]> {
  const lists = await Promise.all(places.map((files) => files.list('templates')));
  const names = lists.flat().map((path) => path.split('/')[1] ?? '');
  return [...new Set(names)]
    .filter((name) => /^[a-z][a-z0-9-]*$/.test(name) && name !== 'shared')
    .map((name) => ({ name, label: `The template templates/${name}/` }));
}
