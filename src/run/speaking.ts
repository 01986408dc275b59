/** Which of the chosen briefs there are in a language that was asked for. */
import { languagesOf } from '../compile.ts';
import { diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import { clean } from '../model/outcome.ts';
import type { Entry } from '../model/stages.ts';
import type { Project } from '../read-project.ts';
import type { BuildJob } from './job.ts';

type Briefs = readonly Entry<'brief'>[];

/**
 * chosen briefs, the job → those that have its language. `language-missing` where a brief that was named
 * has it not, or none of all.
 */
export function speaking(
  chosen: Briefs,
  { resolved: { records } }: Pick<Project, 'resolved'>,
  { lang, briefs: named = [] }: Pick<BuildJob, 'lang' | 'briefs'>,
): Outcome<Briefs> {
  if (lang === undefined) return clean(chosen);
  const spokenIn = (brief: Entry<'brief'>) => {
    const { own, others } = languagesOf({ brief, records });
    return [own, ...others];
  };
  const value = chosen.filter((brief) => spokenIn(brief).includes(lang));
  const silent = chosen.filter((brief) => !value.includes(brief));
  if (silent.length === 0 || (named.length === 0 && value.length > 0)) return clean(value);
  const known = [...new Set(silent.flatMap(spokenIn))].sort().join(', ');
  const briefs = named.length === 0 ? 'any brief' : silent.map(({ id }) => `"${id}"`).join(', ');
  return { value, diagnostics: [diagnose('language-missing', { lang, briefs, known })] };
}
