/** Every case of the suite says what its input expects, at that place, and nothing else. */
import { describe, expect, it } from 'vitest';
import { annotate } from './annotations.ts';
import { readCases, runCase } from './cases.ts';

const cases = await readCases(import.meta.dirname);

describe.each(cases)('$name', (one) => {
  it('says what it expects', async () => {
    const diagnostics = await runCase(one);
    for (const [path, file] of one.files) {
      expect(annotate(path, file, diagnostics), path).toBe(file.source);
    }
    const elsewhere = diagnostics
      .filter(({ span }) => !one.files.has(span?.file ?? ''))
      .map(({ severity, code, span }) => [severity, code, span?.file].join(' ').trim());
    expect(elsewhere.sort()).toEqual([...(one.settings.elsewhere ?? [])].sort());
  });
});
