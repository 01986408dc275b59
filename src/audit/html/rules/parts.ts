/** Checks of pictures and tables. */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { diagnose } from '../../../model/diagnostic.ts';
import { shortened } from '../../shortened.ts';
import { attribute, plain } from '../open-html.ts';
import type { HtmlRule } from '../rule.ts';

export const partRules: readonly HtmlRule[] = [
  {
    code: 'html-image-alt-missing',
    requirement: 'every picture has an alternative text, or says that it needs none',
    standards: ['WCAG 2.2'],
    source: 'WCAG 2.2, 1.1.1; techniques H37 and H67',
    check: ({ elements }) => {
      const images = elements.filter(({ tagName }) => tagName === 'img');
      if (images.length === 0) return undefined;
      return images
        .filter((image) => !isDescribed(image))
        .map((image) =>
          diagnose('html-image-alt-missing', {
            image: shortened(attribute(image, 'src') ?? 'without an address', 40),
          }),
        );
    },
  },
  {
    code: 'html-table-headless',
    requirement: 'every table has header cells',
    standards: ['WCAG 2.2'],
    source: 'WCAG 2.2, 1.3.1; technique H51',
    check: ({ elements }) => {
      const tables = elements.filter(
        (element) =>
          element.tagName === 'table' &&
          !/^(?:presentation|none)$/.test(attribute(element, 'role') ?? ''),
      );
      if (tables.length === 0) return undefined;
      return tables
        .filter((table) => !holds(table, isHeader))
        .map((table) => diagnose('html-table-headless', { table: shortened(plain(table)) }));
    },
  },
];

/** Source: Accessible Name and Description Computation 1.2; a role of none takes it out of the reading. */
function isDescribed(image: Element): boolean {
  const names = ['ariaLabel', 'ariaLabelledBy', 'title'];
  return (
    attribute(image, 'alt') !== undefined ||
    /^(?:presentation|none)$/.test(attribute(image, 'role') ?? '') ||
    attribute(image, 'ariaHidden') === 'true' ||
    names.some((name) => /\S/.test(attribute(image, name) ?? ''))
  );
}

function isHeader(element: Element): boolean {
  return (
    element.tagName === 'th' || /^(?:column|row)header$/.test(attribute(element, 'role') ?? '')
  );
}

function holds(table: Element, test: (element: Element) => boolean): boolean {
  let isFound = false;
  visit(table, 'element', (element) => {
    isFound ||= test(element);
  });
  return isFound;
}
