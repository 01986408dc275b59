import { describe, expect, it } from 'vitest';
import { languageRuleCodes, lintLanguage } from '../../../src/check/language.ts';
import { languageCodes } from '../../../src/model/codes/language.ts';
import { allSteps } from '../../../src/model/steps.ts';
import { recordsOf, standards, takeaway } from './lint.ts';

describe('linting the language of the data', () => {
  it('knows every code of its area as a rule, save the one about overrides', () => {
    const codes = new Set<string>([...languageRuleCodes, 'rule-not-optional']);
    expect(codes).toEqual(new Set(Object.keys(languageCodes)));
  });

  it('reports by file and place, each thing once', () => {
    const brief = (id: string) => [
      `data/briefs/${id}.yaml`,
      'template: t\ntitle: A title\nissued: 2025-06-01\nscale: phia\ntakeaways: [t]\n',
    ];
    const { records } = recordsOf({
      ...Object.fromEntries([brief('a'), brief('b')]),
      'data/d.yaml': takeaway('It could be very likely to end.', 'body: It is quite likely so.'),
    });
    const { diagnostics } = allSteps(lintLanguage({ records, standards }));
    expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'lead-hedged takeaways.t.lead',
      'likelihood-off-scale takeaways.t.lead',
      'likelihood-off-scale takeaways.t.body',
    ]);
  });

  it('changes nothing that it is given, and says the same again', () => {
    const { records } = recordsOf({ 'data/d.yaml': takeaway('It may end.') });
    const first = allSteps(lintLanguage({ records, standards }));
    expect(allSteps(lintLanguage({ records, standards }))).toEqual(first);
  });

  it('has nothing to say about data without prose', () => {
    const { records } = recordsOf({});
    expect(allSteps(lintLanguage({ records, standards }))).toEqual({
      diagnostics: [],
      silenced: [],
    });
  });
});
