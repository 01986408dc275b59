/** The repository's own Markdown: clean, and its links lead somewhere. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Configuration } from 'markdownlint';
import { lint } from 'markdownlint/promise';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../src/model/markdown.ts';

const root = join(import.meta.dirname, '..');
const files = globSync(['*.md', 'docs/**/*.md'], { cwd: root });
const config = JSON.parse(readFileSync(join(root, '.markdownlint.json'), 'utf8')) as Configuration;

test.each(files)('markdownlint finds nothing in %s', async (file) => {
  const results = await lint({ files: [join(root, file)], config });
  const found = Object.values(results).flat();
  expect(found.map(({ lineNumber, ruleNames }) => `${lineNumber} ${ruleNames[0]}`)).toEqual([]);
});

test.each(files)('the links of %s lead to files that are there', (file) => {
  const lost: string[] = [];
  visit(parseMarkdown(readFileSync(join(root, file), 'utf8')), (node) => {
    if (node.type !== 'link' && node.type !== 'image') return;
    const [path = ''] = node.url.split('#');
    const isElsewhere = path === '' || /^[a-z]+:/.test(path);
    if (!isElsewhere && !existsSync(join(root, dirname(file), path))) lost.push(node.url);
  });
  expect(lost).toEqual([]);
});
