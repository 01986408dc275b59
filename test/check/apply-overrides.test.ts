import { describe, expect, it } from 'vitest';
import { applyOverrides, checkOverrides } from '../../src/check/apply-overrides.ts';
import { languageRuleCodes, lintLanguage } from '../../src/check/language.ts';
import { diagnose } from '../../src/model/diagnostic.ts';
import type { Records } from '../../src/model/stages.ts';
import { allSteps } from '../../src/model/steps.ts';
import { type Files, recordsOf, standards } from './language/lint.ts';

const publisher = (rules: string) =>
  `publisher: { name: An Office, lang: en, defaults: { scale: phia }, rules: { ${rules} } }\n`;

/** Two takeaways with a hedge each; the second can be silenced. */
function data(rules: string, silence = ''): Files {
  return {
    'data/publisher.yaml': publisher(rules),
    'data/d.yaml': [
      'takeaways:',
      '  one: { lead: It may end., findings: [] }',
      `  two: { lead: It might end., findings: []${silence} }`,
      '',
    ].join('\n'),
  };
}

const lint = (files: Files) =>
  allSteps(lintLanguage({ records: recordsOf(files).records, standards }));
const overrides = (records: Records) => checkOverrides(records, languageRuleCodes);

describe('house rules', () => {
  it('change how much a rule weighs', () => {
    const { diagnostics, silenced } = lint(data('lead-hedged: error'));
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['lead-hedged', 'error'],
      ['lead-hedged', 'error'],
    ]);
    expect(silenced).toEqual([]);
  });

  it('switch a rule off without counting it as silenced', () => {
    expect(lint(data('lead-hedged: off'))).toEqual({ diagnostics: [], silenced: [] });
  });

  it('do not touch diagnostics of other stages', () => {
    const { records } = recordsOf(data('lead-hedged: off, yaml-empty: off'));
    const other = diagnose('yaml-empty', {}, { span: { file: 'data/d.yaml', start: 0, end: 1 } });
    expect(applyOverrides([other], records, languageRuleCodes).diagnostics).toEqual([other]);
  });
});

describe('a record that silences a rule', () => {
  const files = data('', ', silence: { lead-hedged: The hedge is the point here. }');

  it('takes it away from itself alone, and gives its reason', () => {
    const { diagnostics, silenced } = lint(files);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.path).toBe('takeaways.one.lead');
    expect(silenced.map(({ reason }) => reason)).toEqual(['The hedge is the point here.']);
    expect(silenced[0]?.diagnostic.path).toBe('takeaways.two.lead');
  });

  it('may be a brief, which is a whole file', () => {
    const brief = [
      'template: t',
      'title: A title',
      'issued: 2025-06-01',
      'takeaways: [{ lead: It may end., findings: [] }]',
      'silence: { lead-hedged: A sample. }',
      '',
    ].join('\n');
    expect(lint({ 'data/briefs/b.yaml': brief })).toMatchObject({
      diagnostics: [],
      silenced: [{}],
    });
  });

  it('gives the same when it is applied twice', () => {
    const { records } = recordsOf(files);
    const once = allSteps(lintLanguage({ records, standards }));
    const twice = applyOverrides(once.diagnostics, records, languageRuleCodes);
    expect(twice).toEqual({ diagnostics: once.diagnostics, silenced: [] });
  });
});

describe('codes that do nothing', () => {
  it('are reported where they stand, with the one that was meant', () => {
    const { records, loaded } = recordsOf(
      data('lead-hedge: off', ', silence: { sentence-to-long: It is long. }'),
    );
    const found = overrides(records).map(({ code, hint, span }) => {
      const file = loaded.find(({ path }) => path === span?.file);
      return [code, file?.text.slice(span?.start, span?.end), hint];
    });
    expect(found).toEqual([
      ['rule-unknown', 'lead-hedge', 'did you mean "lead-hedged"?'],
      ['rule-unknown', 'sentence-to-long', 'did you mean "sentence-too-long"?'],
    ]);
  });

  it('are explained where nothing like them is a rule', () => {
    const { records } = recordsOf(data('quite-another-thing: off'));
    expect(overrides(records)).toMatchObject([{ hint: expect.stringContaining('in brackets') }]);
  });

  it('are told apart from codes that nobody may switch off', () => {
    const { records } = recordsOf(data('yaml-empty: off'));
    expect(overrides(records).map(({ code }) => code)).toEqual(['rule-not-optional']);
  });

  it('are none where all are rules', () => {
    const { records } = recordsOf(data('lead-hedged: off', ', silence: { lead-too-long: It is. }'));
    expect(overrides(records)).toEqual([]);
  });
});
