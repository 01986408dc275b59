/** What services on the net read: annotations of GitHub, and SARIF. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import { githubReport } from '../../../src/cli/print/reporters/github.ts';
import { sarifReport } from '../../../src/cli/print/reporters/sarif.ts';
import { type Diagnostic, diagnose } from '../../../src/model/diagnostic.ts';

const text = 'title: One\nissued: 20%\nbody: |\n  a\n  b\n';
const file = 'data/briefs/a,b c.yaml';
const textOf = (path: string) => (path === file ? text : undefined);
const span = { file, start: 19, end: 22 };

function diagnostic(changes: Partial<Diagnostic> = {}): Diagnostic {
  return {
    ...diagnose('file-missing', { file: '50%, or: less' }, { span, hint: 'first\nsecond' }),
    ...changes,
  };
}

it('escapes what would end an annotation, and gives its place from the working folder', () => {
  expect(githubReport([diagnostic()], textOf, 'sub')).toEqual([
    '::error file=sub/data/briefs/a%2Cb c.yaml,line=2,endLine=2,col=9,endColumn=12,title=file-missing' +
      '::there is no file 50%25, or: less%0Afirst%0Asecond',
  ]);
});

it('names lines only where a problem spans several, and calls information a notice', () => {
  const long = diagnostic({ severity: 'info', span: { file, start: 23, end: 38 } });
  expect(githubReport([long], textOf, '.')[0]).toMatch(
    /^::notice file=data\/briefs\/a%2Cb c.yaml,line=3,endLine=5,title=file-missing::/,
  );
});

it('annotates without a place where there is none', () => {
  const { span: _, ...placeless } = diagnostic();
  expect(githubReport([placeless], textOf, '.')[0]).toMatch(/^::error title=file-missing::/);
});

it('writes SARIF 2.1.0 with rules, levels and regions', () => {
  const related = [{ message: 'it stands here first', span: { file, start: 0, end: 5 } }];
  const log = JSON.parse(
    sarifReport([diagnostic({ severity: 'warning', related })], textOf, {
      version: '1.2.3',
      root: '.',
    }),
  );
  expect(log.version).toBe('2.1.0');
  const [run] = log.runs;
  expect(run.columnKind).toBe('utf16CodeUnits');
  expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['file-missing']);
  const [result] = run.results;
  expect(result).toMatchObject({ ruleId: 'file-missing', ruleIndex: 0, level: 'warning' });
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  expect(artifactLocation).toEqual({
    uri: 'data/briefs/a%2Cb%20c.yaml',
    uriBaseId: '%SRCROOT%',
  });
  expect(region).toEqual({ startLine: 2, startColumn: 9, endLine: 2, endColumn: 12 });
  expect(result.relatedLocations[0].message.text).toBe('it stands here first');
});

it('writes what the schema of SARIF 2.1.0 asks for, with a place for every result', () => {
  const path = join(import.meta.dirname, 'sarif/sarif-2.1.0.json');
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  const formats = {
    uuid: true as const,
    uri: URL.canParse,
    'uri-reference': (text: string) => URL.canParse(text, 'file:///project/'),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  };
  const validate = new Ajv2020({ formats, allErrors: true }).compile(schema);
  const { span: _, ...placeless } = diagnostic();
  const unread = diagnostic({ span: { ...span, file: 'data/other ä.yaml' } });
  const related = [{ message: 'it stands here first', span: { file, start: 0, end: 0 } }];
  const severities = (['error', 'warning', 'info'] as const).map((severity) => {
    return diagnostic({ severity, related });
  });
  for (const said of [[], [placeless, unread, ...severities]]) {
    const log = JSON.parse(sarifReport(said, textOf, { version: '1.2.3', root: '../office' }));
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    const { results } = log.runs[0];
    for (const { locations } of results) expect(locations).toHaveLength(1);
  }
  expect(validate({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
});
