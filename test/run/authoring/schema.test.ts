/** The schemas for editors, judged by the language server that editors use. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { createNodeHost } from '../../../src/host/node-host.ts';
import { positionAt } from '../../../src/model/span.ts';
import {
  bindSettings,
  modeLine,
  yamlSchemas,
} from '../../../src/run/authoring/schema/bind-editor.ts';
import { schemaPaths, writeSchemas } from '../../../src/run/authoring/schema/write-schemas.ts';
import { checkProject } from '../../../src/run/check.ts';
import { minimal, minimalBrief, projectOf } from '../../support/project.ts';
import { type LanguageServer, startLanguageServer } from './language-server.ts';

const records = stringify(minimal);
const brief = stringify(minimalBrief);
const briefPath = 'data/briefs/one.yaml';
const recordsPath = 'data/all.yaml';

let folder = '';
let server: LanguageServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'briefwright-editor-'));
  const host = await createNodeHost({ root: folder });
  const encode = (text: string) => new TextEncoder().encode(text);
  await host.project.write(recordsPath, encode(records));
  await host.project.write(briefPath, encode(brief));
  await writeSchemas(host);
  server = await startLanguageServer(folder, yamlSchemas);
});

afterAll(() => {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Mistake → the file it is made in, what is typed over, what is typed instead. */
const mistakes: readonly (readonly [string, string, string | RegExp, string])[] = [
  ['a misspelt field', briefPath, 'issued:', 'isued:'],
  ['a takeaway that does not exist', briefPath, '- output-fell', '- output-fel'],
  ['a word that is not in the list', briefPath, 'status: final', 'status: finished'],
  ['a label of TLP 1', briefPath, 'TLP:CLEAR', 'TLP:WHITE'],
  ['a number where text belongs', briefPath, 'title: A brief', 'title: 12'],
  ['a title that is missing', briefPath, 'title: A brief\n', ''],
  ['a source that does not exist', recordsPath, 'source: report', 'source: raport'],
  ['a collection that does not exist', recordsPath, /^sources:/m, 'sorces:'],
  ['an id with capitals', recordsPath, 'channels-removed:', 'Channels-Removed:'],
  ['text where a number belongs', recordsPath, 'value: 43000', 'value: many'],
  [
    'one id where a list belongs',
    recordsPath,
    'findings:\n      - channels-removed',
    'findings: channels-removed',
  ],
  ['a type that CSL does not have', recordsPath, 'type: report', 'type: memo'],
];

describe('the language server', () => {
  it.each(mistakes)('flags %s on the line that "brief check" names', async (_, path, from, to) => {
    const right = path === briefPath ? brief : records;
    const wrong = right.replace(from, to);
    expect(wrong).not.toBe(right);
    const host = projectOf({ [recordsPath]: records, [briefPath]: brief, [path]: wrong });
    const { diagnostics } = await checkProject(host);
    const lines = diagnostics
      .filter(({ severity, span }) => severity === 'error' && span?.file === path)
      .map(({ span }) => positionAt(wrong, span?.start ?? 0).line);
    expect(lines).not.toEqual([]);
    const place = path.replace('.yaml', `-${mistakes.findIndex(([name]) => name === _)}.yaml`);
    const said = await server.diagnose(place, wrong);
    expect(said.map(({ range }) => range.start.line + 1)).toContain(lines[0]);
  });

  it('says nothing of files without a mistake', async () => {
    expect(await server.diagnose(briefPath, brief)).toEqual([]);
    expect(await server.diagnose(recordsPath, records)).toEqual([]);
  });

  it('passes over editions', async () => {
    expect(await server.diagnose('data/editions/one/1.yaml', 'edition: 1\n')).toEqual([]);
  });

  it('offers ids, fields and templates', async () => {
    const lines = ['template: ', 'takeaways: [ ]', 'evi'];
    await server.diagnose('data/briefs/two.yaml', `${lines.join('\n')}\n`);
    expect(await server.complete('data/briefs/two.yaml', 0, 10)).toContain('strategic-takeaways');
    expect(await server.complete('data/briefs/two.yaml', 1, 12)).toContain('output-fell');
    expect(await server.complete('data/briefs/two.yaml', 2, 3)).toContain('evidence');
  });

  it('tells what a field is for', async () => {
    await server.diagnose('data/briefs/three.yaml', 'issued: 2026\n');
    expect(await server.hover('data/briefs/three.yaml', 0, 2)).toContain('Day of publication');
  });
});

describe('the schemas', () => {
  it('are the same bytes each time', async () => {
    const read = async () => {
      const host = projectOf({ [recordsPath]: records, [briefPath]: brief });
      await writeSchemas(host);
      return new TextDecoder().decode(await host.project.read(schemaPaths.data));
    };
    expect(await read()).toBe(await read());
  });

  it('describe every field', async () => {
    const host = projectOf({ [recordsPath]: records, [briefPath]: brief });
    await writeSchemas(host);
    for (const path of Object.values(schemaPaths)) {
      const schema: unknown = JSON.parse(new TextDecoder().decode(await host.project.read(path)));
      expect(undescribed(schema, '')).toEqual([]);
    }
  });

  it('require no id while a file cannot be read', async () => {
    const host = projectOf({
      [recordsPath]: records,
      'data/broken.yaml': 'findings: [',
      [briefPath]: brief,
    });
    const { isComplete } = await writeSchemas(host);
    expect(isComplete).toBe(false);
    const { definitions } = JSON.parse(
      new TextDecoder().decode(await host.project.read(schemaPaths.data)),
    ) as { readonly definitions: Readonly<Record<string, object>> };
    expect(definitions['finding-ids']).toHaveProperty('anyOf');
  });
});

describe('binding an editor', () => {
  it('keeps what settings hold, comments included', () => {
    const before =
      '{\n  // ours\n  "editor.rulers": [100],\n  "yaml.schemas": { "a.json": "b.yaml" },\n}\n';
    const after = bindSettings(before) ?? '';
    expect(after).toContain('// ours');
    expect(after).toContain('"a.json": "b.yaml"');
    expect(after).toContain(schemaPaths.brief);
    expect(bindSettings(after)).toBe(after);
    expect(bindSettings('{ "a": ')).toBeUndefined();
  });

  it('writes a line that leads from the file to its schema', () => {
    expect(modeLine('data/findings/one.yaml')).toBe(
      '# yaml-language-server: $schema=../../.brief/schema/data.schema.json',
    );
    expect(modeLine(briefPath)).toContain('../../.brief/schema/brief.schema.json');
  });
});

function undescribed(schema: unknown, path: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const own =
      key === 'properties'
        ? Object.entries(value as object).flatMap(([name, field]) =>
            typeof field.description === 'string' ? [] : [`${path}.${name}`],
          )
        : [];
    return [...own, ...undescribed(value, `${path}.${key}`)];
  });
}
