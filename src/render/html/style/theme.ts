/** The look's values as CSS custom properties, which `base.css` reads, with defaults of its own. */
import { type Diagnostic, diagnose } from '../../../model/diagnostic.ts';
import type { Outcome } from '../../../model/outcome.ts';
import { cssString } from './css-string.ts';

/** A colour, a length, a number, or words such as the name of a font; nothing that could end a rule. */
const safeValue = /^[-#.%,\p{L}\p{N} ]+$/u;
const safeName = /^[a-z][a-z0-9-]*$/;
const fontNames: ReadonlySet<string> = new Set(['serif', 'sans']);

/**
 * theme → `:root { --theme-name: value; }`, sorted by name: `accent`, `ink`, `serif`, `sans` and
 * whatever else a style sheet asks for. Reports `theme-value-refused`.
 */
export function themeRules(theme: Readonly<Record<string, string>>): Outcome<string> {
  const diagnostics: Diagnostic[] = [];
  const lines: string[] = [];
  for (const name of Object.keys(theme).sort()) {
    const value = theme[name] ?? '';
    if (!safeName.test(name) || !safeValue.test(value)) {
      diagnostics.push(diagnose('theme-value-refused', { name, value }));
    } else {
      lines.push(`--theme-${name}: ${fontNames.has(name) ? cssString(value) : value};`);
    }
  }
  const value = lines.length === 0 ? '' : `:root {\n  ${lines.join('\n  ')}\n}\n`;
  return { value, diagnostics };
}
