/**
 * Languages as BCP 47 tags. The runtime's own data say which exist (Unicode CLDR); a code of three
 * letters that they have no name for is let through, since ISO 639-3 has thousands.
 */
import type { Flaw } from './flaw.ts';

/** `en-GB`, `prs`, `zh-Hans` → undefined; anything else → its flaw. */
export function languageFlaw(tag: string): Flaw | undefined {
  const locale = localeOf(tag);
  if (locale === undefined) {
    const mended = localeOf(tag.trim().replaceAll('_', '-'))?.toString();
    const hint = mended === undefined ? byName(tag) : `write ${mended}`;
    return { problem: 'is not a language tag', hint };
  }
  const [language = '', ...rest] = tag.split('-');
  if (language.length > 3 || (language.length === 2 && nameOf(language) === undefined)) {
    return { problem: 'names no known language', hint: byName(tag) };
  }
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part))?.toUpperCase();
  if (region !== undefined && locale.region !== region) {
    return { problem: `names the region ${region}, which is not one`, hint: `write ${locale}` };
  }
  return undefined;
}

function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

function nameOf(code: string): string | undefined {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code);
}

/** `Persian` → `write fa`: staff know the name of a language, not always its code. */
function byName(name: string): string {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const wanted = name.trim().toLowerCase();
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const code = letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((two) => names.of(two)?.toLowerCase() === wanted);
  return code === undefined ? 'write a code such as en, en-GB, fr or prs' : `write ${code}`;
}
