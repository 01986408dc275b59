/** Markdown that would take minutes to parse, or all of the stack, is refused at its place. */
import { expect, test } from 'vitest';
import { checkProject } from '../../src/run/check.ts';
import { briefProject, minimal } from '../support/project.ts';

const takeaway = minimal.takeaways['output-fell'];

async function checked(body: string) {
  const host = briefProject({}, { takeaways: { 'output-fell': { ...takeaway, body } } });
  const { diagnostics } = await checkProject(host);
  return { host, diagnostics };
}

test.each([
  ['brackets', '[a] '],
  ['links', '[a](b '],
  ['citations', '[@report, p. 3] '],
  ['asterisks', 'a**b '],
  ['backticks', '`a '],
])('a paragraph full of %s is refused at the first mark that is too many', async (_, piece) => {
  const { host, diagnostics } = await checked(`It fell.\n\n${piece.repeat(20_000)}`);
  const [problem, ...others] = diagnostics.filter(({ severity }) => severity === 'error');
  expect(problem?.code).toBe('markdown-too-dense');
  expect(problem?.path).toBe('takeaways.output-fell.body');
  expect(others).toEqual([]);
  const text = new TextDecoder().decode(await host.project.read('data/all.yaml'));
  const { start = 0, end = 0 } = problem?.span ?? {};
  expect('[]*`').toContain(text.slice(start, end));
});

test.each([
  ['quotations', '> '],
  ['lists', '- '],
  ['numbers', '1. '],
])('%s without end in each other are refused', async (_, mark) => {
  const { diagnostics } = await checked(`It fell.\n\n${mark.repeat(5_000)}a`);
  expect(diagnostics.map(({ code }) => code)).toContain('markdown-too-deep');
});

test('emphasis without end in emphasis is refused', async () => {
  const { diagnostics } = await checked(`${'*a _b '.repeat(500)}c${'_ x*'.repeat(500)}`);
  expect(diagnostics.map(({ code }) => code)).toContain('markdown-emphasis-open');
});

test('a paragraph of many words with emphasis is no tangle', async () => {
  const words = '*one*, **two** and (_three_) by “*four*” '.repeat(300);
  const { diagnostics } = await checked(words);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('long lists, tables and many notes are no tangle', async () => {
  const list = '- [one](https://example.org/) and [@report, p. 3]\n'.repeat(1_500);
  const table = `| a | b |\n|---|---|\n${'| [@report] | *b* |\n'.repeat(1_500)}`;
  const notes = Array.from({ length: 1_500 }, (_, index) => `[^${index}]: A note [@report].`);
  const marks = notes.map((_, index) => `It fell.[^${index}]`);
  const paragraphs = [list, table, marks.join('\n\n'), notes.join('\n')];
  const { diagnostics } = await checked(paragraphs.join('\n\n'));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});
