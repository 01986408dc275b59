/**
 * What prose may mention: sources by `[@id, p. 3]`, the pandoc way, and records by `[](#id)`, the
 * MyST way. One scanner for the stage that ties ids to records and for the one that prints them, so
 * that both see the same mentions. Offsets are UTF-16 units, ends exclusive.
 *
 * A citation stands in one pair of brackets and holds one or more items parted by semicolons:
 *
 *     [prefix @id, locator suffix; -@id]
 *
 * - Every item names one source: `@` and a key, at the start of the item or after a space, `-` before
 *   it to leave out the author. So `[me@example.org]`, `[@ home]` and `[@user@host]` are text.
 * - A key begins with a letter, a digit or `_`, and goes on with those and with inner `:.+/-`, most of
 *   what pandoc takes. Whether there is such a source is not asked here.
 * - The locator is what `leadingLocator` finds after the key and an optional comma.
 * - Prefix and suffix are plain text: no brackets, emphasis, code, escapes, HTML or blank lines.
 * - Text in brackets before `(` is a link. `\[` and `\@` are literal.
 */
import { type Locator, leadingLocator } from './locator.ts';
import { blank, withoutCode } from './markdown-code.ts';
import { rememberLatest } from './remember.ts';

export { withoutCode } from './markdown-code.ts';

/**
 * Anywhere between two brackets of a text node, says that the author meant them literally. Put there
 * by `literal-brackets.ts`; whoever reads citations out of a tree takes it away.
 */
export const literalMark = '\uE002';

/** One source in a citation. */
export interface CitationItem {
  readonly id: string;
  /** Of the id, without `@`. */
  readonly start: number;
  readonly end: number;
  /** Text before, trimmed: `see`. */
  readonly prefix: string;
  readonly locator?: Locator;
  /** Text after, trimmed, punctuation included: `, emphasis added`. */
  readonly suffix: string;
  /** Written `-@id`: the sentence names the author already. */
  readonly suppressAuthor: boolean;
}

/** A source that is cited: its id, and where that stands, without `@`. */
export type CitedSource = Pick<CitationItem, 'id' | 'start' | 'end'>;

/** The sources of one citation; the place is that of the brackets. */
export interface CitedSources {
  readonly start: number;
  readonly end: number;
  readonly sources: readonly CitedSource[];
}

/** A citation: everything between one pair of brackets. */
export interface CitationCluster {
  /** Of the brackets and all between them. */
  readonly start: number;
  readonly end: number;
  readonly items: readonly CitationItem[];
}

/** An empty or worded link to a record of the brief. */
export interface CrossReference {
  /** Id of a record or of a figure: `fig-takedowns`, `purge-2019`. */
  readonly target: string;
  /** After the dot: the name of a value. */
  readonly property?: string;
  /** Of the whole link. */
  readonly start: number;
  readonly end: number;
  readonly hasText: boolean;
  /** What stands between the brackets, as Markdown. */
  readonly text: string;
}

/** A stretch in brackets that mentions a source, but is no citation. */
export interface MalformedCitation {
  readonly start: number;
  readonly end: number;
}

const bracketPattern = /\[([^[\]]*)\](?!\()/g;
const keyPattern = /@([\p{L}\p{N}_](?:[\p{L}\p{N}_:.+/-]*[\p{L}\p{N}_])?)/gu;
const markup = new RegExp(
  `[*\`<|\\\\${blank}${literalMark}]|~~|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|\\n[ \\t]*\\n`,
  'u',
);

/** The value of a text node, or `withoutCode(markdown)` → the citations in it, in order. */
export function citationsIn(text: string): readonly CitationCluster[] {
  return scan(text).citations.map(({ start, end, parts }) => {
    return { start, end, items: parts.map((part) => readItem(text, part)) };
  });
}

/** The same → the sources that are cited, without what is said of them, and the brackets around them. */
export function citedIn(text: string): readonly CitedSources[] {
  return scan(text).citations.map(({ start, end, parts }) => {
    return { start, end, sources: parts.map(({ key }) => key) };
  });
}

/** The same → stretches such as `[@a and @b]` that were surely meant as citations. */
export function malformedCitationsIn(text: string): readonly MalformedCitation[] {
  return scan(text).malformed;
}

interface Scan {
  readonly citations: readonly {
    readonly start: number;
    readonly end: number;
    readonly parts: readonly CitedPart[];
  }[];
  readonly malformed: readonly MalformedCitation[];
}

/** Who asks for the one asks for the other, too. */
const scan = rememberLatest((text): Scan => {
  const citations: Scan['citations'][number][] = [];
  const malformed: MalformedCitation[] = [];
  if (!text.includes('@')) return { citations, malformed };
  for (const { start, end } of brackets(text)) {
    const inside = text.slice(start, end);
    if (!inside.includes('@')) continue;
    const parts = citedParts(text, start + 1, end - 1);
    if (parts !== undefined) citations.push({ start, end, parts });
    else if (!inside.includes(literalMark) && keysIn(text, start + 1, end - 1).length > 0) {
      malformed.push({ start, end });
    }
  }
  return { citations, malformed };
});

/** Markdown → the links to records in it, in order. */
export function crossReferencesIn(markdown: string): readonly CrossReference[] {
  if (!markdown.includes('](')) return [];
  const plain = withoutCode(markdown);
  const pattern =
    /(?<!!)\[((?:[^[\]]|\[[^[\]]*\])*)\]\([ \t\n]*<?#([^\s()<>]+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g;
  return [...plain.matchAll(pattern)].map((match) => {
    const [whole, inner = '', address = ''] = match;
    const [target = '', ...property] = address.split('.');
    const text = markdown.slice(match.index + 1, match.index + 1 + inner.length);
    return {
      target,
      ...(property.length === 0 ? {} : { property: property.join('.') }),
      start: match.index,
      end: match.index + whole.length,
      hasText: text.trim() !== '',
      text,
    };
  });
}

function brackets(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(bracketPattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A stretch that names one source. */
interface CitedPart {
  readonly start: number;
  readonly end: number;
  readonly key: CitedSource;
}

/** The items between two offsets, or undefined where one of them is none. */
function citedParts(text: string, start: number, end: number): readonly CitedPart[] | undefined {
  if (markup.test(text.slice(start, end))) return undefined;
  const parts: CitedPart[] = [];
  for (const part of partsBetween(text, start, end)) {
    const [key, ...others] = keysIn(text, part.start, part.end);
    if (key === undefined || others.length > 0) return undefined;
    parts.push({ ...part, key });
  }
  return parts;
}

/** Stretches between semicolons; that of an entity such as `&amp;` parts nothing. */
function partsBetween(text: string, start: number, end: number) {
  const cuts = [...text.slice(start, end).matchAll(/(?<!&#?\w+);/g)].map(
    (match) => start + match.index,
  );
  return [...cuts, end].map((cut, index) => ({
    start: index === 0 ? start : (cuts[index - 1] ?? start) + 1,
    end: cut,
  }));
}

function readItem(text: string, { start, end, key }: CitedPart): CitationItem {
  const before = text.slice(start, key.start - 1);
  const after = text.slice(key.end, end);
  const comma = /^\s*,?\s*/.exec(after)?.[0].length ?? 0;
  const leading = leadingLocator(after.slice(comma));
  return {
    id: key.id,
    start: key.start,
    end: key.end,
    prefix: before.replace(/-$/, '').trim(),
    ...(leading === undefined ? {} : { locator: leading.locator }),
    suffix: after.slice(leading === undefined ? 0 : comma + leading.end).trim(),
    suppressAuthor: before.endsWith('-'),
  };
}

/** Keys after `@` at the start of a stretch or after a space, `-` allowed between. */
function keysIn(text: string, start: number, end: number): readonly CitedSource[] {
  const part = text.slice(start, end);
  return [...part.matchAll(keyPattern)].flatMap((match) => {
    const [whole, id = ''] = match;
    const isAtStart = /(?:^|\s|(?<!&#?\w+);)-?$/.test(part.slice(0, match.index));
    const isWhole = !/^[@\p{L}\p{N}_]/u.test(part.slice(match.index + whole.length));
    if (!isAtStart || !isWhole) return [];
    return [{ id, start: start + match.index + 1, end: start + match.index + whole.length }];
  });
}
