/**
 * The escape hatch: a Vega-Lite specification by an author. It gets the figure's rows and nothing else,
 * may lead nowhere, and has to tell its values apart by more than colour.
 */
import { type Diagnostic, diagnose, type Place } from '../../model/diagnostic.ts';

type Mapping = Readonly<Record<string, unknown>>;

/** specification, where it stands → `figure-spec-refused` and `figure-colour-alone`. */
export function checkSpec(spec: Mapping, place: Place): Diagnostic[] {
  const problems = new Set<string>();
  collectProblems(spec, problems);
  const alone = new Set<string>();
  collectColourAlone(spec, [], alone);
  return [
    ...[...problems].map((problem) => diagnose('figure-spec-refused', { problem }, place)),
    ...[...alone].map((field) => diagnose('figure-colour-alone', { field }, place)),
  ];
}

/** Sources of data that make rows out of nothing, by the million if they are asked to. */
const generators = ['sequence', 'graticule', 'sphere'] as const;

function collectProblems(value: unknown, problems: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collectProblems(item, problems);
    return;
  }
  if (!isMapping(value)) return;
  if ('url' in value) problems.add('names an address ("url")');
  if ('href' in value) problems.add('makes links ("href")');
  const { mark, data } = value;
  if (mark === 'image' || (isMapping(mark) && mark.type === 'image')) {
    problems.add('shows pictures (mark "image")');
  }
  if (isMapping(data)) {
    for (const generator of generators) {
      if (generator in data) problems.add(`makes data of its own ("${generator}")`);
    }
  }
  for (const child of Object.values(value)) collectProblems(child, problems);
}

const colourChannels = ['color', 'fill', 'stroke'] as const;

/** Channels that a reader sees in grey, too. */
const otherChannels = [
  'x',
  'y',
  'xOffset',
  'yOffset',
  'row',
  'column',
  'facet',
  'shape',
  'strokeDash',
  'text',
  'size',
  'strokeWidth',
] as const;

/** Layers of one view help each other: words in one tell what the colours of another mean. */
function collectColourAlone(view: Mapping, around: readonly string[], alone: Set<string>): void {
  const encodings = encodingsOf(view);
  const seen = [
    ...around,
    ...encodings.flatMap((encoding) => fieldsOf(encoding, otherChannels)),
    ...(isMapping(view.facet) ? fieldsOf({ facet: view.facet, ...view.facet }, otherChannels) : []),
  ];
  for (const encoding of encodings) {
    for (const field of fieldsOf(encoding, colourChannels)) {
      if (!seen.includes(field)) alone.add(field);
    }
  }
  const inner = [view.spec, view.concat, view.hconcat, view.vconcat].flat();
  for (const child of inner) if (isMapping(child)) collectColourAlone(child, seen, alone);
}

function encodingsOf({ encoding, layer }: Mapping): Mapping[] {
  const layers = Array.isArray(layer) ? layer.filter(isMapping).flatMap(encodingsOf) : [];
  return isMapping(encoding) ? [encoding, ...layers] : layers;
}

function fieldsOf(encoding: Mapping, channels: readonly string[]): string[] {
  return channels.flatMap((channel) => {
    const definition = encoding[channel];
    return isMapping(definition) && typeof definition.field === 'string' ? [definition.field] : [];
  });
}

function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
