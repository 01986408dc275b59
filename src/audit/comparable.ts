/** The form in which text of a finished file is compared with text of the brief. */

/**
 * Text → its letters, digits and symbols in capitals: without spaces, punctuation and hyphens, which
 * change at the ends of lines, without ligatures and widths, without what a style sheet may change, without the signs that
 * stand for a missing glyph.
 * Source of the folding: Unicode normalisation form KC (UAX #15) and full case mapping.
 */
export function comparable(text: string): string {
  return text.replace(beyondAscii, folded).toUpperCase().replace(noLetterOfAscii, '');
}

/** No character of ASCII is changed by what stands before it, nor by the folding itself (UAX #15). */
const beyondAscii = /[\0-\x7f]?[^\0-\x7f]+/g;

/** All of ASCII but its letters, digits and symbols (UAX #44, General_Category), and but `%`. */
const noLetterOfAscii = /[\0-#&-*,-/:;?@[-\]_{}\x7f]+/g;

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{S}%]|\u{fffd}/gu, '')
    .replace(/[İı]/g, 'I');
}
