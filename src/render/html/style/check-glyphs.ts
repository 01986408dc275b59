/** Finds text that no font of the brief can draw, so that no page shows boxes or a stranger's letters. */
import type { Nodes, Root } from 'mdast';
import { createCodePoints } from '../../../model/code-points.ts';
import { type Diagnostic, diagnose } from '../../../model/diagnostic.ts';
import type { FontFace } from '../../../model/document.ts';
import { charactersOf } from '../../../model/font-characters.ts';
import { packageFor } from '../../../model/font-families.ts';
import { dataOf } from '../../../model/tree.ts';
import { type CodePointRange, parseUnicodeRange } from '../../../model/unicode-range.ts';
import { walk } from '../../../model/walk.ts';

/**
 * tree, faces → one `glyph-missing` for each text with characters that none of the faces has; each
 * character is reported once, where it stands first. Without faces nothing is said: the reader's own
 * fonts are used then. Code is set in the reader's fonts, too. A font that could be installed is named.
 */
export function checkGlyphs(
  tree: Root,
  faces: readonly FontFace[],
  lang: string,
): readonly Diagnostic[] {
  if (faces.length === 0) return [];
  const canDraw = drawing(faces);
  if (!hasMissing(tree, canDraw)) return [];
  const known = new Map<number, boolean>();
  const diagnostics: Diagnostic[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type !== 'text') return;
    const missing: string[] = [];
    // Browsers draw a letter and its accent as one where the font has that.
    for (const character of node.value.normalize('NFC')) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (known.has(codePoint)) continue;
      const isDrawn = isInvisible(character) || canDraw(codePoint);
      known.set(codePoint, isDrawn);
      if (!isDrawn) missing.push(character);
    }
    if (missing.length === 0) return;
    const span = dataOf(node)?.origin;
    diagnostics.push(
      diagnose('glyph-missing', slotsOf(missing), {
        ...(span === undefined ? {} : { span }),
        ...remedyFor(missing, lang),
      }),
    );
  });
  return diagnostics;
}

/** Nearly always every text can be drawn, and to know that takes no look at each of them by itself. */
function hasMissing(tree: Root, canDraw: (codePoint: number) => boolean): boolean {
  const characters = createCodePoints();
  walk<Nodes>(tree, (node) => {
    if (node.type === 'text') characters.add(node.value.normalize('NFC'));
  });
  return [...characters.all].some(
    (codePoint) => !canDraw(codePoint) && !isInvisible(String.fromCodePoint(codePoint)),
  );
}

/** Faces → a test that opens as few of them as it can: all cuts of a family have the same characters. */
function drawing(faces: readonly FontFace[]): (codePoint: number) => boolean {
  const named = new Map(faces.map((face) => [`${face.family} ${face.unicodeRange}`, face]));
  const fonts = [...named.values()].map(({ unicodeRange, bytes }) => ({
    claims: unicodeRange === undefined ? () => true : inRanges(parseUnicodeRange(unicodeRange)),
    has: once(() => charactersOf(bytes)),
  }));
  return (codePoint) => fonts.some(({ claims, has }) => claims(codePoint) && has()(codePoint));
}

function inRanges(ranges: readonly CodePointRange[]): (codePoint: number) => boolean {
  return (codePoint) => ranges.some(([first, last]) => codePoint >= first && codePoint <= last);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** White space, controls, joiners and marks of direction; and the hyphen that browsers draw as another. */
function isInvisible(character: string): boolean {
  return /[\s\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\u2011]/u.test(character);
}

/**
 * Fonts for Chinese, Japanese and Korean are large, so they come only where somebody wants them. What is
 * several letters in one, as the "\uFB01" that is copied out of a PDF, can be written as those.
 */
function remedyFor([first = '']: readonly string[], lang: string): { readonly hint?: string } {
  const wanted = packageFor(lang, first.codePointAt(0) ?? 0);
  if (wanted !== undefined) return { hint: `npm install ${wanted}` };
  const plain = first.normalize('NFKC');
  return plain === first ? {} : { hint: `write "${plain}" instead of "${first}"` };
}

/** How many characters a message names. */
const mostNamed = 6;

function slotsOf(missing: readonly string[]): { characters: string; codePoints: string } {
  const named = missing.slice(0, mostNamed);
  const codes = named.map(
    (character) =>
      `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const more = missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : '';
  return { characters: named.join(''), codePoints: codes.join(', ') + more };
}
