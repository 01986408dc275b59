/** Authors: the byline, and who they are. */
import type { AuthorMeta } from '../../model/document.ts';
import type { Entry } from '../../model/stages.ts';
import { pick, type ViewContext } from './context.ts';

/** Authors of the brief, in its order. */
export function authorsOf(context: ViewContext): readonly AuthorMeta[] {
  return authorEntries(context).map((entry) => ({
    name: nameOf(entry),
    affiliations: affiliationsOf(context, entry),
    ...(entry.data.orcid === undefined ? {} : { orcid: entry.data.orcid }),
    isOrganisation: 'literal' in entry.data.name,
  }));
}

/** What templates get of each author. */
export function authorViews(context: ViewContext) {
  const { slots } = context;
  return authorEntries(context).map((entry) => ({
    name: slots.text(nameOf(entry), { entry, path: ['name'] }),
    role: slots.text(entry.data.role, { entry, path: ['role'] }),
    affiliation: slots.text(affiliationsOf(context, entry).join(', ') || undefined),
    bio: slots.markdown(entry.data.bio, { entry, path: ['bio'] }),
    email: slots.text(entry.data.email, { entry, path: ['email'] }),
  }));
}

/** A person's or a body's name as it is printed. */
export function nameOf({ data }: Entry<'person'>): string {
  const { name } = data;
  if ('literal' in name) return name.literal;
  return [
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

function authorEntries(context: ViewContext): Entry<'person'>[] {
  return pick(context, 'person', context.selected.brief.data.authors);
}

/** Unit, then the body it belongs to, up to the outermost; nobody is named twice. */
function affiliationsOf(context: ViewContext, person: Entry<'person'>): string[] {
  const names = new Set<string>();
  for (const direct of pick(context, 'organisation', person.data.affiliations)) {
    const seen = new Set<string>();
    let at: Entry<'organisation'> | undefined = direct;
    while (at !== undefined && !seen.has(at.id)) {
      seen.add(at.id);
      names.add(at.data.name);
      at =
        at.data.parent === undefined ? undefined : context.records.organisation.get(at.data.parent);
    }
  }
  return [...names];
}
