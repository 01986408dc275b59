import { describe, expect, it } from 'vitest';
import { scanContent } from '../../../src/model/pdf/content-stream.ts';

/** A content stream → its operators, each with its operands as they stand. */
function operatorsOf(text: string): string[] {
  const bytes = Buffer.from(text, 'latin1');
  const found: string[] = [];
  scanContent(bytes, (name, start, end) => {
    found.push(`${name}: ${bytes.toString('latin1', start, end)}`);
    return undefined;
  });
  return found;
}

describe('scanContent', () => {
  it('finds operators with the operands before them', () => {
    expect(operatorsOf('q 1 0 0 1 5 .5 cm\n/F1 12 Tf <0041> Tj Q')).toEqual([
      'q: q',
      'cm: 1 0 0 1 5 .5 cm',
      'Tf: /F1 12 Tf',
      'Tj: <0041> Tj',
      'Q: Q',
    ]);
  });

  it('is not led astray by operators inside of strings, names, dictionaries and comments', () => {
    expect(
      operatorsOf('(a (nested) Q \\) ET) Tj % Q\n/Q gs /Span <</ActualText (Q) /A true>> BDC'),
    ).toEqual([
      'Tj: (a (nested) Q \\) ET) Tj',
      'gs: /Q gs',
      'BDC: /Span <</ActualText (Q) /A true>> BDC',
    ]);
  });

  it('takes true, false and null for operands', () => {
    expect(operatorsOf('[true false null] 0 d')).toEqual(['d: [true false null] 0 d']);
  });

  it('steps over the data of an inline image', () => {
    const names = operatorsOf('BI /W 1 ID \x00Q EIQ\xff\nEI Q').map((line) => line.split(':')[0]);
    expect(names).toEqual(['BI', 'ID', 'EI', 'Q']);
  });

  it('goes on where the visitor says', () => {
    const bytes = Buffer.from('BT (x) Tj\nET\nQ');
    const found: string[] = [];
    scanContent(bytes, (name) => {
      found.push(name);
      return name === 'BT' ? bytes.indexOf('Q') : undefined;
    });
    expect(found).toEqual(['BT', 'Q']);
  });

  it('comes to an end whatever the bytes are', () => {
    for (const text of ['(', '<', '<<', '[', '/', '%', '(\\', 'BI ID', ')>]}', '\xff\x00'])
      expect(() => operatorsOf(text)).not.toThrow();
  });
});
