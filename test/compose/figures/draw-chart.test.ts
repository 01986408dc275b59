import { describe, expect, it } from 'vitest';
import type { Plot } from '../../../src/compose/figures/chart.ts';
import { drawChart } from '../../../src/compose/figures/draw.ts';
import { printSvg } from '../../../src/compose/images/print-svg.ts';
import { fc } from '../../support/property.ts';
import { elementsIn, look, panel, plot, samples, textsIn, timeline } from './plots.ts';

const both = async (name: string) => {
  const chart = samples[name];
  if (chart === undefined) throw new Error(`no sample ${name}`);
  const drawn = await drawChart(chart, look());
  return { chart, drawn };
};

/** Lengths of the bars of a drawing, in the order in which they are drawn. */
const barLengths = (svg: Parameters<typeof elementsIn>[0]) =>
  elementsIn(svg).flatMap(({ tagName, properties }) => {
    const width = /^M[-\d.]+,[-\d.]+h(-?[\d.]+)v/.exec(String(properties.d));
    return tagName === 'path' && width !== null ? [Number(width[1])] : [];
  });

describe('a chart', () => {
  it.each(Object.keys(samples))(
    'keeps every word of %s inside, and none on another',
    async (name) => {
      const { drawn } = await both(name);
      for (const svg of [drawn.wide, drawn.narrow]) {
        const texts = textsIn(svg);
        expect(texts.length).toBeGreaterThan(0);
        for (const one of texts) {
          expect(one.left, `${one.text} begins`).toBeGreaterThanOrEqual(-1);
          expect(one.right, `${one.text} ends`).toBeLessThanOrEqual(
            Number(svg.properties.width) + 1,
          );
          expect(one.top, `${one.text} rises`).toBeGreaterThanOrEqual(-2);
          expect(one.bottom, `${one.text} sinks`).toBeLessThanOrEqual(
            Number(svg.properties.height),
          );
        }
        const meeting = texts.flatMap((one, index) =>
          texts
            .slice(index + 1)
            .filter(
              (other) =>
                one.left < other.right &&
                other.left < one.right &&
                one.top < other.bottom &&
                other.top < one.bottom,
            )
            .map((other) => `${one.text} / ${other.text}`),
        );
        expect(meeting).toEqual([]);
      }
    },
  );

  it.each(Object.keys(samples))(
    'prints every value of %s, where it says that it does',
    async (name) => {
      const { chart, drawn } = await both(name);
      if (chart.type !== 'plot' || !drawn.isLabelled) return;
      const printed = textsIn(drawn.wide).map(({ text }) => text);
      for (const { points } of chart.panels) {
        for (const { text, value } of points) if (value !== null) expect(printed).toContain(text);
      }
    },
  );

  it('draws bars as long as their values', async () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((one) => one !== 0);
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 2, maxLength: 6 }), async (values) => {
        const names = values.map((_, index) => `Bar ${index}`);
        const { wide } = await drawChart(
          plot(
            names,
            [],
            values.map((one) => [one]),
          ),
          look(),
        );
        const lengths = barLengths(wide).map(Math.abs);
        const longest = Math.max(...values.map(Math.abs));
        const full = Math.max(...lengths);
        for (const [index, one] of values.entries()) {
          expect(lengths[index]).toBeCloseTo((Math.abs(one) / longest) * full, 0);
        }
        const printed = textsIn(wide).map(({ text }) => text);
        for (const one of values) expect(printed).toContain(one.toLocaleString('en-GB'));
      }),
      { numRuns: 15 },
    );
  });

  it('breaks a word that no line can hold', async () => {
    const long = 'Donaudampfschifffahrtsgesellschaft'.repeat(20);
    const charts = [
      plot([long, 'Short'], [], [[1], [2]]),
      plot([long, 'Short'], [], [[1], [2]], { isAcross: false }),
      plot([long, 'Short'], [long], [[1], [2]], { kind: 'line' }),
      plot(['A'], [long, 'Short'], [[1, 2]], { isStacked: true }),
    ];
    for (const chart of charts) {
      for (const svg of Object.values(await drawChart(chart, look()))) {
        if (typeof svg !== 'object') continue;
        const texts = textsIn(svg);
        for (const { right } of texts) {
          expect(right).toBeLessThanOrEqual(Number(svg.properties.width) + 1);
        }
        expect(texts.map(({ text }) => text).join('')).toContain('Donaudampf');
      }
    }
  });

  it('says what is not known, and draws nothing in its place', async () => {
    const { drawn } = await both('bars');
    expect(barLengths(drawn.wide)).toHaveLength(3);
    expect(textsIn(drawn.wide).map(({ text }) => text)).toContain('not known');
  });

  it('breaks a line where a value is not known', async () => {
    const { drawn } = await both('line');
    const lines = elementsIn(drawn.wide).filter(
      ({ tagName, properties }) =>
        tagName === 'path' &&
        properties.strokeWidth !== undefined &&
        /^M.*L/.test(String(properties.d)),
    );
    expect(lines).toHaveLength(2);
  });

  it('draws no sum of which a part is not known', async () => {
    const stacked = plot(
      ['2019', '2020', '2021'],
      ['Removed', 'Restored'],
      [
        [10, 5],
        [null, 5],
        [12, 6],
      ],
      { kind: 'area', scale: 'time', isStacked: true },
    );
    const { wide } = await drawChart(stacked, look());
    // No band runs through 2020: none has three points in a row.
    const joined = elementsIn(wide).filter(({ properties }) =>
      /L.*L.*L.*L/.test(String(properties.d)),
    );
    expect(joined).toEqual([]);
  });

  it('starts areas and bars at zero', async () => {
    for (const kind of ['area', 'bar'] as const) {
      const chart = plot(
        ['2019', '2020'],
        ['A', 'B', 'C'],
        [
          [90, 91, 92],
          [95, 96, 97],
        ],
        {
          kind,
          isAcross: false,
          scale: kind === 'area' ? 'time' : 'names',
          isStacked: kind === 'area',
        },
      );
      const printed = textsIn((await drawChart(chart, look())).wide).map(({ text }) => text);
      const isLabelled = printed.includes('97');
      expect(isLabelled || printed.includes('0')).toBe(true);
    }
  });
});

describe('series', () => {
  it('are told apart by dash and by shape, and named at the end of their line', async () => {
    const { chart, drawn } = await both('four lines');
    const lines = elementsIn(drawn.wide).filter(
      ({ properties }) => Number(properties.strokeWidth) === 2.25,
    );
    const dashes = lines.map(({ properties }) => String(properties.strokeDashArray ?? 'none'));
    expect(new Set(dashes).size).toBe(4);
    const printed = textsIn(drawn.wide).map(({ text }) => text);
    for (const name of (chart as Plot).series) expect(printed.join(' ')).toContain(name);
  });

  it('of bars side by side are named at every bar', async () => {
    const { drawn } = await both('bars side by side');
    const printed = textsIn(drawn.wide).map(({ text }) => text);
    expect(printed.filter((text) => text === '2019')).toHaveLength(2);
    expect(printed.filter((text) => text === '2024')).toHaveLength(2);
  });

  it.each(['stacked bars', 'stacked columns', 'stacked areas', 'columns side by side'])(
    'of %s stand in a key and differ in lightness',
    async (name) => {
      const { chart, drawn } = await both(name);
      const printed = textsIn(drawn.wide).map(({ text }) => text);
      const { series } = chart as Plot;
      for (const one of series) expect(printed).toContain(one);
      const tints = look().colours.tints.slice(0, series.length).map(lightness);
      for (const [index, one] of tints.entries()) {
        const next = tints[index + 1];
        if (next !== undefined) expect(next - one).toBeGreaterThan(10);
      }
    },
  );

  it('of dots differ in shape', async () => {
    const { drawn } = await both('ranges');
    const shapes = elementsIn(drawn.wide)
      .filter(({ properties }) => /fill-(?:accent|orange)/.test(String(properties.className)))
      .map(({ properties }) => String(properties.d).replace(/[-\d.]+/g, ''));
    expect(new Set(shapes).size).toBe(2);
  });
});

describe('dates', () => {
  it('stand in a timeline at their own precision, each in a row of its own', async () => {
    const { wide } = await drawChart(timeline, look());
    // The axis stands above the rows.
    const texts = textsIn(wide).filter(({ top }) => top > 36);
    for (const { date } of timeline.events) {
      expect(texts.filter(({ text }) => text === date)).toHaveLength(1);
    }
    const rows = timeline.events.map(
      ({ date }) => texts.find(({ text }) => text === date)?.top ?? 0,
    );
    expect([...rows].sort((a, b) => a - b)).toEqual(rows);
  });

  it('do not depend on the time zone of the machine', async () => {
    const before = process.env.TZ;
    const drawings: string[] = [];
    for (const zone of ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles']) {
      process.env.TZ = zone;
      drawings.push(printSvg((await drawChart(timeline, look())).wide));
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(drawings).size).toBe(1);
  });
});

describe('from right to left', () => {
  const arabic = look({ lang: 'ar', dir: 'rtl', missing: 'غير معروف' });

  it('bars grow to the left from labels on the right', async () => {
    const chart = plot(['قنوات محذوفة', 'خدمات (Rocket.Chat)'], [], [[43_000], [1200]]);
    const { wide } = await drawChart(chart, arabic);
    const texts = textsIn(wide);
    expect(texts.find(({ text }) => text.startsWith('قنوات'))?.right).toBeCloseTo(620, 0);
    expect(texts.find(({ text }) => text === '43,000')?.left).toBeLessThan(40);
  });

  it('every label reads in its own direction', async () => {
    const { wide } = await drawChart(plot(['(TVE) المنصات', 'Telegram'], [], [[1], [2]]), arabic);
    const texts = elementsIn(wide).filter(({ tagName }) => tagName === 'text');
    for (const { properties } of texts) expect(properties.unicodeBidi).toBe('plaintext');
  });

  it('the first of the small multiples stands on the right', async () => {
    const panels = ['الأول', 'الثاني'].map((title) => panel(title, [[1], [2]]));
    const chart = plot(['2019', '2020'], [], [], { kind: 'line', scale: 'time', panels });
    const texts = textsIn((await drawChart(chart, arabic)).wide);
    const left = (title: string) => texts.find(({ text }) => text === title)?.left ?? 0;
    expect(left('الأول')).toBeGreaterThan(left('الثاني'));
  });
});

describe('a drawing', () => {
  it.each(Object.keys(samples))('of %s has the same bytes every time', async (name) => {
    const [first, second] = [await both(name), await both(name)];
    expect(printSvg(first.drawn.wide)).toBe(printSvg(second.drawn.wide));
    expect(printSvg(first.drawn.narrow)).toBe(printSvg(second.drawn.narrow));
  });

  it('names its colours in classes, so that a page can change them', async () => {
    const { drawn } = await both('four lines');
    for (const { properties } of elementsIn(drawn.wide)) {
      for (const name of ['fill', 'stroke'] as const) {
        const colour = String(properties[name] ?? 'none');
        if (colour === 'none' || properties.className === undefined) continue;
        if (String(properties.className) === 'ground') continue;
        expect(String(properties.className)).toContain(`${name}-`);
      }
    }
  });
});

/** CIE L* of a colour. Source: CIE 15, as used for photocopies: what is left without hue. */
function lightness(colour: string): number {
  const value = Number.parseInt(colour.slice(1), 16);
  const [red = 0, green = 0, blue = 0] = [value >> 16, (value >> 8) & 255, value & 255].map(
    (channel) => {
      const share = channel / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    },
  );
  const y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
}
