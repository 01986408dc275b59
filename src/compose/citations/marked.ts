/**
 * What the citation engine prints: text with marks of our own where others have HTML. Marks are
 * private-use characters, which the loader refuses in data, so nothing that stands in a source can
 * look like one and nothing ever needs escaping.
 */

const open = '\uE010';
const middle = '\uE011';
const close = '\uE012';
/** Printed as nothing. */
const nothing = '\uE014';
/** Stands for `<` while the engine works, which would take `<i>` in a title for markup. */
const lessThan = '\uE013';

/** How something looks. */
export type Look = 'italic' | 'upright' | 'bold' | 'small-caps' | 'sup' | 'sub';

/** Which field of a source something is. */
export type Part = 'title' | 'original-title' | 'container-title' | 'field';

/** What a mark means. Parts carry the id of their source, `link` an address. */
export type MarkKind = Look | Part | 'link';

/** A stretch of what was printed. */
export interface Mark {
  readonly kind: MarkKind;
  /** Id or address; empty for a look. */
  readonly about: string;
  readonly children: readonly Marked[];
}

export type Marked = string | Mark;

/** Puts a mark around a text. */
export function mark(kind: MarkKind, text: string, about = ''): string {
  return text === '' ? '' : `${open}${kind} ${about}${middle}${text}${close}`;
}

/**
 * Text of a source → the same as the engine must see it. The engine keeps names in plain objects, so
 * a word such as "valueOf" must not look like what every object has.
 */
export function shield(text: string): string {
  return text
    .replace(/[\uE010-\uE014]/g, '')
    .replaceAll('<', lessThan)
    .replace(/__[A-Za-z]+__|[A-Za-z]+/g, (word) =>
      word in Object.prototype ? nothing + word : word,
    );
}

/** What the engine printed → its stretches. */
export function readMarked(printed: string): readonly Marked[] {
  const outside: Marked[] = [];
  const stack: Marked[][] = [outside];
  for (const piece of printed.split(/(\uE010[^\uE011]*\uE011|\uE012)/)) {
    const siblings = stack.at(-1) ?? outside;
    if (piece.startsWith(open)) {
      const [kind = '', ...about] = piece.slice(1, -1).split(' ');
      const children: Marked[] = [];
      // Only `mark` writes these characters.
      siblings.push({ kind: kind as MarkKind, about: about.join(' '), children });
      stack.push(children);
    } else if (piece === close) {
      if (stack.length > 1) stack.pop();
    } else if (piece !== '') {
      siblings.push(piece.replaceAll(lessThan, '<').replaceAll(nothing, ''));
    }
  }
  return outside;
}

/** All text in some stretches. */
export function plainText(marked: readonly Marked[]): string {
  return marked
    .map((each) => (typeof each === 'string' ? each : plainText(each.children)))
    .join('');
}
