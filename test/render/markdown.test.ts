import { lint } from 'markdownlint/promise';
import type { Nodes } from 'mdast';
import { toString as plainTextOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/model/markdown.ts';
import { plainTree } from '../../src/render/markdown/plain-tree.ts';
import { briefProject, buildOne, textOf } from '../support/project.ts';

/** A brief with every construct that Markdown can go wrong on. */
const rich = {
  subtitle: 'With a *subtitle* that is plain',
  standfirst: 'One sentence with **strong** words.',
  sections: [
    {
      title: 'What happened: a start',
      body: [
        'A paragraph with a note[^a], a citation [@report, p. 3] and [](#channels-removed) channels.',
        '',
        '[^a]: The note, with `code`.',
        '',
        '- one',
        '- two',
        '',
        '1. first',
        '2. second',
        '',
        '> A quotation.',
        '',
        '| a | b |',
        '| - | -: |',
        '| x | 1 |',
        '',
        '~~~~',
        'code with ``` in it',
        '~~~~',
      ].join('\n'),
    },
    { title: 'Signs of 3 < 4 & more', body: 'Stars * and _lines_ and \\[brackets\\] and # signs.' },
  ],
  gaps: ['Nobody knows.'],
};

/** A tree without positions, our data, and layout of white space. */
function shapeOf(node: Nodes): unknown {
  const { type } = node;
  const children = 'children' in node ? { children: node.children.map(shapeOf) } : {};
  const value = 'value' in node ? { value: node.value } : {};
  const depth = 'depth' in node ? { depth: node.depth } : {};
  const url = 'url' in node ? { url: node.url } : {};
  return { type, ...value, ...depth, ...url, ...children };
}

const body = (markdown: string) => markdown.replace(/^---\n[\s\S]*?\n---\n/, '');

describe('Markdown', () => {
  it('reads back as the tree that it was printed from', async () => {
    const { built } = await buildOne(briefProject(rich));
    const printed = parseMarkdown(body(textOf(built, 'md')));
    const meant = plainTree(built?.document.tree ?? { type: 'root', children: [] });
    expect(shapeOf(printed)).toEqual(shapeOf(meant));
    expect(plainTextOf(printed)).toContain('Stars * and');
  });

  it('gives a linter nothing to say', async () => {
    const { built } = await buildOne(briefProject(rich));
    const results = await lint({
      strings: { brief: textOf(built, 'md') },
      config: { default: true, MD013: false },
    });
    expect(results.brief).toEqual([]);
  });

  it('holds no HTML', async () => {
    const { built } = await buildOne(briefProject(rich));
    expect(body(textOf(built, 'md')).replace(/`[^`]*`/g, '')).not.toMatch(/<\/?[a-z]/i);
  });

  it('prints the marking and the date in its front matter', async () => {
    const { built } = await buildOne(briefProject({ marking: 'TLP:GREEN' }));
    expect(textOf(built, 'md')).toMatch(/^---\nbrief: one\nmarking: TLP:GREEN\n/);
  });
});
