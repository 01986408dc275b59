/** Whatever stands in a file, loading and checking it end, and say where. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { brokenIn } from '../../src/check/broken.ts';
import { check } from '../../src/check/check.ts';
import { applyRules } from '../../src/check/rules.ts';
import { loadFile } from '../../src/load/load.ts';
import { allSteps } from '../../src/model/steps.ts';
import { resolve } from '../../src/resolve/resolve.ts';
import { checkUsage } from '../../src/resolve/usage.ts';
import { fc } from '../support/property.ts';

const root = join(import.meta.dirname, '../../data');
const samples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => [`data/${path}`, readFileSync(join(root, path), 'utf8')] as const);

/** Loads one file and runs every rule on it; all spans must lie inside the file. */
function survive(path: string, bytes: Uint8Array): void {
  const loaded = loadFile(path, bytes);
  const length = loaded.value?.text.length ?? bytes.length;
  const files = loaded.value === undefined ? [] : [loaded.value];
  const data = { files, unread: [] };
  const records = check(data);
  const checked = {
    records: records.value,
    attachments: { bytes: new Map(), tables: new Map() },
    broken: brokenIn(data, records.value),
  };
  const resolved = resolve(checked);
  const all = [
    ...loaded.diagnostics,
    ...records.diagnostics,
    ...allSteps(applyRules(checked, '2026-06-01')),
    ...resolved.diagnostics,
    ...checkUsage(resolved.value),
  ];
  for (const { span, message } of all) {
    expect(message).not.toBe('');
    if (span?.file !== path) continue;
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeGreaterThanOrEqual(span.start);
    expect(span.end).toBeLessThanOrEqual(length + 1);
  }
}

const utf8 = (text: string) => new TextEncoder().encode(text);

it('survives any bytes', () => {
  const property = fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    survive('data/a.yaml', bytes);
  });
  fc.assert(property, { numRuns: 300 });
});

it('survives any text', () => {
  const signs = [...':-?[]{}#&*!|>\'"%@`,\n\n  \t<>~=.\\0aé😀'].concat(
    'findings',
    'statement',
    'a: b',
  );
  const part = fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'grapheme', maxLength: 4 }));
  const property = fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
    survive('data/a.yaml', utf8(parts.join('')));
  });
  fc.assert(property, { numRuns: 500 });
});

it('survives any value under any field', () => {
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        null,
        true,
        1.5,
        Number.NaN,
        '',
        ' ',
        '{{x}}',
        '[@a]',
        '[](#a.b)',
        '2025-02-30',
      ),
      fc.string({ maxLength: 8 }),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'value', 'source', 'marking', 'toString'), tie('node'), {
        maxKeys: 3,
      }),
    ),
  })).node;
  const fields = [
    'statement',
    'evidence',
    'values',
    'title',
    'name',
    'data',
    'lead',
    'date',
    'lang',
  ];
  const kinds = ['findings', 'sources', 'takeaways', 'figures', 'quotes', 'people', 'publisher'];
  const property = fc.property(
    fc.dictionary(
      fc.constantFrom(...kinds),
      fc.dictionary(
        fc.constantFrom('a', 'b'),
        fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 4 }),
        { maxKeys: 2 },
      ),
      { maxKeys: 3 },
    ),
    // JSON is YAML, and holds every value as it is.
    (data) => survive('data/a.yaml', utf8(JSON.stringify(data) ?? '')),
  );
  fc.assert(property, { numRuns: 300 });
});

it('survives any change to the sample data', () => {
  const sample = fc.constantFrom(...samples);
  const cut = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(12),
    put: fc.constantFrom(
      '',
      ' ',
      '\n',
      '\t',
      ':',
      '- ',
      '"',
      "'",
      '[',
      '{',
      '#',
      '*',
      '&a ',
      '\u0000',
      '  ',
    ),
  });
  const property = fc.property(
    sample,
    fc.array(cut, { minLength: 1, maxLength: 3 }),
    ([path, text], cuts) => {
      const changed = cuts.reduce((now, { at, length, put }) => {
        const start = Math.floor(at * now.length);
        return now.slice(0, start) + put + now.slice(start + length);
      }, text);
      survive(path, utf8(changed));
    },
  );
  fc.assert(property, { numRuns: 80 });
});
