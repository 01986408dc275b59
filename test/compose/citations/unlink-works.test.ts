import { expect, test } from 'vitest';
import { briefProject, buildOne, textOf } from '../../support/project.ts';

const note = {
  'templates/house-note/template.yaml': 'title: House note\n',
  'templates/house-note/brief.md.hbs': '{{> masthead}}\n\n{{> takeaways}}\n',
};

test('a template without a list of references has no link to an entry of one', async () => {
  const host = briefProject({ template: 'house-note' }, {}, { files: note });
  const { built, diagnostics } = await buildOne(host);
  expect(diagnostics.map(({ code }) => code)).not.toContain('anchor-missing');
  const html = textOf(built, 'html');
  expect(html).not.toContain('href="#ref-');
  expect(html).toContain('A report');
});
