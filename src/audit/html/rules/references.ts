/** Checks of what stands for something else: ids and the links to them. */
import { diagnose } from '../../../model/diagnostic.ts';
import { attribute } from '../open-html.ts';
import type { HtmlRule } from '../rule.ts';

export const referenceRules: readonly HtmlRule[] = [
  {
    code: 'html-id-doubled',
    requirement: 'no id stands in the page twice',
    standards: ['best practice'],
    source: 'HTML Standard, 3.2.6 (the id attribute)',
    check: ({ elements }) => {
      const seen = new Set<string>();
      const doubled = new Set<string>();
      for (const element of elements) {
        const id = attribute(element, 'id');
        if (id === undefined) continue;
        if (seen.has(id)) doubled.add(id);
        seen.add(id);
      }
      if (seen.size === 0) return undefined;
      return [...doubled].map((id) => diagnose('html-id-doubled', { id }));
    },
  },
  {
    code: 'html-anchor-dangling',
    requirement: 'every link inside the page leads to a place in it',
    standards: ['own'],
    source: 'own rule, on HTML Standard, 7.4.6.4 (fragments)',
    check: ({ elements, ids }) => {
      const anchors = elements.flatMap((element) => {
        const href = element.tagName === 'a' ? attribute(element, 'href') : undefined;
        return href !== undefined && /^#./.test(href) ? [decoded(href.slice(1))] : [];
      });
      if (anchors.length === 0) return undefined;
      return [...new Set(anchors)]
        .filter((anchor) => !ids.has(anchor) && anchor.toLowerCase() !== 'top')
        .map((anchor) => diagnose('html-anchor-dangling', { anchor }));
    },
  },
];

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
