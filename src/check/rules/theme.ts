/** The look of the office: colours that can be read, and a logo that is described. */
import { contrast, darkenedFor, lightenedFor, textContrast } from '../../model/colour.ts';
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts';
import { placeOf } from '../../model/place.ts';
import type { Entry } from '../../model/stages.ts';
import type { RuleContext } from './rule.ts';

const paper = '#ffffff';

/**
 * A ground stands this near to white at the most, so that the fixed grey of small print keeps the
 * contrast of WCAG 2.2, 1.4.3 on it: 6.9:1 on white makes 5:1.
 */
const mostGround = 1.38;

/** records → `theme-contrast`, `theme-ground-dark`, `logo-alt-missing`. */
export function checkTheme({ checked }: RuleContext): Diagnostic[] {
  return [...checked.records.publisher.values()].flatMap((publisher) => [
    ...checkColours(publisher),
    ...checkLogo(publisher),
  ]);
}

function checkColours(publisher: Entry<'publisher'>): Diagnostic[] {
  const { theme = {} } = publisher.data;
  const { ground } = theme;
  const place = (name: string) => placeOf(publisher, ['theme', name]);
  if (ground !== undefined && contrast(ground, paper) > mostGround) {
    const slots = { colour: ground, nearest: nearestGround(ground) };
    return [diagnose('theme-ground-dark', slots, place('ground'))];
  }
  // A light ground is darker than paper: what reads on it reads on both.
  const surface = ground ?? paper;
  const shown = ground === undefined ? 'white' : `the ground ${ground}`;
  return (['accent', 'ink', 'muted'] as const).flatMap((name) => {
    const colour = theme[name];
    if (colour === undefined) return [];
    const found = contrast(colour, surface);
    if (found >= textContrast) return [];
    const slots = {
      name,
      colour,
      ground: shown,
      found: toTenth(found),
      needed: String(textContrast),
      nearest: darkenedFor(surface, colour, textContrast),
    };
    return [diagnose('theme-contrast', slots, place(name))];
  });
}

/** Rounded down, so that nothing that fails is shown as if it passed. */
function toTenth(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1);
}

/** The ground, lightened until black text on it is as dark as it must be. */
function nearestGround(ground: string): string {
  return lightenedFor('#000000', ground, 21 / mostGround);
}

function checkLogo(publisher: Entry<'publisher'>): Diagnostic[] {
  const { logo, logoAlt } = publisher.data;
  if (logo === undefined || logoAlt !== undefined) return [];
  return [diagnose('logo-alt-missing', {}, placeOf(publisher, ['logo']))];
}
