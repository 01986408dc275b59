/** What a brief holds and its template does not print is told, so that no words are lost unseen. */
import { expect, it } from 'vitest';
import { briefProject, buildOne, errorsOf } from '../support/project.ts';

const brief = {
  impacts: { lead: 'Two things follow.', items: ['One.', 'Another.'] },
  keyFigures: [{ finding: 'channels-removed', label: 'channels' }],
  gaps: ['Who paid.'],
  introduction: 'Words.',
  sections: [{ title: 'More', body: 'Words.' }],
};

async function unprinted(template: string) {
  const host = briefProject({ ...brief, template });
  const { built, diagnostics } = await buildOne(host, { formats: ['md'] });
  expect(errorsOf(diagnostics)).toEqual([]);
  expect(built?.artifacts).toHaveLength(1);
  return diagnostics.filter(({ code }) => code === 'field-not-printed');
}

it('names the fields that no part of the template asks for, at their names', async () => {
  const said = await unprinted('voices');
  expect(said.map(({ path, severity }) => [path, severity])).toEqual([
    ['one.keyFigures', 'warning'],
    ['one.impacts', 'warning'],
  ]);
  expect(said[0]?.message).toContain('the template "voices" does not print "keyFigures:"');
  expect(said[0]?.span?.file).toBe('data/briefs/one.yaml');
});

it('says nothing of a template that prints them all', async () => {
  expect(await unprinted('commentary')).toEqual([]);
});
