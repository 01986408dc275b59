import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { dataFiles } from '../../../src/render/pdf/data-files.ts';
import { briefProject, buildOne, minimal, textOf } from '../../support/project.ts';

const rows = [
  { month: '2025-01', posts: 1204, change: -0.5, remark: '=SUM(A1)' },
  { month: '2025-02', posts: 88, change: null, remark: 'said, "quietly"' },
];
const figures = {
  flow: { title: 'Posts a month', alt: 'Posts fell.', kind: 'table', data: rows },
};

async function filesOf(brief: Readonly<Record<string, unknown>>, defaults = {}) {
  const publisher = {
    ...minimal.publisher,
    defaults: { ...minimal.publisher.defaults, ...defaults },
  };
  const host = briefProject({ figures: ['flow'], ...brief }, { figures, publisher });
  const { built, diagnostics } = await buildOne(host, { formats: ['json'] });
  if (built === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { files: dataFiles(built.document), built };
}

describe('the data inside a PDF', () => {
  it('is the JSON of the brief, byte for byte', async () => {
    const { files, built } = await filesOf({});
    const [json] = files;
    expect(json).toMatchObject({ name: 'one.json', mediaType: 'application/json' });
    expect(json?.relationship).toBe('Source');
    expect(new TextDecoder().decode(json?.bytes)).toBe(textOf(built, 'json'));
  });

  it('is the rows of each figure as CSV, numbers untouched, formulas disarmed', async () => {
    const { files } = await filesOf({});
    const csv = files[1];
    expect(csv).toMatchObject({ name: 'one.flow.csv', mediaType: 'text/csv' });
    expect(csv).toMatchObject({ description: 'Data: Posts a month', relationship: 'Data' });
    expect(parse(Buffer.from(csv?.bytes ?? []), { bom: true, columns: true })).toEqual([
      { month: '2025-01', posts: '1204', change: '-0.5', remark: "'=SUM(A1)" },
      { month: '2025-02', posts: '88', change: '', remark: 'said, "quietly"' },
    ]);
  });

  it('stays out where the brief or the publisher says so; the brief has the last word', async () => {
    expect((await filesOf({ attachData: false })).files).toEqual([]);
    expect((await filesOf({}, { attachData: false })).files).toEqual([]);
    expect((await filesOf({ attachData: true }, { attachData: false })).files).toHaveLength(2);
  });

  it('carries the label in its names, and leaves out what is above it', async () => {
    const { files } = await filesOf({ marking: 'TLP:AMBER' });
    expect(files.map(({ name }) => name)).toEqual(['one.tlp-amber.json', 'one.tlp-amber.flow.csv']);
  });
});
