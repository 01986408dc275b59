/**
 * What may stand in SVG that is shown. Everything else is left out.
 * Source: SVG 2 (W3C, 2018), element and attribute indexes, without scripting, animation, linking,
 * embedding and filters.
 */

/** What SVG was cleaned of, in words for its author. */
export type Removed =
  | 'scripts'
  | 'links'
  | 'styles'
  | 'animations'
  | 'filters'
  | 'embedded files'
  | 'repeated parts';

/** Tag names. `style` and `a` are dealt with where they stand. */
export const elements: ReadonlySet<string> = new Set(
  (
    'svg g defs symbol use path rect circle ellipse line polyline polygon text tspan textPath title ' +
    'desc linearGradient radialGradient stop clipPath mask pattern marker switch'
  ).split(' '),
);

/** CSS properties that are attributes too. */
export const styleProperties: ReadonlySet<string> = new Set(
  (
    'fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color display visibility clip-path ' +
    'clip-rule mask marker-start marker-mid marker-end stop-color stop-opacity font-family font-size ' +
    'font-style font-weight font-variant font-stretch letter-spacing word-spacing text-anchor ' +
    'text-decoration dominant-baseline alignment-baseline baseline-shift direction unicode-bidi ' +
    'writing-mode paint-order vector-effect shape-rendering text-rendering'
  ).split(' '),
);

const geometry =
  'id className x y x1 y1 x2 y2 cx cy r rx ry fx fy dx dy d points pathLength width height viewBox ' +
  'preserveAspectRatio transform rotate textLength lengthAdjust offset gradientUnits ' +
  'gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits patternUnits ' +
  'patternContentUnits patternTransform markerWidth markerHeight markerUnits refX refY orient ' +
  'startOffset version xmlSpace lang xmlLang dir';

/** Attributes, as hast spells them. */
export const attributes: ReadonlySet<string> = new Set([
  ...geometry.split(' '),
  ...[...styleProperties].map(inHast),
]);

/** Tag name of what is left out → what to call it; undefined for what nobody would miss. */
export function kindOfElement(tagName: string): Removed | undefined {
  const name = tagName.toLowerCase();
  if (name === 'script') return 'scripts';
  if (/^(?:animate|set$|mpath|discard)/.test(name)) return 'animations';
  if (/^(?:filter$|fe[a-z])/.test(name)) return 'filters';
  if (/^(?:image|foreignobject|iframe|object|embed|video|audio|canvas|feimage|img)$/.test(name)) {
    return 'embedded files';
  }
  return undefined;
}

/** `fill-opacity` → `fillOpacity`; of strokes, every word begins with a capital. */
function inHast(name: string): string {
  return name
    .replace(/^(stroke-)(line|miter|dash)(.*)$/, '$1$2-$3')
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
