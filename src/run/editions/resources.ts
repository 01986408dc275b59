/** What shapes a document besides its data, file by file: template, page, partials, styles, fonts. */
import type { Built } from '../../compile.ts';
import { sha256 } from '../../model/hash.ts';

/** A built brief → name of each resource → SHA-256, in order of the names. */
export function resourcesOf({
  template,
  document,
  translations,
}: Pick<Built, 'template' | 'document' | 'translations'>): Record<string, string> {
  const files = [template.main, template.page, template.mail.page, ...template.partials.values()];
  const hashes = new Map(files.map(({ path, text }) => [path, sha256(text)]));
  hashes.set('screen styles', sha256(template.screenCss));
  hashes.set('print styles', sha256(template.printCss));
  hashes.set('mail styles', sha256(template.mail.css));
  // Each language has the fonts that its letters need.
  const fonts = [document, ...translations].flatMap(({ look }) => look.fonts);
  for (const { family, weight, style, unicodeRange = '', bytes } of fonts) {
    hashes.set(`font ${family} ${weight} ${style} ${unicodeRange}`.trim(), sha256(bytes));
  }
  return Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)));
}
