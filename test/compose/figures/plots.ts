/** Charts for tests, one of every kind, and what can be read back out of a drawing. */
import type { Element } from 'hast';
import type { ChartLook, Panel, Plot, Timeline } from '../../../src/compose/figures/chart.ts';
import { coloursFrom } from '../../../src/compose/figures/colours.ts';
import { textWidth } from '../../../src/compose/figures/text-width.ts';

export function look(more: Partial<ChartLook> = {}): ChartLook {
  return {
    lang: 'en-GB',
    dir: 'ltr',
    colours: coloursFrom('#0b5563', '#1b1f24'),
    fonts: ['Source Sans 3'],
    missing: 'not known',
    unit: undefined,
    ...more,
  };
}

/** Values by step, then by series; null is not known. */
type Values = readonly (readonly (number | null)[])[];

/** Names of steps and series, values → plot; bars that run across, unless it says otherwise. */
export function plot(
  steps: readonly string[],
  series: readonly string[],
  values: Values,
  more: Partial<Plot> = {},
): Plot {
  const isTime = more.scale === 'time';
  return {
    type: 'plot',
    kind: 'bar',
    isAcross: true,
    isStacked: false,
    scale: 'names',
    steps: steps.map((text) => ({ text, at: isTime ? Date.UTC(Number(text), 0, 1) : undefined })),
    series,
    panels: [panel(undefined, values)],
    ...more,
  };
}

export function panel(title: string | undefined, values: Values): Panel {
  const number = new Intl.NumberFormat('en-GB');
  const points = values.flatMap((row, step) =>
    row.map((value, index) => ({
      step,
      series: index,
      value,
      text: value === null ? 'not known' : number.format(value),
    })),
  );
  return { title, points };
}

const years = ['2017', '2018', '2019', '2020', '2021', '2022', '2023', '2024'];
const services = ['Telegram', 'Rocket.Chat and its mirrors', 'Element', 'TamTam'];
const wave = (index: number, series: number) => Math.round(30 + 9 * Math.sin(index * (series + 1)));

export const timeline: Timeline = {
  type: 'timeline',
  events: [
    event('7 October 2023', 'An attack', [2023, 10, 7], [2023, 10, 8]),
    event('from 2021', 'A campaign that goes on and has a long description', [2021, 1, 1]),
    event('2019', 'A whole year', [2019, 1, 1], [2020, 1, 1]),
    event('not known', 'Something without a date'),
    event('March 2024', 'Platforms and the avoidance of moderation', [2024, 3, 1], [2024, 4, 1]),
  ],
};

function event(date: string, text: string, ...ends: (readonly [number, number, number])[]) {
  const [from, to] = ends.map(([year, month, day]) => Date.UTC(year, month - 1, day));
  return { date, text, from, to };
}

/** One chart of every kind, by name. */
export const samples: Readonly<Record<string, Plot | Timeline>> = {
  bars: plot(
    ['Al-Naba issue 412', 'Al-Naba issue 413', 'Formal statement', 'Leak of the memo'],
    [],
    [[5], [12], [89], [null]],
  ),
  'bars below zero': plot(
    ['Exports of goods from the whole of the region, re-exports included', 'Imports', 'Balance'],
    [],
    [[1250.5], [-300], [950]],
  ),
  'bars side by side': plot(
    ['Large platforms', 'Small services'],
    ['2019', '2024'],
    [
      [43_000, 1200],
      [800, null],
    ],
  ),
  'stacked bars': plot(
    ['2021', '2024'],
    services,
    [
      [40, 22, 10, 3],
      [5, 18, 36, 22],
    ],
    { isStacked: true },
  ),
  columns: plot(years.slice(0, 6), [], [[120], [95], [-20], [null], [150], [88]], {
    isAcross: false,
  }),
  'columns side by side': plot(
    years.slice(0, 4),
    ['Removed', 'Restored'],
    [
      [120, 12],
      [95, 33],
      [140, null],
      [60, 20],
    ],
    { isAcross: false },
  ),
  'stacked columns': plot(
    years.slice(0, 3),
    ['Removed', 'Restored', 'Appealed'],
    [
      [120, 40, 30],
      [95, 33, 50],
      [60, 60, 2],
    ],
    { isAcross: false, isStacked: true },
  ),
  line: plot(years, [], [[1200], [1900], [1500], [800], [null], [950], [2400], [2100]], {
    kind: 'line',
    scale: 'time',
  }),
  'four lines': plot(
    years,
    services,
    years.map((_, index) => services.map((__, series) => wave(index, series))),
    { kind: 'line', scale: 'time' },
  ),
  area: plot(
    years,
    [],
    years.map((_, index) => [wave(index, 1)]),
    { kind: 'area', scale: 'time' },
  ),
  'stacked areas': plot(
    years,
    services,
    years.map((_, index) => services.map((__, series) => wave(index, series))),
    { kind: 'area', scale: 'time', isStacked: true },
  ),
  dots: plot(['Herat', 'Kabul', 'Kandahar'], [], [[34.5], [51], [null]], { kind: 'dot' }),
  ranges: plot(
    ['Almost certain', 'Realistic possibility', 'Unlikely'],
    ['From', 'To'],
    [
      [95, 100],
      [40, 50],
      [25, 35],
    ],
    { kind: 'dot' },
  ),
  'small multiples of lines': plot(years, [], [], {
    kind: 'line',
    scale: 'time',
    panels: services.map((title, series) =>
      panel(
        title,
        years.map((_, index) => [wave(index, series)]),
      ),
    ),
  }),
  'small multiples of columns': plot(years.slice(0, 3), ['Removed', 'Restored'], [], {
    isAcross: false,
    panels: ['North', 'South', 'East'].map((title) =>
      panel(title, [
        [120, 12],
        [95, 33],
        [60, 20],
      ]),
    ),
  }),
  timeline,
};

/** A piece of text in a drawing. */
export interface DrawnText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A drawing → its words with the rectangles that they take, by our own measure. */
export function textsIn(svg: Element): DrawnText[] {
  const found: DrawnText[] = [];
  visit(svg, 0, 0, found);
  return found;
}

function visit(node: Element, x: number, y: number, found: DrawnText[]): void {
  const [dx, dy] = moveOf(node);
  if (node.tagName === 'text') {
    found.push(...linesOf(node, x + dx, y + dy));
    return;
  }
  for (const child of node.children) {
    if (child.type === 'element') visit(child, x + dx, y + dy, found);
  }
}

function moveOf({ properties }: Element): [number, number] {
  const [, x, y] = /translate\(([-\d.]+),\s*([-\d.]+)\)/.exec(String(properties.transform)) ?? [];
  return [Number(x ?? 0), Number(y ?? 0)];
}

function linesOf({ properties, children }: Element, x: number, y: number): DrawnText[] {
  const size = Number.parseFloat(String(properties.fontSize));
  const isBold = Number(properties.fontWeight) >= 600;
  let line = y;
  return children.flatMap((child): DrawnText[] => {
    if (child.type === 'element') line += Number(child.properties.dy ?? 0);
    const text = wordsOf(child);
    const width = textWidth(text, size, isBold);
    const share = { start: 0, middle: 0.5, end: 1 }[String(properties.textAnchor ?? 'start')] ?? 0;
    const left = x - width * share;
    return [{ text, left, right: left + width, top: line - size * 0.72, bottom: line + 1 }];
  });
}

function wordsOf(node: Element['children'][number]): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(wordsOf).join('') : '';
}

/** Every element of a drawing. */
export function elementsIn(svg: Element): Element[] {
  return [
    svg,
    ...svg.children.flatMap((child) => (child.type === 'element' ? elementsIn(child) : [])),
  ];
}
