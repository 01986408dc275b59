import { describe, expect, it } from 'vitest';
import { checkSpec } from '../../../src/compose/figures/custom-spec.ts';
import { drawCustom } from '../../../src/compose/figures/draw-custom.ts';
import { vegaSvg } from '../../../src/compose/figures/vega-svg.ts';
import { printSvg } from '../../../src/compose/images/print-svg.ts';
import { startListeningServer } from '../../host/browser/listening-server.ts';
import { look } from './plots.ts';

type Spec = Readonly<Record<string, unknown>>;

const rows = [
  { year: '2019', n: 3, s: 'a' },
  { year: '2020', n: 5, s: 'b' },
];
const encoding = {
  x: { field: 'year', type: 'ordinal' },
  y: { field: 'n', type: 'quantitative' },
};
const draw = (spec: Spec) =>
  drawCustom({ type: 'custom', spec, rows }, look(), { id: 'fig', place: {} });
const codesOf = (spec: Spec) => checkSpec(spec, {}).map(({ code }) => code);

describe('a specification by an author', () => {
  it('is drawn from the rows of its figure', async () => {
    const { value, diagnostics } = await draw({ mark: 'bar', encoding });
    expect(diagnostics).toEqual([]);
    expect(printSvg(value?.wide ?? emptySvg)).toContain('>2020</text>');
    expect(value?.wide.properties.width).toBe(620);
    expect(value?.narrow.properties.width).toBe(340);
  });

  it.each<[string, Spec]>([
    ['rows from an address', { mark: 'bar', encoding, data: { url: 'https://a.example/x.csv' } }],
    [
      'rows looked up at an address',
      {
        mark: 'bar',
        encoding,
        transform: [{ lookup: 'year', from: { data: { url: '//a.example/x' }, key: 'year' } }],
      },
    ],
    ['pictures', { mark: { type: 'image', width: 9 }, encoding }],
    ['pictures by short name', { layer: [{ mark: 'image', encoding }] }],
    ['links', { mark: 'bar', encoding: { ...encoding, href: { field: 'year' } } }],
    ['links on a mark', { mark: { type: 'bar', href: 'https://a.example' }, encoding }],
    [
      'rows out of nothing',
      { mark: 'bar', encoding, data: { sequence: { start: 0, stop: 1e12 } } },
    ],
  ])('that asks for %s is refused', (_, spec) => {
    expect(codesOf(spec)).toContain('figure-spec-refused');
  });

  it.each<[string, Spec]>([
    ['rows', { mark: 'bar', encoding, data: { url: 'http://HOST/rows.csv' } }],
    ['a picture', { mark: { type: 'image', url: 'http://HOST/image.png' }, encoding }],
    [
      'a map',
      { mark: 'geoshape', data: { url: 'http://HOST/map.json', format: { type: 'topojson' } } },
    ],
  ])('fetches no %s, even where nobody has looked at it before', async (_, spec) => {
    await using server = await startListeningServer();
    const own = JSON.parse(JSON.stringify(spec).replaceAll('HOST', server.address)) as Spec;
    const values = 'data' in own ? {} : { data: { values: rows } };
    const drawn = await vegaSvg({ ...own, ...values }, {}).catch(() => undefined);
    expect(drawn?.svg ?? '').not.toContain(server.address);
    expect(server.seen()).toEqual([]);
  });

  it('leads nowhere, even where nobody has looked at it before', async () => {
    const spec = { mark: { type: 'bar', href: 'https://a.example/' }, encoding };
    const { value } = await draw(spec);
    expect(printSvg(value?.wide ?? emptySvg)).not.toContain('a.example');
  });

  it('runs no code of its own', async () => {
    const spec = {
      mark: 'bar',
      encoding,
      transform: [
        { calculate: 'datum.constructor.constructor("return process")().exit()', as: 'z' },
      ],
    };
    const { value, diagnostics } = await draw(spec);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['figure-spec-broken']);
  });

  it('that does not end is stopped', async () => {
    const spec = {
      mark: 'bar',
      encoding: { ...encoding, x: { field: 'n', bin: { step: 1e-12 } } },
    };
    const { diagnostics } = await draw({
      ...spec,
      transform: [{ impute: 'n', key: 'n', keyvals: { start: 0, stop: 1e13, step: 1 } }],
    });
    expect(['figure-spec-endless', 'figure-spec-broken']).toContain(diagnostics[0]?.code);
  });

  it.each<[string, Spec]>([
    ['broken', { mark: 'nonsense', encoding }],
    ['empty', {}],
  ])('that is %s is reported, not thrown', async (_, spec) => {
    const { value, diagnostics } = await draw(spec);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['figure-spec-broken']);
  });
});

describe('colour', () => {
  const color = { field: 's', type: 'nominal' };

  it.each<[string, Spec]>([
    ['lines', { mark: 'line', encoding: { ...encoding, color } }],
    ['a pie', { mark: 'arc', encoding: { theta: encoding.y, color } }],
    ['a layer', { layer: [{ mark: 'point', encoding: { ...encoding, fill: color } }] }],
    ['one of two charts', { hconcat: [{ mark: 'point', encoding: { ...encoding, color } }] }],
  ])('alone may not tell the values of %s apart', (_, spec) => {
    expect(codesOf(spec)).toEqual(['figure-colour-alone']);
  });

  it.each<[string, Spec]>([
    ['a shape', { mark: 'point', encoding: { ...encoding, color, shape: color } }],
    ['a dash', { mark: 'line', encoding: { ...encoding, color, strokeDash: color } }],
    [
      'words of another layer',
      {
        layer: [
          { mark: 'arc', encoding: { theta: encoding.y, color } },
          { mark: 'text', encoding: { text: color } },
        ],
      },
    ],
    [
      'a facet around it',
      {
        facet: { field: 's' },
        spec: { mark: 'point', encoding: { ...encoding, color } },
      },
    ],
    ['an axis', { mark: 'bar', encoding: { y: color, x: encoding.y, color } }],
  ])('may stand beside %s', (_, spec) => {
    expect(codesOf(spec)).toEqual([]);
  });
});

const emptySvg = {
  type: 'element',
  tagName: 'svg',
  properties: {},
  children: [],
} as const satisfies import('hast').Element;
