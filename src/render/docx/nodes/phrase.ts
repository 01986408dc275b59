/** An inline role → what it looks like. A role without a row is its words. */
import type { PhrasingContent } from 'mdast';
import type { Phrase } from '../../../model/tree.ts';
import type { Context, Inline, Voice } from '../context.ts';
import { textRuns } from '../text-runs.ts';

type Words = (context: Context, nodes: readonly PhrasingContent[], voice: Voice) => Inline[];

/** context, phrase, voice → its runs. */
export function phrase(context: Context, node: Phrase, outer: Voice, words: Words): Inline[] {
  const voice = attributed(node, outer);
  const set = (how: Partial<Voice>) => words(context, node.children, { ...voice, ...how });
  switch (node.role) {
    case 'number':
      return set({ bold: true, color: context.theme.accent });
    case 'value':
    case 'likelihood':
    case 'confidence':
    case 'marking':
      return set({ bold: true });
    case 'foreign':
      // Scripts from right to left have no slanted letters.
      return set(voice.dir === 'rtl' ? {} : { italics: true });
    case 'direction':
      return set({ italics: true });
    case 'upright':
      return set({ italics: false });
    case 'small-caps':
      return set({ smallCaps: true });
    case 'sup':
      return set({ superScript: true });
    case 'sub':
      return set({ subScript: true });
    case 'grade':
      return [...textRuns(context, '(', voice), ...set({}), ...textRuns(context, ')', voice)];
    case 'untranslated':
      return [...set({}), ...textRuns(context, endOf(voice, context), voice)];
    default:
      return set({});
  }
}

/** Word has no phrases with a direction: a mark keeps a full stop at the end on the side of its words. */
function endOf({ dir }: Voice, { meta }: Context): string {
  if (dir === meta.dir) return '';
  return dir === 'ltr' ? '\u200E' : '\u200F';
}

/** A template may give language and direction as attributes. */
function attributed({ attributes: { lang, dir } }: Phrase, voice: Voice): Voice {
  return {
    ...voice,
    ...(lang === undefined ? {} : { lang }),
    ...(dir === 'rtl' || dir === 'ltr' ? { dir } : {}),
  };
}
