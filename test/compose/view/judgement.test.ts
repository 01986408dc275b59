import { describe, expect, it } from 'vitest';
import { briefProject, buildOne, minimal, textOf } from '../../support/project.ts';

const own = minimal.takeaways['output-fell'];

/** The lines of the Markdown of a brief in one language, with its key; blanks that hold are `_`. */
async function printed(
  lang: string,
  judgement: Readonly<Record<string, unknown>>,
  data: Readonly<Record<string, unknown>> = {},
): Promise<string[]> {
  const takeaways = { 'output-fell': { ...own, ...judgement } };
  const host = briefProject({ lang, evidence: false }, { takeaways, ...data });
  const { built } = await buildOne(host, { formats: ['md'] });
  return textOf(built, 'md').replaceAll('\u00a0', '_').split('\n');
}

const likely = { likelihood: 'realistic possibility', confidence: 'moderate' };

describe('a judgement', () => {
  it.each([
    [
      'en-GB',
      'the reports are few.',
      'Likelihood: **realistic possibility** (40–50_%). Confidence: **moderate**, because the reports are few.',
    ],
    [
      'en-GB',
      'because the reports are few',
      'Likelihood: **realistic possibility** (40–50_%). Confidence: **moderate**, because the reports are few.',
    ],
    [
      'en-GB',
      'Reports are few',
      'Likelihood: **realistic possibility** (40–50_%). Confidence: **moderate**. Reports are few.',
    ],
    [
      'fr',
      'les rapports sont rares.',
      'Probabilité_: **realistic possibility** (40–50_%). Degré de confiance_: **modéré**, car les rapports sont rares.',
    ],
    [
      'fr',
      'parce qu’ils sont rares.',
      'Probabilité_: **realistic possibility** (40–50_%). Degré de confiance_: **modéré**, parce qu’ils sont rares.',
    ],
    [
      'de',
      'die Berichte sind alt.',
      'Wahrscheinlichkeit: **realistic possibility** (40–50_%). Sicherheit der Einschätzung: **mittel**, denn die Berichte sind alt.',
    ],
    [
      'de',
      'dass es wenige gibt, ist bekannt',
      'Wahrscheinlichkeit: **realistic possibility** (40–50_%). Sicherheit der Einschätzung: **mittel**, denn dass es wenige gibt, ist bekannt.',
    ],
    [
      'es',
      'ya que hay pocos.',
      'Probabilidad: **realistic possibility** (40-50_%). Grado de confianza: **moderado**, ya que hay pocos.',
    ],
    [
      'zh',
      '报告很少。',
      '可能性： **realistic possibility**（40% - 50%）。 置信度： **中等**。报告很少。',
    ],
    [
      'ar',
      'التقارير قليلة.',
      'الاحتمال: **realistic possibility** (40 إلى 50\u200e%\u200e). درجة الثقة: **متوسطة**. التقارير قليلة.',
    ],
  ])('is put in %s as its readers would: %s', async (lang, confidenceReason, expected) => {
    const lines = await printed(lang, { ...likely, confidenceReason });
    expect(lines.map((line) => line.trim())).toContain(expected);
  });

  it('keeps the levels of confidence of a scale in the language of the brief', async () => {
    const scales = {
      publisher: { ...minimal.publisher, defaults: { marking: 'TLP:CLEAR', scale: 'ipcc' } },
    };
    const english = await printed('en-GB', { confidence: 'moderate' }, scales);
    expect(english.join()).toContain('Confidence: **medium**.');
    const french = await printed('fr', { confidence: 'moderate' }, scales);
    expect(french.join()).toContain('Degré de confiance_: **modéré**.');
  });

  it('tells browsers in which language the word of the scale is', async () => {
    const takeaways = { 'output-fell': { ...own, ...likely } };
    const htmlIn = async (lang: string) => {
      const host = briefProject({ lang, evidence: false }, { takeaways });
      return textOf((await buildOne(host, { formats: ['html'] })).built, 'html');
    };
    expect(await htmlIn('fr')).toContain(
      '<span class="likelihood" lang="en-GB">realistic possibility</span>',
    );
    expect(await htmlIn('ar')).toContain(
      '<span class="likelihood" lang="en-GB" dir="ltr">realistic possibility</span>',
    );
    expect(await htmlIn('en-US')).toContain(
      '<span class="likelihood">realistic possibility</span>',
    );
  });

  it('lets a reason that nobody has translated stand by itself, and reports it', async () => {
    const confidenceReason = 'the reports are few.';
    const takeaways = { 'output-fell': { ...own, ...likely, confidenceReason } };
    const host = briefProject({ languages: ['en-GB', 'fr'], evidence: false }, { takeaways });
    const { built, diagnostics } = await buildOne(host, { formats: ['md'] });
    const french = built?.artifacts.find(({ name }) => name === 'one.fr.md');
    const text = new TextDecoder().decode(french?.bytes).replaceAll('\u00a0', '_');
    expect(text).toContain('Degré de confiance_: **modéré**. the reports are few.');
    const missing = diagnostics.filter(({ code }) => code === 'translation-missing');
    expect(missing.map(({ path }) => path)).toContain('takeaways.output-fell.confidenceReason');
  });
});

describe('the key of a scale', () => {
  it.each([
    ['en-GB', ['up to 5_%', '10–20_%', '40 to <50_%', '95_% or more']],
    ['fr', ['jusqu’à 5_%', '10–20_%', '40 à moins de 50_%', '95_% ou plus']],
    ['de', ['bis zu 5_%', '10–20_%', '40 bis unter 50_%', '95_% oder mehr']],
    ['es', ['hasta 5_%', '10-20_%', '40 a menos de 50_%', '95_% o más']],
    ['zh', ['不超过5%', '10% - 20%', '40至低于50%', '95%或以上']],
    ['nl', ['up to 5_%', '10–20_%', '40 to <50_%', '95_% or more']],
  ])('says its ranges in %s', async (lang, expected) => {
    const key = (await printed(lang, likely)).join('\n');
    for (const text of expected) expect(key).toContain(`| ${text} |`);
  });

  it('has words and no dashes between numbers from right to left', async () => {
    const rows = (await printed('ar', likely)).filter((line) => line.includes('%'));
    expect(rows.join('\n')).not.toMatch(/\d[-–]\d|[<>]/);
    expect(rows).toContain('| realistic possibility | 40 إلى أقل من 50\u200e%\u200e |');
  });
});
