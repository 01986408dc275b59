/**
 * Characters that must not or should not be in a document, typed or escaped. Private use is refused
 * because the composer marks its slots with it (U+E000, U+E001) and because no font can be relied on
 * for it; the marks of direction and joining that Arabic, Hebrew or Persian need are let through.
 * Sources: Unicode 17, chapters 9.2, 23.2 and 23.5; Unicode Technical Report 36, "Bidirectional text".
 */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { positionAt, type Span } from '../model/span.ts';

/** One such character and where it stands. */
export interface Suspect {
  /** The character, or half of one. */
  readonly character: string;
  readonly span: Span;
}

const suspicious =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B\u2028-\u202E\u2060-\u2064\u2066-\u2069\uE000-\uF8FF\uFEFF\uFFFE\uFFFF]|[\uDB80-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Names of the invisible characters that only earn a warning. */
const invisible: Readonly<Record<string, string>> = {
  '\u0085': 'a next-line character',
  '\u00AD': 'a soft hyphen',
  '\u200B': 'a zero-width space',
  '\u2028': 'a line separator',
  '\u2029': 'a paragraph separator',
  '\u2060': 'a word joiner',
  '\u2061': 'an invisible operator',
  '\u2062': 'an invisible operator',
  '\u2063': 'an invisible operator',
  '\u2064': 'an invisible operator',
  '\uFEFF': 'a zero-width no-break space',
};

/** text, its file → the suspects in it; offsets are those of the text. */
export function suspectsIn(file: string, text: string): Suspect[] {
  return [...text.matchAll(suspicious)].map(({ 0: character, index }) => ({
    character,
    span: { file, start: index, end: index + character.length },
  }));
}

/**
 * Suspects of one file, with its text → what they deserve to have said. An error is said at the first
 * of its kind with the number of the others, since a file full of them has one cause; a warning is
 * said once a line.
 */
export function explainSuspects(suspects: readonly Suspect[], text: string): Diagnostic[] {
  const groups = new Map<string, Suspect[]>();
  for (const suspect of suspects) {
    const { character, span } = suspect;
    const isMild = invisible[character] !== undefined;
    const key = isMild ? `${character}${positionAt(text, span.start).line}` : character;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [suspect]);
    else group.push(suspect);
  }
  return [...groups.values()].map(describe);
}

function describe([first, ...others]: readonly Suspect[]): Diagnostic {
  if (first === undefined) throw new Error('a group of characters is never empty');
  const { character, span } = first;
  const point = character.codePointAt(0) ?? 0;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  const slots = { code, others: others.length };
  const name = invisible[character];
  if (name !== undefined) return diagnose('character-invisible', { code, name }, { span });
  if (point >= 0xd800 && point <= 0xdfff) return diagnose('character-surrogate', slots, { span });
  const isPrivate = (point >= 0xe000 && point <= 0xf8ff) || point >= 0xf0000;
  if (isPrivate) return diagnose('character-private', slots, { span });
  if (point >= 0x202a && point <= 0x2069) return diagnose('character-bidi', slots, { span });
  return diagnose('character-control', slots, { span });
}
