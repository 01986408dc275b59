/** What services on the net read: annotations of GitHub, and SARIF. */
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
