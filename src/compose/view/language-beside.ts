/** Words in another language than the brief's. */
import { directionOf } from '../../model/direction.ts';
import type { BriefData } from '../../model/tree.ts';
import type { ViewContext } from './context.ts';

/**
 * context, BCP 47 tag of some words → what their node carries, or undefined where they are in the
 * brief's language. Regions do not matter: nobody reads "likely" in American.
 */
export function languageBeside(
  { lang: own }: Pick<ViewContext, 'lang'>,
  lang: string,
): Pick<BriefData, 'lang' | 'dir'> | undefined {
  if (base(lang) === base(own)) return undefined;
  const dir = directionOf(lang);
  return dir === directionOf(own) ? { lang } : { lang, dir };
}

function base(lang: string): string | undefined {
  return lang.toLowerCase().split('-')[0];
}
