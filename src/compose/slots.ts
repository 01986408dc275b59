/**
 * Slots: what a template gets instead of an editor's words. Printing a slot gives a placeholder of
 * private-use characters; the words themselves are spliced into the tree after it has been parsed,
 * so that nothing typed in a field can change the structure around it.
 */
import type { PhrasingContent, Root } from 'mdast';
import type { DataPath, Entry } from '../model/stages.ts';

/** Marks around a slot's number. The loader refuses both characters in data. */
const open = '\uE000';
const close = '\uE001';

/** The field that a slot's words were written in. */
export interface Field {
  readonly entry: Entry;
  readonly path: DataPath;
}

/** What a slot stands for. */
export type Content =
  | { readonly type: 'text'; readonly value: string; readonly field?: Field | undefined }
  | { readonly type: 'markdown'; readonly value: string; readonly field: Field }
  | { readonly type: 'inline'; readonly nodes: readonly PhrasingContent[] }
  | { readonly type: 'blocks'; readonly nodes: Root['children'] };

/** Prints as its placeholder; templates can test it, loop over lists of it, and print it. */
export interface Slot {
  readonly toString: () => string;
}

/** All slots of one brief. */
export class Slots {
  readonly #contents: Content[] = [];

  /** Text that is printed as it is; nothing for nothing. */
  text(value: string | number | undefined, field?: Field): Slot | null {
    return value === undefined ? null : this.#add({ type: 'text', value: String(value), field });
  }

  /** Markdown, parsed by itself when it is spliced in. */
  markdown(value: string | undefined, field: Field): Slot | null {
    return value === undefined ? null : this.#add({ type: 'markdown', value, field });
  }

  /** Nodes made by the composer, for use inside a line. */
  inline(...nodes: readonly PhrasingContent[]): Slot {
    return this.#add({ type: 'inline', nodes });
  }

  /** Nodes made by the composer, for use on a line of their own. */
  blocks(...nodes: Root['children']): Slot {
    return this.#add({ type: 'blocks', nodes });
  }

  /** number in a placeholder → what it stands for. */
  contentOf(number: number): Content {
    const content = this.#contents[number];
    if (content === undefined) throw new Error(`no slot ${number}`);
    return content;
  }

  #add(content: Content): Slot {
    const placeholder = `${open}${this.#contents.length}${close}`;
    this.#contents.push(content);
    return Object.freeze({ toString: () => placeholder });
  }
}

/** A piece of a text that may hold placeholders: plain text, or the number of a slot. */
export type Piece = string | number;

/** text → its pieces, in order, without empty ones. */
export function piecesOf(text: string): Piece[] {
  if (!text.includes(open)) return text === '' ? [] : [text];
  return text
    .split(/(\uE000\d+\uE001)/)
    .filter((part) => part !== '')
    .map((part) => (part.startsWith(open) ? Number(part.slice(1, -1)) : part));
}
