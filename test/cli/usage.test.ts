/** What the command says to somebody who calls it wrongly, or asks how to call it. */
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { briefHere, project } from './brief.ts';

test('help teaches by examples', async () => {
  const { status, out, err } = await briefHere(['--help']);
  expect({ status, err }).toEqual({ status: 0, err: '' });
  expect(out).toMatch(/Examples\n {2}brief {2,}every brief/);
  for (const name of commands.keys()) {
    if (name !== 'build') expect(out).toContain(`\n  ${name}`);
  }
});

test('help folds between words and stays inside a narrow terminal', async () => {
  const { out } = await briefHere(['--help'], 72);
  const long = out.split('\n').filter((line) => line.length > 90);
  expect(long).toEqual([]);
  expect(out).toContain('--audience <label>');
});

test('every command has help with examples that call it', async () => {
  for (const [name, { examples }] of commands) {
    const { status, out } = await briefHere(['help', name]);
    expect(status).toBe(0);
    expect(out).toContain('Examples');
    expect(
      examples.every(([line]) => line.startsWith(name === 'build' ? 'brief' : `brief ${name}`)),
    ).toBe(true);
  }
});

const wrong: readonly (readonly [args: readonly string[], message: string, help: string])[] = [
  [['--stict'], 'there is no option --stict', 'did you mean "--strict"?'],
  [['-x'], 'there is no option -x', '"brief --help" shows what there is'],
  [['list', '-x'], 'there is no option -x', 'possible: --root, --out, --format'],
  [['--to', 'pfd'], '"pfd" is not a format', 'possible: md, html'],
  [['--to', ','], '--to names no format', 'write --to'],
  [['--out'], '--out needs a value', 'write --out <folder>'],
  [['--out', '--quiet'], '--out needs a value', 'write --out <folder>'],
  [['--out', 'a', '--out', 'b'], '--out is given twice', 'give it once'],
  [['--quiet=yes'], '--quiet takes no value', 'write --quiet alone'],
  [['--audience', 'gren'], '"gren" is not an audience', 'did you mean "green"?'],
  [['--paper', 'A3'], '"A3" is not a size of paper', 'did you mean "A4"?'],
  [['check', 'extra'], '"extra" is one argument too many', '"brief check --help"'],
  [['check', '--format', 'xml'], '"xml" is not a form', '--format pretty or --format json'],
  [['help', 'chekc'], 'there is no command "chekc"', 'did you mean "check"?'],
  [['trace'], '"brief trace" needs <id>', '"brief trace --help"'],
];

test.each(wrong)('brief %j: "%s"', async (args, message, help) => {
  const { status, out, err } = await briefHere(args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain(`error: ${message}`);
  expect(err).toContain(`help: `);
  expect(err).toContain(help);
});

test('a word that is no brief names the command that was meant', async () => {
  const folder = await project();
  const { status, out, err } = await briefHere(['chekc', '--root', folder, '--to', 'md']);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err).toContain('there is no brief "chekc"');
  expect(err).toContain('did you mean the command "brief check"?');
});

test('a near id is offered, and a template leads to the briefs made with it', async () => {
  const folder = await project();
  const near = await briefHere(['onne', '--root', folder, '--to', 'md']);
  expect(near.err).toContain('did you mean "one"?');
  const template = await briefHere(['strategic-takaways', '--root', folder, '--to', 'md']);
  expect(template.err).toContain('"strategic-takeaways" is a template; made with it: "one", "two"');
});

test('a folder without data is the wrong folder', async () => {
  const folder = await project({
    'data/all.yaml': null,
    'data/briefs/one.yaml': null,
    'data/briefs/two.yaml': null,
  });
  for (const args of [['--to', 'md'], ['check'], ['list']]) {
    const { status, err } = await briefHere([...args, '--root', folder]);
    expect(status).toBe(2);
    expect(err).toContain('error[data-missing]');
    expect(err).toContain('--root');
  }
});

test('options may stand before the command', async () => {
  const folder = await project();
  const { status, out } = await briefHere(['--root', folder, 'list']);
  expect(status).toBe(0);
  expect(out).toMatch(/^brief +issued +template/);
});
