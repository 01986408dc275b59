/** Everything that stands in the page's `style` element, in order of the cascade. */
import type { Nodes } from 'hast';
import { createCodePoints } from '../../../model/code-points.ts';
import type { Composed } from '../../../model/document.ts';
import type { Outcome } from '../../../model/outcome.ts';
import { walk } from '../../../model/walk.ts';
import type { Parts } from '../parts.ts';
import { checkGlyphs } from './check-glyphs.ts';
import { containedCss } from './css-string.ts';
import { fontFaces, fontStacks } from './fonts.ts';
import { pageVariables } from './page-variables.ts';
import { themeRules } from './theme.ts';

/**
 * document, its body → CSS: fonts, screen styles, print styles, the theme, the office's own sheet, the
 * page's words. The theme comes after the styles, so that its values win over the defaults in `base.css`;
 * the words and colours of the marking come last, so that no sheet changes them. In two, these stand
 * in a `style` element of their own, so that a browser can tell what all briefs share. Reports
 * `theme-value-refused` and `glyph-missing`.
 */
export function styleSheet(document: Composed, body: Parts, isInTwo: boolean): Outcome<string> {
  const { look } = document;
  const theme = themeRules(look.theme);
  // Fonts are most of a page and made of safe letters alone, names included, so nobody searches them.
  const fonts = fontFaces(look.fonts, charactersOf(document, body));
  const css = [
    look.screenCss,
    look.printCss,
    fontStacks(look.fonts),
    theme.value,
    look.houseCss ?? '',
  ].join('\n');
  const own = containedCss(pageVariables(document));
  return {
    value: [fonts, containedCss(css), ...(isInTwo ? ['</style>', '<style>'] : []), own].join('\n'),
    diagnostics: [
      ...theme.diagnostics,
      ...checkGlyphs(document.tree, look.fonts, document.meta.lang),
    ],
  };
}

/** Code points that the page shows: its text, and the words of running header and footer. */
function charactersOf({ meta }: Composed, body: Parts): ReadonlySet<number> {
  const characters = createCodePoints();
  for (const part of [body.banner, body.notice, body.opening, body.rest, body.footer]) {
    for (const top of part) {
      walk<Nodes>(top, (node) => {
        if (node.type === 'text') characters.add(node.value);
      });
    }
  }
  characters.add(
    [meta.title, meta.shortTitle, meta.publisher.name, meta.issuedText, meta.marking].join(),
  );
  characters.add([meta.edition, meta.publisher.sample, ...Object.values(meta.labels)].join());
  return characters.all;
}
