/** Which briefs of a project are meant, by the words that somebody typed. */
import { diagnose } from '../model/diagnostic.ts';
import { didYouMean, suggest } from '../model/did-you-mean.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Entry } from '../model/stages.ts';

type Briefs = ReadonlyMap<string, Entry<'brief'>>;

/**
 * all briefs, ids (none means all) → those named, each once, in the order of the ids. Reports
 * `brief-missing` with `brief` set to the id that has none.
 */
export function chooseBriefs(
  all: Briefs,
  ids: readonly string[] = [],
): Outcome<readonly Entry<'brief'>[]> {
  if (ids.length === 0) return { value: [...all.values()], diagnostics: [] };
  const wanted = [...new Set(ids)];
  return {
    value: wanted.flatMap((id) => all.get(id) ?? []),
    diagnostics: wanted
      .filter((id) => !all.has(id))
      .map((id) => diagnose('brief-missing', { id }, { brief: id, hint: remedyFor(id, all) })),
  };
}

/** A near id; else the briefs of the template that was named in place of one; else what there is. */
function remedyFor(id: string, all: Briefs): string {
  const ids = [...all.keys()];
  if (didYouMean(id, ids) === undefined) {
    const template = didYouMean(id, new Set([...all.values()].map(({ data }) => data.template)));
    const made = [...all.values()].filter(({ data }) => data.template === template);
    const names = made.map((brief) => `"${brief.id}"`).join(', ');
    if (made.length > 0) return `"${template}" is a template; made with it: ${names}`;
  }
  return suggest(id, ids) ?? '"brief list" shows all of them';
}
