import { describe, expect, it } from 'vitest';
import { finding, stretches, takeaway } from './lint.ts';

const code = 'likelihood-with-confidence';

describe('likelihood and confidence in one sentence', () => {
  it('points from the one to the other, in whichever order they stand', () => {
    expect(stretches(finding('It is likely, with high confidence, to end.'), code)).toEqual([
      'likely, with high confidence',
    ]);
    expect(
      stretches(finding('We have moderate confidence that it is unlikely to end.'), code),
    ).toEqual(['moderate confidence that it is unlikely']);
    expect(stretches(finding('We are confident that a return is very possible.'), code)).toEqual([
      'are confident that a return is very possible',
    ]);
  });

  it('lets them stand in two sentences', () => {
    const text = 'It is likely to end. We have high confidence in that.';
    expect(stretches(finding(text), code)).toEqual([]);
  });

  it('knows other people’s confidence and quotations from ours', () => {
    const fine = [
      'Consumer confidence is low and likely to fall.',
      'A group likely to be confident of itself.',
      'Officials called it “likely, with high confidence” in May.',
    ];
    for (const text of fine) expect(stretches(finding(text), code), text).toEqual([]);
  });

  it('allows it under a scale that writes both together', () => {
    const publisher = 'publisher: { name: An Office, lang: en, defaults: { scale: ipcc } }\n';
    const data = finding('It is very likely (high confidence) to end.');
    expect(stretches({ 'data/publisher.yaml': publisher, 'data/d.yaml': data }, code)).toEqual([]);
  });

  it('keeps likelihoods out of the reason for a confidence, which is printed beside it', () => {
    const reason = (text: string) =>
      stretches(
        takeaway('It ends.', `confidence: low\nconfidenceReason: ${text}`),
        'likelihood-in-reason',
      );
    expect(reason('the reports are probably wrong')).toEqual(['probably']);
    expect(reason('three reports agree, and all are recent')).toEqual([]);
  });
});
