/**
 * The look of a mail as plain values: mail programs know neither custom properties nor logical sides, so
 * both are filled in before the rules are written into the elements.
 */
import { lightenedFor, mixed } from '../../model/colour.ts';
import type { Look } from '../../model/document.ts';

/** Dark screens, as in `screen.css`. */
const dark = {
  ground: '#14181a',
  ink: '#e6e7e4',
  muted: '#a6aeb2',
  rule: '#3b4347',
  tint: '#1e2427',
} as const;
const accentContrast = 7;

const serifs = 'Georgia, "Times New Roman", serif';
const sans = '"Segoe UI", "Helvetica Neue", Arial, sans-serif';

/** CSS with `var(--name)` and `padding-inline-start`, theme, direction → CSS that every mail program reads. */
export function plainCss(css: string, theme: Look['theme'], dir: 'ltr' | 'rtl'): string {
  const values = paletteOf(theme);
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/var\(--([a-z-]+)\)/g, (_, name: string) => filled(values, name))
    .replace(
      /\b(padding|margin|border)-inline-(start|end)\b/g,
      (_, property: string, side: string) => {
        return `${property}-${side === 'start' ? start : end}`;
      },
    )
    .replace(/\btext-align: (start|end)\b/g, (_, side: string) => {
      return `text-align: ${side === 'start' ? start : end}`;
    });
}

function filled(values: Readonly<Record<string, string>>, name: string): string {
  const value = values[name];
  if (value === undefined) throw new Error(`email.css asks for --${name}, which a mail has not`);
  return value;
}

function paletteOf(theme: Look['theme']): Readonly<Record<string, string>> {
  const { accent = '#0d4f63', ink = '#15191c', muted = '#545c62', ground = '#ffffff' } = theme;
  const reading = stackOf(theme.serif ?? 'Source Serif 4', serifs);
  const labels = stackOf(theme.sans ?? 'Source Sans 3', sans);
  return {
    accent,
    ink,
    muted,
    ground,
    rule: mixed(ink, ground, 0.22),
    tint: mixed(ink, ground, 0.05),
    serif: reading,
    sans: labels,
    headings: theme.headings === 'sans' ? labels : reading,
    'dark-ground': dark.ground,
    'dark-ink': dark.ink,
    'dark-muted': dark.muted,
    'dark-rule': dark.rule,
    'dark-tint': dark.tint,
    'dark-accent': lightenedFor(dark.ground, accent, accentContrast),
  };
}

/** A family that calls itself a sans has others of its kind behind it, whatever it is used for. */
function stackOf(family: string, others: string): string {
  const name = family.replace(/[^\p{L}\p{N} -]/gu, '');
  return `"${name}", ${/\bsans\b/i.test(name) ? sans : others}`;
}
