/** Templates by name: those of the project, those that ship with the tool, and those that are neither. */
import { describe, expect, it } from 'vitest';
import { loadTemplate, templateNames } from '../../src/load/template.ts';
import { checkProject } from '../../src/run/check.ts';
import { briefProject, projectOf } from '../support/project.ts';

describe('a template', () => {
  it('of the project goes before one that ships, file by file', async () => {
    const host = projectOf({ 'templates/voices/brief.md.hbs': '# {{title}}\r\n' });
    const { value, diagnostics } = await loadTemplate(host, 'voices');
    expect(diagnostics).toEqual([]);
    expect(value?.main.text).toBe('# {{title}}\n');
    expect(value?.title).toBe('Voices');
    expect(value?.partials.has('masthead')).toBe(true);
  });

  it('is found by the names of folders, and "shared" is none', async () => {
    const host = projectOf({ 'templates/own/brief.md.hbs': '' });
    const names = await templateNames([host.project, host.shipped]);
    expect(names).toContain('own');
    expect(names).toContain('voices');
    expect(names).not.toContain('shared');
  });

  it.each(['../secret', 'shared', 'voices/..', '', 'VOICES', 'voice'])(
    'is not %j',
    async (name) => {
      const { value, diagnostics } = await loadTemplate(projectOf({}), name);
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ code }) => code)).toEqual(['template-missing']);
    },
  );

  it('in another encoding is refused, not mangled', async () => {
    const files = { 'templates/own/brief.md.hbs': Uint8Array.from([0x23, 0x20, 0xe9]) };
    const { value, diagnostics } = await loadTemplate(projectOf(files), 'own');
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'encoding-invalid', span: { file: 'templates/own/brief.md.hbs', start: 2 } },
    ]);
  });
});

it('a check names every brief whose template does not exist', async () => {
  const { diagnostics } = await checkProject(briefProject({ template: 'voice' }));
  expect(diagnostics.filter(({ code }) => code === 'template-missing')).toMatchObject([
    { hint: 'did you mean "voices"?', span: { file: 'data/briefs/one.yaml' } },
  ]);
});
