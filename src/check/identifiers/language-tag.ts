/**
 * Languages as BCP 47 tags. The runtime's own data say which exist (Unicode CLDR); a code of three
 * letters that they have no name for is let through, since ISO 639-3 has thousands.
 */
import type { Flaw } from './flaw.ts';

/** The languages of two letters. Source: ISO 639-1. The runtime's names take 15 ms to be loaded. */
const twoLetters = new Set(
  [
    'aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy',
    'da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu',
    'hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb',
    'lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om',
    'or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw',
    'ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu',
  ].flatMap((line) => line.split(' ')),
);

/** `en-GB`, `prs`, `zh-Hans` → undefined; anything else → its flaw. */
export function languageFlaw(tag: string): Flaw | undefined {
  const locale = localeOf(tag);
  if (locale === undefined) {
    const mended = localeOf(tag.trim().replaceAll('_', '-'))?.toString();
    const hint = mended === undefined ? byName(tag) : `write ${mended}`;
    return { problem: 'is not a language tag', hint };
  }
  const [language = '', ...rest] = tag.split('-');
  if (language.length > 3 || (language.length === 2 && !isKnown(language))) {
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

/** In use, or once in use: the runtime still has a name for what was withdrawn. */
function isKnown(code: string): boolean {
  if (twoLetters.has(code)) return true;
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return names.of(code) !== undefined;
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
