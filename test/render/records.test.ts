import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { exportedBrief, exportedBriefSchema } from '../../src/model/schema/exported.ts';
import { briefProject, buildOne, minimal, textOf } from '../support/project.ts';

const findings = {
  'channels-removed': {
    statement: '=HYPERLINK("http://evil.example") is what it says [@report, p. 3].',
    value: 43_000,
    unit: 'channels',
    evidence: [{ source: 'report', locator: 'p. 3' }],
    note: 'A word for colleagues.',
  },
  'two-values': {
    statement: '+cmd|calc',
    values: { before: { value: 1 }, after: { value: 2, unit: '%' } },
    evidence: [{ source: 'report', locator: 'p. 4' }],
  },
};
const takeaways = {
  'output-fell': {
    ...minimal.takeaways['output-fell'],
    findings: ['channels-removed', 'two-values'],
    confidence: 'low',
  },
};

async function build(format: 'json' | 'csv' | 'stix', brief = {}) {
  const { built } = await buildOne(briefProject(brief, { findings, takeaways }), {
    formats: [format],
  });
  return textOf(built, format);
}

describe('the record of a brief', () => {
  it('is JSON that fits its published schema, without notes for colleagues', async () => {
    const text = await build('json');
    const value = exportedBrief.parse(JSON.parse(text));
    expect(Object.keys(value.records.finding ?? {})).toEqual(['channels-removed', 'two-values']);
    expect(text).not.toContain('colleagues');
    expect(text).not.toContain('"file"');
  });

  it('has a published schema that is up to date', () => {
    const published = readFileSync('standards/schemas/brief.schema.json', 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(exportedBriefSchema())));
  });

  it('is a table that no spreadsheet runs as a formula', async () => {
    const rows: string[][] = parse(await build('csv'), { bom: true });
    expect(rows.map(([id]) => id)).toEqual([
      'id',
      'channels-removed',
      'two-values.before',
      'two-values.after',
    ]);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows[1]?.slice(2, 4)).toEqual(['43000', 'channels']);
  });

  it('is a STIX bundle whose references all lead somewhere', async () => {
    const bundle = JSON.parse(await build('stix', { marking: 'TLP:GREEN' }));
    const ids = new Set(bundle.objects.map(({ id }: { id: string }) => id));
    const report = bundle.objects.find(({ type }: { type: string }) => type === 'report');
    expect(report.object_marking_refs).toEqual([
      'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
    ]);
    for (const object of bundle.objects) {
      const refs = [
        ...(object.object_refs ?? []),
        ...(object.object_marking_refs ?? []),
        ...(object.created_by_ref ? [object.created_by_ref] : []),
      ];
      for (const ref of refs) expect(ids).toContain(ref);
      expect(object.id).toMatch(
        /^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });

  it('gives the same bytes twice', async () => {
    for (const format of ['json', 'csv', 'stix'] as const)
      expect(await build(format)).toBe(await build(format));
  });
});
