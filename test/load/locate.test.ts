/** Where a value's characters stand in the file, for every way of writing them. */

import { describe, expect, it } from 'vitest';
import { isScalar, parseDocument, type Scalar, stringify, visit } from 'yaml';
import { alignScalar } from '../../src/load/align-scalar.ts';
import { loadFile } from '../../src/load/load.ts';
import { fc } from '../support/property.ts';

/** One character as it was typed → the character it stands for. */
function decoded(typed: string, type: Scalar.Type | string): string {
  if (type === 'QUOTE_SINGLE' && typed === "''") return "'";
  if (type !== 'QUOTE_DOUBLE' || !typed.startsWith('\\')) return typed;
  return String(parseDocument(`"${typed}"`).toJS());
}

/** Every character of every string in a YAML text stands where the alignment says. */
function checkAlignment(text: string): number {
  const document = parseDocument(text, { uniqueKeys: false, logLevel: 'error' });
  if (document.errors.length > 0) return 0;
  let checked = 0;
  visit(document, {
    Scalar(_, node) {
      if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return;
      const { value, type = 'PLAIN' } = node;
      const raw = text.slice(node.range[0], node.range[1]);
      const { starts, ends } = alignScalar(raw, value, type);
      for (let at = 0; at < value.length; at += 1) {
        const typed = decoded(raw.slice(starts[at], ends[at]), type);
        const unit = value.charAt(at);
        // A line break may be folded into a space; the last one may be implied by the end of the file.
        const isFolded = unit === ' ' && typed === '\n';
        const isImplied = unit === '\n' && starts[at] === raw.length;
        const isHalf = typed.length === 2 && typed.includes(unit);
        expect(typed === unit || isFolded || isImplied || isHalf, `${type} ${raw} at ${at}`).toBe(
          true,
        );
        checked += 1;
      }
    },
  });
  return checked;
}

const atoms = ['a', 'b', ' ', '  ', '\t', 'é', '😀', "'", '"', '\\', ':', '#', '-', '.', '[', '{'];
const line = fc.array(fc.constantFrom(...atoms), { maxLength: 6 }).map((parts) => parts.join(''));
const indented = fc.tuple(fc.nat(3), line).map(([by, words]) => ' '.repeat(by) + words);
const lines = fc.array(indented, { maxLength: 6 });
const styles = ['PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED'] as const;

describe('a character of a value', () => {
  it('is found in what the library writes, in every style and width', () => {
    const property = fc.property(
      lines,
      fc.constantFrom(...styles),
      fc.constantFrom(0, 20, 80),
      (words, defaultStringType, lineWidth) => {
        const value = words.join('\n');
        const options = { defaultStringType, lineWidth, minContentWidth: 0 };
        checkAlignment(stringify({ a: { b: value, c: [value] } }, options));
      },
    );
    fc.assert(property, { numRuns: 400 });
  });

  it('is found in blocks and quotes written by hand', () => {
    const heads = ['|', '>', '|-', '>-', '|+', '>+', '|2', '>1-', '|4+', ''];
    const property = fc.property(lines, fc.constantFrom(...heads), (words, head) => {
      const body = words.map((one) => `   ${one}`).join('\n');
      checkAlignment(`k:\n  a: ${head}\n${body}\n  z: q\n`);
      checkAlignment(`k:\n  a: ${head}\n${body}`);
      checkAlignment(`k:\n  a: '${body.replaceAll("'", "''")}'\n  z: q\n`);
      checkAlignment(`k:\n  a: x${body}\n  z: q\n`);
    });
    fc.assert(property, { numRuns: 400 });
  });

  it('is found behind every escape of double quotes', () => {
    const escapes = ['\\n', '\\t', '\\"', '\\\\', '\\/', '\\ ', '\\x41', '\\u00e9', '\\U0001F600'];
    const part = fc.constantFrom('a', ' ', '\t', '😀', '\\ud83d\\ude00', ...escapes);
    const property = fc.property(
      fc.array(fc.tuple(fc.array(part, { maxLength: 5 }), fc.boolean()), { maxLength: 6 }),
      (rows) => {
        const body = rows.map(([parts, joins]) => `   ${parts.join('')}${joins ? '\\' : ''}`);
        checkAlignment(`k:\n  a: "${body.join('\n').replace(/\\$/, '')}"\n  z: q\n`);
      },
    );
    fc.assert(property, { numRuns: 400 });
  });
});

describe('a stretch of a value', () => {
  const text = [
    'plain: one two',
    '  three',
    "single: 'it''s \"so\"'",
    'double: "a\\u00e9b\\n\\U0001F600\\',
    '  c"',
    'literal: |',
    '  First line.',
    '',
    '    indented 😀',
    'folded: >-',
    '  one',
    '  two',
    'flow: { list: [x, "y z"] }',
    '',
  ].join('\n');
  const file = loadFile('data/a.yaml', new TextEncoder().encode(text)).value;
  const typed = (path: (string | number)[], words: string) => {
    const value = path.reduce<unknown>((found, step) => {
      return (found as Record<string | number, unknown>)[step];
    }, file?.value);
    const start = String(value).indexOf(words);
    const span = file?.locateWithin(path, start, start + words.length);
    return text.slice(span?.start, span?.end);
  };

  it.each([
    [['plain'], 'two three', 'two\n  three'],
    [['single'], 'it’s'.replace('’', "'"), "it''s"],
    [['single'], '"so"', '"so"'],
    [['double'], 'é', '\\u00e9'],
    [['double'], '😀c', '\\U0001F600\\\n  c'],
    [['double'], '\n', '\\n'],
    [['literal'], 'First line.\n\n  indented', 'First line.\n\n    indented'],
    [['literal'], '😀', '😀'],
    [['folded'], 'one two', 'one\n  two'],
    [['flow', 'list', 1], 'y z', 'y z'],
  ])('%j %j is what was typed', (path, words, expected) => {
    expect(typed(path, words)).toBe(expected);
  });

  it('that is empty or beyond the end stays inside the value', () => {
    const span = file?.locateWithin(['plain'], 3, 3);
    expect(text.slice(span?.start, span?.end)).toBe('');
    const beyond = file?.locateWithin(['plain'], 400, 500);
    expect(beyond).toMatchObject({ start: text.indexOf('three') + 5 });
  });
});

describe('a path', () => {
  const source = 'a: &x\n  b: [1, { c: d }]\ne: *x\nf:\n';
  const file = loadFile('data/a.yaml', new TextEncoder().encode(source)).value;
  const textAt = (span: { start: number; end: number } | undefined) =>
    source.slice(span?.start, span?.end);

  it('leads to the value, and to the name of its field', () => {
    expect(textAt(file?.locate(['a', 'b', 1, 'c']))).toBe('d');
    expect(textAt(file?.locateKey(['a', 'b', 1, 'c']))).toBe('c');
  });

  it('leads through what an alias repeats', () => {
    expect(textAt(file?.locate(['e', 'b', 1, 'c']))).toBe('d');
    expect(file?.sourceOf(['e', 'b', 0])).toEqual({ raw: '1', style: 'plain' });
  });

  it('that ends early leads to the nearest that there is', () => {
    expect(textAt(file?.locate(['a', 'b', 1, 'none', 'x']))).toBe('{ c: d }');
    expect(file?.sourceOf(['a', 'none'])).toBeUndefined();
  });

  it('to nothing leads to the name', () => {
    expect(textAt(file?.locateKey(['f']))).toBe('f');
  });
});
