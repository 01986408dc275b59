import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { Marking } from '../../src/model/marking.ts';
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

async function build(format: 'json' | 'csv' | 'stix', brief = {}, data = {}, audience?: Marking) {
  const { built } = await buildOne(briefProject(brief, { findings, takeaways, ...data }), {
    formats: [format],
    audience,
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

  it('prints what links to records stand for, and neither citations nor notes', async () => {
    const body = [
      'It fell by [](#two-values.after) to [](#channels-removed) channels [see @report, p. 3].',
      'A \\[bracket\\], `[@code]`, and a note.[^1]\n\n[^1]: A note.',
    ].join(' ');
    const told = { 'output-fell': { ...takeaways['output-fell'], body } };
    const statement = 'They were [](#channels-removed) & more [-@report].';
    const said = { ...findings, 'two-values': { ...findings['two-values'], statement } };
    const data = { takeaways: told, findings: said };
    const bundle = JSON.parse(await build('stix', {}, data));
    const note = bundle.objects.find(({ type }: { type: string }) => type === 'note');
    expect(note.content).toBe(
      'Output fell.\n\nIt fell by 2% to 43,000 channels. A [bracket], [@code], and a note.',
    );
    const rows: string[][] = parse(await build('csv', {}, data), { bom: true });
    expect(rows.at(-1)?.[1]).toBe('They were 43,000 & more.');
  });

  it('mentions no withheld record in its prose, and lists none that only a withheld one uses', async () => {
    const sources = {
      ...minimal.sources,
      mole: { type: 'report', title: 'A mole speaks', marking: 'TLP:RED' },
      aside: { type: 'report', title: 'Only the mole needs it' },
    };
    const hidden = { statement: 'Hidden.', evidence: [{ source: 'aside' }], marking: 'TLP:RED' };
    const body =
      'It fell [@mole, p. 7] by half [see @report, p. 3; @mole], as [they](#hidden) say.';
    const data = {
      sources,
      findings: { ...findings, hidden },
      takeaways: {
        'output-fell': {
          ...takeaways['output-fell'],
          body,
          findings: ['channels-removed', 'hidden'],
        },
      },
      events: { one: { date: 2025, title: 'It fell', source: 'mole', locator: 'p. 99' } },
    };
    const brief = { marking: 'TLP:RED', portions: 'TLP:CLEAR', events: ['one'] };
    const { records } = JSON.parse(await build('json', brief, data, 'TLP:CLEAR'));
    expect(records.takeaway['output-fell'].body).toBe(
      'It fell by half [see @report, p. 3], as they say.',
    );
    expect(records.event.one).toEqual({ date: 2025, title: 'It fell' });
    expect(Object.keys(records.source)).toEqual(['report']);
    expect(
      JSON.parse(await build('json', brief, data, 'TLP:RED')).records.takeaway['output-fell'].body,
    ).toBe(body);
  });

  it('speaks the language of its document', async () => {
    const translations = { fr: { lead: 'La production a baissé.' } };
    const told = { 'output-fell': { ...takeaways['output-fell'], translations } };
    const brief = { languages: ['en-GB', 'fr'], translations: { fr: { title: 'Une note' } } };
    const { built } = await buildOne(briefProject(brief, { findings, takeaways: told }), {
      formats: ['stix'],
    });
    const texts = built?.artifacts.map(({ bytes }) => new TextDecoder().decode(bytes)) ?? [];
    expect(texts[0]).toContain('Output fell.');
    expect(texts[1]).toContain('La production a baissé.');
  });
});
