/** Check of the package: what its parts name is there. */
import { diagnose } from '../../../model/diagnostic.ts';
import { elementsIn } from '../open-docx.ts';
import type { DocxRule } from '../rule.ts';

export const packageRules: readonly DocxRule[] = [
  {
    code: 'docx-part-missing',
    requirement: 'every part that is named is in the file',
    standards: ['Office Open XML'],
    source: 'ECMA-376-2, 9.3 (relationships); ECMA-376-1, 22.8',
    check: ({ names, relations, texts }) => {
      const known = new Set(names);
      const lost = relations
        .filter(({ isOutside, target }) => !isOutside && !known.has(target))
        .map(({ from, target }) => ({ part: target, source: from === '' ? 'the package' : from }));
      const unrelated = texts.flatMap(({ name, root }) => {
        const ids = new Set(relations.filter(({ from }) => from === name).map(({ id }) => id));
        return naming
          .flatMap(([element, key]) =>
            elementsIn(root, element).flatMap(({ attributes }) => attributes[key] ?? []),
          )
          .filter((id) => !ids.has(id))
          .map((id) => ({ part: `the relation ${id}`, source: name }));
      });
      return [...lost, ...unrelated].map((slots) => diagnose('docx-part-missing', slots));
    },
  },
];

/** Elements that name a relation, and the attribute in which they do. */
const naming = [
  ['w:hyperlink', 'r:id'],
  ['w:headerReference', 'r:id'],
  ['w:footerReference', 'r:id'],
  ['a:blip', 'r:embed'],
  ['asvg:svgBlip', 'r:embed'],
] as const;
