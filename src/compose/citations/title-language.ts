/** In which language a title is, for fonts, screen readers and hyphenation. */
import { directionOfScript } from '../../model/direction.ts';
import type { BriefData } from '../../model/tree.ts';
import type { Source } from './csl-item.ts';
import { canonicalTag } from './locale.ts';
import type { Part } from './marked.ts';

/** What a node of that text carries. */
export type Language = Pick<BriefData, 'lang' | 'dir'>;

/** sources, tag of the brief → how to ask for the language of a part; each answer is worked out once. */
export function titleLanguages(
  sources: ReadonlyMap<string, Source>,
  lang: string,
): (id: string, part: Part) => Language | undefined {
  const known = new Map<string, Language | undefined>();
  const own = directionOf(localeOf(lang)?.maximize().script);
  const other = { dir: own === 'ltr' ? 'rtl' : 'ltr' } as const;
  return (id, part) => {
    if (part === 'field') return other;
    const key = `${id} ${part}`;
    if (!known.has(key)) {
      const source = sources.get(id);
      known.set(key, source === undefined ? undefined : titleLanguage(source, part, lang));
    }
    return known.get(key);
  };
}

/**
 * source, part, tag of the brief → tag and direction of that part, or undefined where it is in the
 * language of the brief or nothing is known. A title in square brackets was supplied by the office,
 * and a title in Latin letters is a transcript (`ar-Latn`).
 */
function titleLanguage(source: Source, part: Part, lang: string): Language | undefined {
  const text = textOf(source, part);
  const tag = tagOf(source, part);
  if (text === undefined || tag === undefined || /^\s*\[.*\]\s*$/s.test(text)) return undefined;
  const [own, brief] = [localeOf(tag), localeOf(lang)];
  if (own === undefined || own.language === brief?.language) return undefined;
  const { script } = own.maximize();
  const isLatin = /\p{Script=Latin}/u.test(text) && !/(?!\p{Script=Latin})\p{L}/u.test(text);
  const isTranscript = isLatin && script !== 'Latn' && own.script === undefined;
  const printed = isTranscript ? `${own.language}-Latn` : tag;
  const dir = directionOf(isTranscript ? 'Latn' : script);
  return dir === directionOf(brief?.maximize().script) ? { lang: printed } : { lang: printed, dir };
}

function textOf(source: Source, part: Part): string | undefined {
  switch (part) {
    case 'title':
      return source.title;
    case 'original-title':
      return source.originalTitle;
    case 'container-title':
      return source['container-title'];
    case 'field':
      return undefined;
  }
}

/** `language` is that of the title, unless it can only be meant of the original. */
function tagOf(source: Source, part: Part): string | undefined {
  const { language, originalLang, originalTitle } = source;
  if (part === 'original-title') return originalLang ?? language;
  return originalTitle !== undefined && originalLang === undefined ? undefined : language;
}

function directionOf(script: string | undefined): 'ltr' | 'rtl' {
  return script === undefined ? 'ltr' : directionOfScript(script);
}

function localeOf(tag: string): Intl.Locale | undefined {
  const canonical = canonicalTag(tag);
  return canonical === undefined ? undefined : new Intl.Locale(canonical);
}
