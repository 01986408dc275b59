/** The look's values as CSS custom properties, which `base.css` reads, with defaults of its own. */
import { lightenedFor, mixed } from '../../../model/colour.ts';
import { type Diagnostic, diagnose } from '../../../model/diagnostic.ts';
import type { Outcome } from '../../../model/outcome.ts';
import { cssString } from './css-string.ts';

/** A colour, a length, a number, or words such as the name of a font; nothing that could end a rule. */
const safeValue = /^[-#.%,\p{L}\p{N} ]+$/u;
const safeName = /^[a-z][a-z0-9-]*$/;
const fontNames: ReadonlySet<string> = new Set(['serif', 'sans']);

/** Words of the theme that stand for a number. */
const densities: ReadonlyMap<string, string> = new Map([
  ['comfortable', '1'],
  ['compact', '0.75'],
]);

const hexColour = /^#[0-9a-f]{6}$/i;

/** Ground of the dark screen, as in `screen.css`. */
const darkGround = '#14181a';
/** Contrast of running text at WCAG 2.2 level AAA, as the accent colours thin figures and rules too. */
const accentContrast = 7;

/**
 * theme → `:root { --theme-name: value; }`, sorted by name: `accent`, `ink`, `serif`, `sans` and whatever
 * else a style sheet asks for; `density` becomes a number and `headings` one of the two fonts; colours
 * bring those that are mixed from them. Reports `theme-value-refused`.
 */
export function themeRules(theme: Readonly<Record<string, string>>): Outcome<string> {
  const diagnostics: Diagnostic[] = [];
  const lines: string[] = [];
  for (const name of Object.keys(theme).sort()) {
    const value = theme[name] ?? '';
    if (!safeName.test(name) || !safeValue.test(value)) {
      diagnostics.push(diagnose('theme-value-refused', { name, value }));
    } else {
      lines.push(`--theme-${name}: ${written(name, value)};`);
    }
  }
  lines.push(...mixtures(theme).map(([name, value]) => `--theme-${name}: ${value};`));
  const value = lines.length === 0 ? '' : `:root {\n  ${lines.join('\n  ')}\n}\n`;
  return { value, diagnostics };
}

function written(name: string, value: string): string {
  if (fontNames.has(name)) return cssString(value);
  if (name === 'headings') return value === 'sans' ? 'var(--sans)' : 'var(--serif)';
  return name === 'density' ? (densities.get(value) ?? value) : value;
}

/**
 * Colours that follow from the theme's. An accent is made for white paper; on a dark screen it has to be
 * lighter. A ground takes its rules and tints along, as grey ones would look dirty on it.
 */
function mixtures({ accent = '', ink = '', ground = '' }: Readonly<Record<string, string>>) {
  const [hasAccent, hasGround] = [hexColour.test(accent), hexColour.test(ground)];
  const on = hasGround ? ground : '#ffffff';
  const dark = hexColour.test(ink) ? ink : '#15191c';
  const made: (readonly [string, string])[] = [];
  if (hasAccent) {
    made.push(['accent-on-dark', lightenedFor(darkGround, accent, accentContrast)]);
    made.push(['glow', mixed(accent, on, 0.11)]);
  }
  if (hasGround) {
    made.push(['rule', mixed(dark, on, 0.22)], ['tint', mixed(dark, on, 0.05)]);
  }
  return made;
}
