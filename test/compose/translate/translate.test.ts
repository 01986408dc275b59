import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { briefProject, buildOne, errorsOf, minimal } from '../../support/project.ts';

const french = { fr: { lead: 'La production a baissé.', body: 'Elle a baissé de moitié.' } };

/** A brief in English and French, changed as asked. */
function project(takeaway: Readonly<Record<string, unknown>> = {}, brief = {}) {
  return briefProject(
    {
      languages: ['en-GB', 'fr'],
      evidence: false,
      translations: { fr: { title: 'Une note' } },
      ...brief,
    },
    {
      publisher: {
        ...minimal.publisher,
        translations: { fr: { name: 'Bureau' } },
      },
      takeaways: {
        'output-fell': {
          ...minimal.takeaways['output-fell'],
          translations: french,
          ...takeaway,
        },
      },
    },
  );
}

function textOf(built: Awaited<ReturnType<typeof buildOne>>['built'], name: string): string {
  const artifact = built?.artifacts.find((one) => one.name === name);
  return new TextDecoder().decode(artifact?.bytes);
}

describe('a brief with languages', () => {
  it('gives one document a language, from one set of records', async () => {
    const { built, diagnostics } = await buildOne(project(), { formats: ['md'] });
    expect(errorsOf(diagnostics)).toEqual([]);
    expect(built?.artifacts.map(({ name }) => name)).toEqual(['one.md', 'one.fr.md']);
    expect(textOf(built, 'one.md')).toContain('Output fell.');
    const text = textOf(built, 'one.fr.md');
    expect(text).toContain('# Une note');
    expect(text).toContain('**La production a baissé.** Elle a baissé de moitié.');
    expect(text).toContain('5 janvier 2026');
    expect(text).not.toContain('Output');
  });

  it('points at the words that nobody has translated, and prints them as they are', async () => {
    const host = project({ translations: { fr: { lead: french.fr.lead } } });
    const { built, diagnostics } = await buildOne(host, { formats: ['md'] });
    const missing = diagnostics.filter(({ code }) => code === 'translation-missing');
    const paths = missing.map(({ path }) => path);
    expect(paths).toContain('takeaways.output-fell.body');
    expect(paths).not.toContain('takeaways.output-fell.lead');
    for (const { span } of missing) expect(span?.file).toBe('data/all.yaml');
    expect(textOf(built, 'one.fr.md')).toContain('It fell by half.');
  });

  it('says where a translation stands when something is wrong with it', async () => {
    const body = 'Voir [@nowhere].';
    const host = project({ translations: { fr: { ...french.fr, body } } });
    const { diagnostics } = await buildOne(host, { formats: ['md'] });
    const [error] = diagnostics.filter(({ severity }) => severity === 'error');
    expect(error?.path).toBe('takeaways.output-fell.translations.fr.body');
  });

  it('refuses a translation of a field that has no words', async () => {
    const host = project({ translations: { fr: { likelihood: 'probable' } } });
    const { diagnostics } = await buildOne(host, { formats: ['md'] });
    expect(errorsOf(diagnostics)).not.toEqual([]);
  });

  it('withholds a translation with its record', async () => {
    const open = { lead: 'Open words.', findings: ['channels-removed'] };
    const host = project({ marking: 'TLP:RED' }, { takeaways: ['output-fell', open] });
    const { built } = await buildOne(host, { formats: ['md'], audience: 'TLP:CLEAR' });
    expect(textOf(built, 'one.fr.md')).toContain('Open words.');
    expect(textOf(built, 'one.fr.md')).not.toContain('La production');
  });

  it('says that headings are English where the tool has no words', async () => {
    const { diagnostics } = await buildOne(project({}, { languages: ['he'] }), { formats: ['md'] });
    expect(diagnostics.map(({ code }) => code)).toContain('interface-untranslated');
  });

  it('gives words without a translation the language and the side that they have', async () => {
    const standfirst = 'In [](#channels-removed.value) words.';
    const host = project(
      { translations: { ar: { lead: 'انخفض الإنتاج.' } } },
      { languages: ['en-GB', 'ar'], standfirst, translations: { ar: { title: 'ملخص' } } },
    );
    const { built } = await buildOne(host, { formats: ['md', 'html', 'docx', 'email'] });
    const html = textOf(built, 'one.ar.html');
    const own = 'lang="en-GB" dir="ltr"';
    expect(html).toContain(`<p ${own}>In `);
    expect(html).toMatch(
      new RegExp(`انخفض الإنتاج\\.</strong> <span class="untranslated" ${own}>It fell by half\\.<`),
    );
    expect(textOf(built, 'one.html')).not.toContain('untranslated');
    expect(textOf(built, 'one.ar.md')).toContain('**انخفض الإنتاج.** It fell by half.');
    const docx = built?.artifacts.find(({ name }) => name === 'one.ar.docx');
    const { 'word/document.xml': xml = new Uint8Array() } = unzipSync(
      docx?.bytes ?? new Uint8Array(),
    );
    const paragraphs = new TextDecoder().decode(xml).match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const holding = (words: string) => paragraphs.find((one) => one.includes(words));
    expect(holding('words.')).not.toContain('<w:bidi/>');
    expect(holding('It fell by half.')).toContain('<w:bidi/>');
    expect(holding('It fell by half.')).toContain('\u200E');
  });

  it('names the language alone where both are read from the same side', async () => {
    const { built } = await buildOne(project({}, { standfirst: 'Words.' }), { formats: ['html'] });
    expect(textOf(built, 'one.fr.html')).toContain('<p lang="en-GB">Words.</p>');
  });
});
