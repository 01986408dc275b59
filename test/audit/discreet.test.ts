/** What is said in the terminal while building for an audience: nothing that the audience may not see. */
import { describe, expect, it } from 'vitest';
import { discreet } from '../../src/compile.ts';
import { diagnose } from '../../src/model/diagnostic.ts';
import { placeOf, placeOfKey } from '../../src/model/place.ts';
import { readProject } from '../../src/read-project.ts';
import { briefProject, minimal } from '../support/project.ts';

const data = {
  sources: {
    ...minimal.sources,
    mole: {
      type: 'report',
      title: 'Sum',
      author: [{ family: 'Kowal', given: 'A' }],
      marking: 'TLP:RED',
    },
  },
  findings: {
    ...minimal.findings,
    shown: {
      statement: 'It fell [@mole].',
      evidence: [{ source: 'report', locator: 'p. 3' }],
    },
  },
};

async function setting() {
  const host = briefProject({}, data);
  const { value } = await readProject(host);
  const { records } = value.resolved;
  const mole = records.source.get('mole');
  const shown = records.finding.get('shown');
  if (mole === undefined || shown === undefined) throw new Error('a record is missing');
  return { ...value, mole, shown };
}

describe('what is said while building for an audience', () => {
  it('counts a message that points into a withheld record, however short its words', async () => {
    const { resolved, loaded, mole } = await setting();
    const place = placeOf(mole, ['author', 0, 'family']);
    const said = [diagnose('name-near-miss', { name: 'A Kowal', other: 'B Kowal' }, place)];
    const heard = discreet(said, resolved, loaded.files, 'TLP:CLEAR');
    expect(heard.map(({ code }) => code)).toEqual(['messages-withheld']);
    expect(discreet(said, resolved, loaded.files, 'TLP:RED')).toEqual(said);
  });

  it('counts a message whose note leads to one', async () => {
    const { resolved, loaded, mole, shown } = await setting();
    const { span } = placeOfKey(mole);
    if (span === undefined) throw new Error('no place');
    const related = [{ message: 'it stands here', span }];
    const said = [
      diagnose('name-near-miss', { name: 'B', other: 'C' }, { ...placeOf(shown), related }),
    ];
    const heard = discreet(said, resolved, loaded.files, 'TLP:CLEAR');
    expect(heard.map(({ code }) => code)).toEqual(['messages-withheld']);
  });

  it('says what may be said, without a line that names a withheld record', async () => {
    const { resolved, loaded, shown } = await setting();
    const said = [
      diagnose('sentence-too-long', { words: 30, limit: 25 }, placeOf(shown, ['statement'])),
      diagnose('sentence-too-long', { words: 30, limit: 25 }, placeOf(shown, ['evidence'])),
    ];
    const heard = discreet(said, resolved, loaded.files, 'TLP:CLEAR');
    expect(heard.map(({ isLineHidden }) => isLineHidden)).toEqual([true, undefined]);
  });
});
