/** Which way a language is read. */

/** Languages that are written from right to left, by their first subtag. Source: CLDR, script metadata. */
const rightToLeft = new Set('ar arc ckb dv fa he ks ku nqo prs ps sd syr ug ur yi'.split(' '));

/** BCP 47 tag → its direction; a script that is named counts before the language. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...subtags] = lang.toLowerCase().split('-');
  const script = subtags.find((subtag) => /^[a-z]{4}$/.test(subtag));
  if (script !== undefined) return directionOfScript(script);
  return rightToLeft.has(language) ? 'rtl' : 'ltr';
}

/** ISO 15924 code, in any case → its direction. */
export function directionOfScript(script: string): 'ltr' | 'rtl' {
  return rightToLeftScripts.has(script.toLowerCase()) ? 'rtl' : 'ltr';
}

// Source: Unicode 16, scripts whose letters have the bidirectional classes R and AL.
const rightToLeftScripts = new Set('adlm arab hebr nkoo rohg syrc thaa'.split(' '));

/** A letter that runs from right to left; digits of the same scripts do not. Source: as above. */
export const rightToLeftLetter =
  /[\p{Script=Adlm}\p{Script=Arab}\p{Script=Hebr}\p{Script=Nkoo}\p{Script=Rohg}\p{Script=Syrc}\p{Script=Thaa}]/u;

/** The direction of a text's first letter; undefined where it has none. Source: UAX #9, rule P2. */
export function directionOfText(text: string): 'ltr' | 'rtl' | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  if (letter === undefined) return undefined;
  return rightToLeftLetter.test(letter) ? 'rtl' : 'ltr';
}
