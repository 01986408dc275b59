/**
 * Runs inside the page, before it is printed: waits for the fonts and finds what does not fit. Its
 * source text is sent to the browser, so `measurePage` must not use anything outside itself, and a
 * bundler must not add calls to it (esbuild's `keepNames` would).
 */

/** What the page answers. */
export interface PageMeasure {
  /** Widths of the text columns that the style sheets' page rules make, in CSS pixels, without repeats. */
  readonly columnWidthsPx: readonly number[];
  /** Elements that do not fit, among those whose column is as wide as the window now is. */
  readonly overflowing: readonly string[];
}

/** The part of the browser's interface that is used here; the program is compiled without the DOM's types. */
interface PageElement {
  readonly tagName: string;
  readonly textContent: string;
  readonly parentElement: PageElement | null;
  readonly clientWidth: number;
  readonly scrollWidth: number;
  readonly ownerSVGElement?: PageElement | null;
  getBoundingClientRect(): { left: number; right: number; width: number; height: number };
  contains(other: PageElement): boolean;
}
interface PageStyle {
  getPropertyValue(name: string): string;
}
interface PageRule {
  readonly cssText: string;
  readonly selectorText?: string;
  readonly style?: PageStyle;
  readonly cssRules?: Iterable<PageRule>;
  readonly media?: { readonly mediaText: string };
}
interface PageSheet {
  readonly cssRules: Iterable<PageRule>;
}
declare const document: {
  readonly documentElement: PageElement;
  readonly styleSheets: Iterable<PageSheet>;
  readonly fonts: Iterable<{
    readonly family: string;
    readonly status: string;
    load(): Promise<unknown>;
  }> & { readonly ready: Promise<unknown> };
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
};
declare function getComputedStyle(
  element: PageElement,
): PageStyle & { readonly fontFamily: string; readonly direction: string };
declare function matchMedia(query: string): { readonly matches: boolean };
declare const CSSPageRule: { [Symbol.hasInstance](value: unknown): boolean };
declare const CSSNumericValue: { parse(text: string): { to(unit: 'px'): { value: number } } };

/** paper and margin of a page that says nothing, in CSS pixels → what fits and what does not. */
export async function measurePage(paper: {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly marginPx: number;
}): Promise<PageMeasure> {
  /** A difference of less than a pixel comes from rounding, not from content. */
  const tolerancePx = 1;
  const mostReported = 20;
  /** Each of these is compared with each. */
  const mostCompared = 500;

  const windowPx = document.documentElement.clientWidth;
  const rules = [...document.styleSheets].flatMap(rulesOf);
  const pageRules = rules.filter((rule) => rule instanceof CSSPageRule);
  await fontsLoaded();
  const columns = columnsByPageName();
  const plainColumn = columns.get('auto');
  return {
    columnWidthsPx: [...new Set(columns.values())],
    overflowing: innermost(misfits().slice(0, mostCompared)).slice(0, mostReported).map(describe),
  };

  function rulesOf(sheet: PageSheet): PageRule[] {
    try {
      return rulesIn(sheet.cssRules);
    } catch {
      // A style sheet from elsewhere, which was refused: it has no rules, and may not be asked for them.
      return [];
    }
  }

  /** Those that are in force, each before what stands inside it. */
  function rulesIn(list: Iterable<PageRule>): PageRule[] {
    return [...list].flatMap((rule) => {
      if (rule instanceof CSSPageRule) return [rule];
      if (rule.media !== undefined && !matchMedia(rule.media.mediaText).matches) return [];
      return [rule, ...(rule.cssRules === undefined ? [] : rulesIn(rule.cssRules))];
    });
  }

  /** Running heads are laid out only while printing, too late to wait for a font that they alone use. */
  async function fontsLoaded(): Promise<void> {
    const inMargins =
      getComputedStyle(document.documentElement).fontFamily +
      pageRules.map((rule) => rule.cssText).join('');
    const late = [...document.fonts].filter(
      ({ family, status }) =>
        status === 'unloaded' && inMargins.includes(family.replaceAll(/^["']|["']$/g, '')),
    );
    await Promise.allSettled(late.map((font) => font.load()));
    await document.fonts.ready;
  }

  function columnsByPageName(): Map<string, number> {
    const plain = pageRules.filter((rule) => (rule.selectorText ?? '') === '');
    const result = new Map([['auto', columnOf(plain)]]);
    for (const { selectorText = '' } of pageRules) {
      if (selectorText === '' || selectorText.includes(':')) continue;
      if (!isPageUsed(selectorText)) continue;
      const own = pageRules.filter((rule) => rule.selectorText === selectorText);
      result.set(selectorText, columnOf([...plain, ...own]));
    }
    return result;
  }

  /**
   * Whether an element may ask for pages of this name: a column that nothing stands in is not measured.
   * What cannot be told from the rule alone counts as asking.
   */
  function isPageUsed(name: string): boolean {
    return rules.some((rule) => {
      const { selectorText: selector = '&', style } = rule;
      if (rule instanceof CSSPageRule) return false;
      const asked = style?.getPropertyValue('page') ?? '';
      if (asked !== name && !asked.includes('var(')) return false;
      return selector.includes('&') || document.querySelector(selector) !== null;
    });
  }

  /** Later rules win; `!important` among page rules is not looked at. */
  function columnOf(rules: readonly PageRule[]): number {
    const last = (name: string) =>
      rules.map((rule) => rule.style?.getPropertyValue(name) ?? '').findLast((text) => text !== '');
    const margin = (name: string) => toPx(last(name)) ?? paper.marginPx;
    return Math.floor(
      paperWidth(last('size')) - margin('margin-left') - margin('margin-right') + 0.01,
    );
  }

  function paperWidth(size: string | undefined): number {
    // Source: CSS Paged Media Module Level 3, section 7.1; width and height in millimetres.
    const papers: Readonly<Record<string, readonly [number, number]>> = {
      a3: [297, 420],
      a4: [210, 297],
      a5: [148, 210],
      b4: [250, 353],
      b5: [176, 250],
      'jis-b4': [257, 364],
      'jis-b5': [182, 257],
      legal: [215.9, 355.6],
      letter: [215.9, 279.4],
      ledger: [279.4, 431.8],
    };
    const words = (size ?? '').toLowerCase().split(' ');
    const named = words.map((word) => papers[word]).find((sides) => sides !== undefined);
    const lengths = words.map(toPx).filter((length) => length !== undefined);
    const [width, height] =
      named === undefined
        ? [lengths[0] ?? paper.widthPx, lengths[1] ?? lengths[0] ?? paper.heightPx]
        : [(named[0] * 96) / 25.4, (named[1] * 96) / 25.4];
    if (words.includes('landscape')) return Math.max(width, height);
    return words.includes('portrait') ? Math.min(width, height) : width;
  }

  function toPx(text: string | undefined): number | undefined {
    try {
      return text === undefined ? undefined : CSSNumericValue.parse(text).to('px').value;
    } catch {
      return undefined;
    }
  }

  function misfits(): { element: PageElement; excessPx: number }[] {
    return [...document.querySelectorAll('body *')]
      .map((element) => ({ element, excessPx: excessOf(element) }))
      .filter(({ excessPx }) => excessPx > tolerancePx);
  }

  function excessOf(element: PageElement): number {
    const box = element.getBoundingClientRect();
    // Nothing is drawn, or it is kept for screen readers in a box of a pixel.
    if (box.width <= 2 || box.height <= 2) return 0;
    const drawing = element.ownerSVGElement;
    if (drawing !== undefined && drawing !== null) {
      if (element.tagName !== 'text') return 0;
      const frame = drawing.getBoundingClientRect();
      return Math.max(frame.left - box.left, box.right - frame.right);
    }
    const inside = element.clientWidth === 0 ? 0 : element.scrollWidth - element.clientWidth;
    const outside = Math.max(
      box.right - windowPx,
      box.left < 0 && isRightToLeft(element) ? -box.left : 0,
    );
    const excessPx = Math.max(inside, outside);
    return excessPx > tolerancePx && columnAt(element) === windowPx ? excessPx : 0;
  }

  /** Text that runs to the left overflows there; elsewhere, what hangs out on the left is meant to. */
  function isRightToLeft(element: PageElement): boolean {
    return getComputedStyle(element).direction === 'rtl';
  }

  function columnAt(element: PageElement): number | undefined {
    for (let at: PageElement | null = element; at !== null; at = at.parentElement) {
      const column = columns.get(getComputedStyle(at).getPropertyValue('page'));
      if (column !== undefined && column !== plainColumn) return column;
    }
    return plainColumn;
  }

  /** A word that is too long makes everything around it too wide; the smallest of these is named. */
  function innermost<T extends { element: PageElement }>(found: readonly T[]): T[] {
    return found.filter(
      ({ element }) =>
        !found.some((other) => other.element !== element && element.contains(other.element)),
    );
  }

  function describe({ element, excessPx }: { element: PageElement; excessPx: number }): string {
    const words = element.textContent.replaceAll(/\s+/g, ' ').trim();
    const text = words.length > 40 ? `${words.slice(0, 39)}…` : words;
    return `${element.tagName.toLowerCase()} "${text}" (${Math.ceil(excessPx)} px too wide)`;
  }
}
