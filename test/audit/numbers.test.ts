/** Numbers of what is withheld: found however they are written, and not taken for colours and codes. */
import { describe, expect, it } from 'vitest';
import { numbersOf } from '../../src/audit/leak/numbers.ts';
import { findLeaks } from '../../src/audit/leak/search.ts';
import { withheldFrom } from '../../src/audit/leak/withheld.ts';
import { readProject } from '../../src/read-project.ts';
import { briefProject, buildOne, minimal } from '../support/project.ts';

/** The minimal project with withheld findings of these values, and whatever else is withheld. */
function withSecrets(values: readonly number[], more: Readonly<Record<string, unknown>> = {}) {
  const evidence = [{ source: 'report', locator: 'p. 9' }];
  const secrets = values.map((value, index) => {
    return [`secret-${index}`, { statement: 'Hidden.', value, evidence, marking: 'TLP:AMBER' }];
  });
  const findings = { ...minimal.findings, ...Object.fromEntries(secrets) };
  return briefProject({}, { ...more, findings });
}

describe('a number', () => {
  it.each([
    ['43000', '43000'],
    ['43,000 channels', '43000'],
    ['43\u202F000', '43000'],
    ['43.000', '43000'],
    ["CHF 1'234'567", '1234567'],
    ['12,34,567', '1234567'],
    ['1,234.5', '1234.5'],
  ])('is one in “%s”', (text, number) => {
    expect(numbersOf(text)).toContain(number);
  });

  it('is none in a colour, a code point, a hash, a length of a style, a year or a day', () => {
    const text = '#0b5563 #247427 U+0131 a1234b 0.8125em 2025 2025-06-12 20250612 D:20260105Z';
    expect(numbersOf(text)).toEqual([]);
    expect(numbersOf('430.00')).not.toContain('43000');
  });
});

describe('withheld numbers', () => {
  it('are found in words, in attributes and between other numbers', async () => {
    const { value } = await readProject(withSecrets([87_654]));
    const withheld = withheldFrom(value.resolved, 'TLP:CLEAR');
    for (const text of ['Some 87,654 fell.', 'a,87654,b', '87\u202F654 %', '[87654-99999]']) {
      expect(findLeaks([{ where: 'here', text }], withheld), text).toHaveLength(1);
    }
  });

  it('do not hold back a page for the measures, colours and identifiers that it is made of', async () => {
    const people = {
      secret: { name: { family: 'Hidden' }, orcid: '0000-0002-1825-0097', marking: 'TLP:AMBER' },
    };
    const host = withSecrets([5563, 4347, 7400, 1600, 2427, 1000, 1200, 2212, 8125], { people });
    const { built, diagnostics } = await buildOne(host, {
      formats: ['md', 'html', 'docx', 'email', 'json'],
      audience: 'TLP:CLEAR',
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(built?.artifacts).toHaveLength(5);
  });
});
