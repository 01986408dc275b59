/**
 * What Vega drew → the drawing that goes into the brief: cleaned like any other picture, without the
 * renderer's scaffolding, of a fixed size, and with classes by which a style sheet finds its colours.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { cleanSvg } from '../images/clean-svg.ts';
import type { ChartColours, ChartLook } from './chart.ts';
import { hues } from './colours.ts';
import { round } from './frame.ts';

/** Size of the drawing in pixels; undefined where Vega's own stands. */
export interface DrawingSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * SVG as Vega prints it, look, size → drawing. `name` begins the ids inside it, which must not meet
 * those of other drawings in a page. Throws where the drawing is larger than a page can hold.
 */
export function finishSvg(
  text: string,
  name: string,
  look: ChartLook,
  size?: DrawingSize,
): Element {
  const cleaned = cleanSvg(text);
  if (cleaned === undefined) throw new Error('the drawing is larger than a page can hold');
  const { svg } = cleaned;
  renameIds(svg, name);
  const box = size ?? sizeOf(svg);
  const [widthPx, heightPx] = [Math.ceil(box.widthPx), Math.ceil(box.heightPx)];
  const classes = classesFor(look.colours);
  const ground: Properties = { width: widthPx, height: heightPx, fill: look.colours.ground };
  return {
    type: 'element',
    tagName: 'svg',
    properties: {
      className: ['chart'],
      width: widthPx,
      height: heightPx,
      viewBox: `0 0 ${widthPx} ${heightPx}`,
      fontFamily: fontStack(look.fonts),
      lang: look.lang,
    },
    children: [
      element('rect', { ...ground, className: ['ground'] }),
      ...svg.children.flatMap((child) => tidy(child, classes)),
    ],
  };
}

/** The office's families, then what most machines have. Names stand in quotes, as a `3` needs them. */
function fontStack(fonts: readonly string[]): string {
  const named = [...fonts, 'Helvetica Neue', 'Arial'].map(
    (name) => `'${name.replace(/['\\]/g, '')}'`,
  );
  return [...named, 'sans-serif'].join(', ');
}

function element(
  tagName: string,
  properties: Properties,
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}

function sizeOf({ properties }: Element): DrawingSize {
  return { widthPx: Number(properties.width), heightPx: Number(properties.height) };
}

/** Colour → the name of what it stands for; the first one, where it stands for two things. */
function classesFor({ ink, muted, rule, ground, series, tints }: ChartColours) {
  const [accent = ink] = series;
  const roles: [string, string | undefined][] = [
    ['ink', ink],
    ['muted', muted],
    ['rule', rule],
    ['ground', ground],
    ['accent', accent],
    ...Object.entries(hues),
    ...tints.map((colour, index): [string, string] => [`tint-${index + 1}`, colour]),
  ];
  const names = new Map<string, string>();
  for (const [role, colour] of roles) {
    if (colour !== undefined && !names.has(colour)) names.set(colour, role);
  }
  return names;
}

type Classes = ReturnType<typeof classesFor>;

/** Vega counts ids on from drawing to drawing; here every drawing counts its own. */
function renameIds(svg: Element, name: string): void {
  const names = new Map<string, string>();
  const all: Element[] = [];
  const collect = (node: Element): void => {
    all.push(node);
    for (const child of node.children) if (child.type === 'element') collect(child);
  };
  collect(svg);
  for (const { properties } of all) {
    if (properties.id === undefined) continue;
    const next = `${name}-${names.size + 1}`;
    names.set(String(properties.id), next);
    properties.id = next;
  }
  if (names.size === 0) return;
  const renamed = (id: string) => names.get(id) ?? id;
  for (const { properties } of all) {
    for (const [key, value] of Object.entries(properties)) {
      if (typeof value !== 'string') continue;
      if (key === 'href') properties[key] = `#${renamed(value.slice(1))}`;
      else properties[key] = value.replace(/url\(#([^)]+)\)/g, (_, id) => `url(#${renamed(id)})`);
    }
  }
}

/** Attributes that say what would hold without them. */
const defaults: Readonly<Record<string, string>> = {
  opacity: '1',
  fontStyle: 'normal',
  fontWeight: '400',
  strokeMiterLimit: '4',
};

/** Attributes of groups that only Vega reads; what a chart is called stands on the whole of it. */
const scaffolding: ReadonlySet<string> = new Set([
  'className',
  'pointerEvents',
  'fontFamily',
  'lang',
]);

function tidy(node: ElementContent, classes: Classes): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  // Vega's own ground, and the outlines of groups that show nothing.
  if (node.tagName === 'rect' && node.properties.x === undefined && isWhite(node)) return [];
  const properties = propertiesOf(node, classes);
  const children = node.children.flatMap((child) => tidy(child, classes));
  if (node.tagName === 'path' && isEmptyPath(node)) return [];
  if (node.tagName === 'text' && children.length === 0) return [];
  if (node.tagName !== 'g') return [element(node.tagName, properties, children)];
  if (children.length === 0) return [];
  return Object.keys(properties).length === 0 ? children : [element('g', properties, children)];
}

function isWhite({ properties }: Element): boolean {
  return properties.fill === 'white' || properties.fill === '#ffffff';
}

function isEmptyPath({ properties }: Element): boolean {
  const { d = '', stroke, fill, className } = properties;
  const isShell = Array.isArray(className) && /ground$/.test(String(className[0]));
  return d === '' || (isShell && stroke === undefined && fill === undefined);
}

function propertiesOf({ tagName, properties }: Element, classes: Classes): Properties {
  const kept: Properties = {};
  const className: string[] = [];
  for (const [name, value] of Object.entries(properties)) {
    if (scaffolding.has(name) || defaults[name] === String(value)) continue;
    if (name === 'transform' && /^translate\(0,\s*0\)$/.test(String(value))) continue;
    const isColour = name === 'fill' || name === 'stroke';
    const role = isColour ? classes.get(String(value).toLowerCase()) : undefined;
    if (role !== undefined) className.push(`${name}-${role}`);
    if (name === 'opacity') {
      // A see-through whole is a group of its own in a PDF, and printers leave such groups untagged.
      kept.fillOpacity = Number(value) * Number(properties.fillOpacity ?? 1);
      kept.strokeOpacity = Number(value) * Number(properties.strokeOpacity ?? 1);
      continue;
    }
    if (kept[name] !== undefined) continue;
    kept[name] = typeof value === 'string' && hasNumbers(name) ? rounded(value) : value;
  }
  if (className.length > 0) kept.className = className;
  // Each label reads in the direction of its own first letter, whatever stands around it.
  if (tagName === 'text') kept.unicodeBidi = 'plaintext';
  return kept;
}

function hasNumbers(name: string): boolean {
  return /^(?:d|transform|x|y|x1|y1|x2|y2|dx|dy|points)$/.test(name);
}

function rounded(text: string): string {
  return text.replace(/-?\d*\.\d{3,}(?:e-?\d+)?/g, (number) => String(round(Number(number))));
}
