import { describe, expect, it } from 'vitest';
import { finding, lint, stretches, takeaway } from './lint.ts';

describe('hedges in a lead', () => {
  const code = 'lead-hedged';
  const at = (lead: string) => stretches(takeaway(lead), code);

  it('points at could, may and might', () => {
    expect(at('The outlet may return.')).toEqual(['may']);
    expect(at('It could return, and might grow.')).toEqual(['could', 'might']);
    expect(at('They may not return.')).toEqual(['may']);
  });

  it('knows the month, the surname and other senses', () => {
    const fine = [
      'Since May the outlet is silent.',
      'May saw no issue.',
      'Theresa May left office.',
      'The outlet fell silent in may 2019.',
      'The group could not publish in April.',
      'The military might of the group is gone.',
      'It fought with all its might of old.',
      'The group says it “may return” and stays silent.',
      'Might is not right.',
    ];
    for (const lead of fine) expect(at(lead), lead).toEqual([]);
  });

  it('minds leads alone', () => {
    expect(stretches(finding('The outlet may return.'), code)).toEqual([]);
    expect(stretches(takeaway('It ends.', 'body: The outlet may return.'), code)).toEqual([]);
  });
});

describe('the length of a lead', () => {
  const code = 'lead-too-long';
  const words = (count: number) => `${Array.from({ length: count }, () => 'word').join(' ')}.`;

  it('points at the words past the twenty-fifth', () => {
    expect(stretches(takeaway(words(25)), code)).toEqual([]);
    expect(stretches(takeaway(words(27)), code)).toEqual(['word word.']);
  });

  it('points at everything after the first sentence', () => {
    expect(stretches(takeaway('Output fell. It will return. Watch it.'), code)).toEqual([
      'It will return. Watch it.',
    ]);
  });

  it('does not end a sentence at an abbreviation, an initial or a decimal point', () => {
    const fine = [
      'Dr. Smith of the U.S. Navy met M. R. Torres.',
      'Output fell by 4.5 points, i.e. Half of it, cf. No. 5.',
      'The S. Rajaratnam School agrees with the finding.',
    ];
    for (const lead of fine) expect(stretches(takeaway(lead), code), lead).toEqual([]);
  });

  it('holds for one sentence in a language that we have no words of', () => {
    const files = (lead: string) => ({
      'data/publisher.yaml': 'publisher: { name: An Office, lang: zh }\n',
      'data/d.yaml': takeaway(lead),
    });
    expect(stretches(files('宣传减少了。威胁依然存在。'), code)).toEqual(['威胁依然存在。']);
    expect(stretches(files('宣传减少了，威胁依然存在。'), code)).toEqual([]);
  });
});

describe('a lead and its field "likelihood"', () => {
  const code = 'likelihood-lead-differs';

  it('points at the word of the lead that says something else', () => {
    const data = takeaway('A return is highly likely.', 'likelihood: realistic possibility');
    expect(stretches(data, code)).toEqual(['highly likely']);
  });

  it('takes synonyms and forms for the same', () => {
    expect(stretches(takeaway('It will probably return.', 'likelihood: likely'), code)).toEqual([]);
    expect(stretches(takeaway('It returns.', 'likelihood: likely'), code)).toEqual([]);
    expect(lint(takeaway('A return is likely.'), code)).toEqual([]);
  });
});
