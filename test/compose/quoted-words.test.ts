import { describe, expect, it } from 'vitest';
import { briefProject, buildOne, errorsOf, minimal, textOf } from '../support/project.ts';

const finding = minimal.findings['channels-removed'];

function project(lang: string, quote: string) {
  const evidence = [{ source: 'report', locator: 'p. 3', quote }];
  return briefProject(
    { lang, evidence: true, quotes: ['spoken'] },
    {
      findings: { 'channels-removed': { ...finding, evidence } },
      quotes: {
        spoken: { text: 'Nobody asked.', speaker: { name: 'Ada Okafor' }, source: 'report' },
      },
    },
  );
}

describe('quoted words', () => {
  it.each([
    ['en-GB', 'p. 3: “were removed”', '> “Nobody asked.”'],
    ['fr', 'p. 3_: «_were removed_»', '> «_Nobody asked._»'],
    ['de', 'p. 3: „were removed“', '> „Nobody asked.“'],
    ['es', 'p. 3: «were removed»', '> «Nobody asked.»'],
    ['ar', 'p. 3: «were removed»', '> «Nobody asked.»'],
    ['zh', 'p. 3： “were removed”', '> “Nobody asked.”'],
  ])('stand between the marks of %s', async (lang, evidence, quotation) => {
    const { built, diagnostics } = await buildOne(project(lang, 'were removed'), {
      formats: ['md', 'html', 'docx', 'email', 'json'],
    });
    expect(errorsOf(diagnostics)).toEqual([]);
    const text = textOf(built, 'md').replaceAll('\u00a0', '_');
    expect(text).toContain(evidence);
    expect(text).toContain(quotation);
    // Programs get the words alone.
    expect(textOf(built, 'json')).toContain('"quote": "were removed"');
  });

  it('keep marks of their own', async () => {
    const { built } = await buildOne(project('fr', 'were “removed”'), { formats: ['md'] });
    expect(textOf(built, 'md')).toContain('«\u00a0were “removed”\u00a0»');
  });

  it('that run against the page are kept together inside the marks', async () => {
    const { built } = await buildOne(project('ar', 'All gone.'), { formats: ['html'] });
    expect(textOf(built, 'html')).toContain(
      '«<span class="untranslated" dir="ltr">All gone.</span>»',
    );
  });

  it('print as before with the marks of a template of the office', async () => {
    const partial = ':::quote{kind="{{kind}}"}\n> “{{text}}”\n\n{{attribution}}\n:::\n';
    const host = briefProject(
      { lang: 'fr', quotes: ['spoken'], evidence: false },
      {
        quotes: {
          spoken: { text: 'Nobody asked.', speaker: { name: 'Ada Okafor' }, source: 'report' },
        },
      },
      { files: { 'templates/strategic-takeaways/partials/quote.md.hbs': partial } },
    );
    const { built } = await buildOne(host, { formats: ['md'] });
    expect(textOf(built, 'md')).toContain('> “Nobody asked.”');
  });
});
