/**
 * Makes SVG from anywhere safe to show: what is not on the list of harmless elements and attributes is
 * left out, so that nothing runs, nothing is fetched and nothing leads away. The file is read the way
 * browsers read it, and printed anew from what was understood: nothing unknown can pass.
 */
import type { Element, ElementContent, Properties, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { attributes, elements, kindOfElement, type Removed, styleProperties } from './svg-lists.ts';

/** SVG that is safe, and the kinds of things that it was cleaned of. */
export interface CleanSvg {
  readonly svg: Element;
  readonly removed: ReadonlySet<Removed>;
}

/** Deeper than any drawing; parsers and printers that follow work by recursion. */
const deepest = 64;
/** More than any drawing that a page needs. */
const mostElements = 20_000;

/** SVG as text → SVG that is safe; undefined where there is none, or too much of it. */
export function cleanSvg(text: string): CleanSvg | undefined {
  try {
    return cleaned(text);
  } catch (error) {
    // The parser works by recursion: a file that is nested ten thousand levels deep ends it.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function cleaned(text: string): CleanSvg | undefined {
  const root = fromHtml(text, { fragment: true, space: 'html' });
  const found = findSvg(root);
  if (found === undefined) return undefined;
  const cleaner = new Cleaner(found);
  const svg = cleaner.clean(found, 0);
  if (svg === undefined || cleaner.isTooMuch) return undefined;
  return { svg, removed: cleaner.removed };
}

function findSvg({ children }: Root): Element | undefined {
  return children.find(
    (node): node is Element => node.type === 'element' && node.tagName === 'svg',
  );
}

class Cleaner {
  readonly removed = new Set<Removed>();
  isTooMuch = false;
  #count = 0;
  /** Ids of parts that show other parts: one that is shown by another could multiply without end. */
  readonly #nesting: ReadonlySet<string>;

  constructor(svg: Element) {
    this.#nesting = idsAround(svg, 'use');
  }

  clean(node: Element, depth: number): Element | undefined {
    this.#count += 1;
    if (depth > deepest || this.#count > mostElements) {
      this.isTooMuch = true;
      return undefined;
    }
    const properties = this.#properties(node);
    if (node.tagName === 'use' && !this.#isPlainUse(properties)) {
      this.removed.add('repeated parts');
      return undefined;
    }
    return {
      type: 'element',
      tagName: node.tagName,
      properties,
      children: node.children.flatMap((child) => this.#child(child, depth + 1)),
    };
  }

  #child(child: ElementContent, depth: number): ElementContent[] {
    if (child.type === 'text') return [{ type: 'text', value: child.value }];
    if (child.type !== 'element' || this.isTooMuch) return [];
    if (child.tagName === 'a') {
      this.removed.add('links');
      return child.children.flatMap((inner) => this.#child(inner, depth + 1));
    }
    if (child.tagName === 'style') return this.#style(child);
    if (!elements.has(child.tagName)) {
      const kind = kindOfElement(child.tagName);
      if (kind !== undefined) this.removed.add(kind);
      return [];
    }
    const clean = this.clean(child, depth);
    return clean === undefined ? [] : [clean];
  }

  #properties({ properties }: Element): Properties {
    const kept: Properties = {};
    for (const [name, value] of Object.entries(properties)) {
      if (name === 'href' || name === 'xLinkHref') {
        if (isOwnPart(String(value))) kept.href = String(value);
        else this.removed.add('links');
      } else if (name === 'style') {
        const style = this.#declarations(String(value));
        if (style !== '') kept.style = style;
      } else if (/^on/i.test(name)) {
        this.removed.add('scripts');
      } else if (attributes.has(name)) {
        if (isHarmless(String(value))) kept[name] = value;
        else this.removed.add('links');
      }
    }
    return kept;
  }

  /** Of a `style` attribute, what could as well stand in attributes. */
  #declarations(style: string): string {
    return style
      .split(';')
      .map((one) => one.split(':', 2).map((part) => part.trim()))
      .filter(([name = '', value = '']) => {
        if (!styleProperties.has(name.toLowerCase()) || value === '') return false;
        if (isHarmless(value)) return true;
        this.removed.add('styles');
        return false;
      })
      .map(([name, value]) => `${name}: ${value}`)
      .join('; ');
  }

  /** A style sheet stays where it asks for nothing; inside a picture it reaches no further than that. */
  #style({ children }: Element): ElementContent[] {
    const css = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    if (/@|\\|<|expression|behavior|binding/i.test(css) || !isHarmless(css)) {
      this.removed.add('styles');
      return [];
    }
    const text: ElementContent = { type: 'text', value: css };
    return [{ type: 'element', tagName: 'style', properties: {}, children: [text] }];
  }

  #isPlainUse({ href }: Properties): boolean {
    return href !== undefined && !this.#nesting.has(String(href).slice(1));
  }
}

function isOwnPart(address: string): boolean {
  return /^#[\w.:-]+$/.test(address.trim());
}

/** `url(#id)` names a part of the same picture; any other address does not. */
function isHarmless(value: string): boolean {
  const rest = value.replace(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, '');
  return !/url\s*\(|image-set|\\|javascript:|data:|https?:|\/\//i.test(rest);
}

/** Ids of the elements that hold one of a name, themselves included. */
function idsAround(svg: Element, tagName: string): ReadonlySet<string> {
  const ids = new Set<string>();
  const holds = (node: Element): boolean => {
    const inside = node.children.filter((child) => child.type === 'element').map(holds);
    const found = node.tagName === tagName || inside.includes(true);
    if (found && node.properties.id !== undefined) ids.add(String(node.properties.id));
    return found;
  };
  holds(svg);
  return ids;
}
