/** Sources from reference managers: what arrives in the data, and what stays as it was. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Host } from '../../../src/model/host.ts';
import { readProject } from '../../../src/read-project.ts';
import {
  addSource,
  type Reference,
  referenceIn,
} from '../../../src/run/authoring/add-source/add-source.ts';
import { insertSource } from '../../../src/run/authoring/add-source/insert-source.ts';
import { checkProject } from '../../../src/run/check.ts';
import { briefProject } from '../../support/project.ts';

const bibtex = `@article{smith2020,
  title = {A {GNU} tale of caf\\'e},
  author = {Smith, Jane and {World Bank} and van der Berg, Jan},
  journal = {Journal of X}, year = {2020}, month = mar, volume = 3, pages = {1--9},
  doi = {10.1000/xyz}, keywords = {one, two}
}
@report{other, title = {Other}, author = {Smith, Jane}, institution = {Office}, year = {2020}}
`;
const ris = `TY  - JOUR
AU  - Smith, Jane
TI  - A tale
PY  - 2021/03/05
JO  - Journal of X
UR  - https://example.org/a
ER  -
`;
const csl = JSON.stringify([
  {
    id: 'x',
    type: 'figure-of-speech',
    title: 'A <i>title</i>',
    author: [{ family: 'Ng', given: 'A', ORCID: 'no' }],
    issued: {
      'date-parts': [
        [2020, 1],
        [2020, 2],
      ],
      circa: true,
    },
    accessed: { raw: 'last summer' },
    URL: 'javascript:alert(1)',
    'call-number': 'QA 76',
  },
]);

async function add(host: Host, reference: Reference, path = 'data/sources.yaml') {
  const { value: project } = await readProject(host);
  const added = await addSource(host, project, reference, path);
  const bytes = await host.project.read(path).catch(() => new Uint8Array());
  const { diagnostics } = await checkProject(host);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return { added, text: new TextDecoder().decode(bytes), errors };
}

const fileOf = (name: string, text: string): Reference => ({ kind: 'file', name, text });

describe('adding sources', () => {
  it('reads BibTeX, with an id of author and year that is unique', async () => {
    const { added, text, errors } = await add(briefProject(), fileOf('a.bib', bibtex));
    expect(errors).toEqual([]);
    expect(added).toMatchObject({ kind: 'added', ids: ['smith-2020', 'smith-2020-b'] });
    expect(parse(text).sources['smith-2020']).toMatchObject({
      type: 'article-journal',
      title: 'A GNU tale of café',
      author: [
        { family: 'Smith', given: 'Jane' },
        { literal: 'World Bank' },
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      ],
      issued: '2020-03',
      'container-title': 'Journal of X',
      volume: 3,
      page: '1-9',
      DOI: '10.1000/xyz',
    });
  });

  it('reads RIS, by its text where the name does not say', async () => {
    const { added, text, errors } = await add(briefProject(), fileOf('export.txt', ris));
    expect(errors).toEqual([]);
    expect(added).toMatchObject({ ids: ['smith-2021'], notices: [] });
    expect(parse(text).sources['smith-2021']).toMatchObject({ issued: '2021-03-05' });
  });

  it('leaves out of CSL-JSON what does not fit, and says so', async () => {
    const { added, text, errors } = await add(briefProject(), fileOf('a.json', csl));
    expect(errors).toEqual([]);
    expect(parse(text).sources['ng-2020']).toEqual({
      type: 'document',
      title: 'A title',
      author: [{ family: 'Ng', given: 'A' }],
      issued: '2020-01~/2020-02~',
    });
    const notices = added.kind === 'added' ? added.notices.join('\n') : '';
    for (const field of ['figure-of-speech', 'accessed', 'URL', 'call-number']) {
      expect(notices).toContain(field);
    }
  });

  it.each(['10.1000/xyz', 'https://doi.org/10.1000/xyz', 'https://example.org/news/a-page'])(
    'makes a record to fill in from %s',
    async (operand) => {
      const reference = referenceIn(operand);
      if (reference === undefined) throw new Error('it is a file');
      const { added, text, errors } = await add(briefProject(), reference);
      expect(errors).toEqual([]);
      expect(added).toMatchObject({ kind: 'added' });
      expect(text).toContain('# Fill in');
      expect(text).toContain(operand.replace('https://doi.org/', ''));
    },
  );

  it('refuses what is no list of references', async () => {
    for (const text of ['hello', '@@@', '{']) {
      const { added } = await add(briefProject(), fileOf('a.txt', text));
      expect(added.kind).toBe('refused');
    }
  });

  it('refuses a file with a mistake in its YAML, and leaves it alone', async () => {
    const host = briefProject({});
    await host.project.write('data/sources.yaml', new TextEncoder().encode('sources: ['));
    const { added, text } = await add(host, fileOf('a.bib', bibtex));
    expect(added.kind).toBe('refused');
    expect(text).toBe('sources: [');
  });
});

describe('putting a source into a file', () => {
  const record = { id: 'new-one', fields: { type: 'book', title: 'T: a "title"' } };

  it.each([
    ['', 'a new file'],
    ['# head\nsources:\n  a:\n    type: book # why\n    title: A\n', 'comments'],
    [
      'sources:\n    a:\n        type: book\n        title: >-\n            A\n            B\n\n# end\n',
      'a comment at the end',
    ],
    [
      'sources:\n  a: { type: book, title: A }\n\nfindings:\n  # f\n  b: { statement: B }\n',
      'what follows',
    ],
    ['sources: # none yet\nfindings: {}\n', 'an empty collection'],
    ['sources: {}', 'an empty collection in braces'],
    ['sources: { a: { type: book, title: A } }\n', 'a collection in braces'],
    ['findings:\n  b: { statement: B }', 'a file without sources'],
  ])('keeps every line of %j', (text) => {
    const after = insertSource(text, record) ?? '';
    const before = parse(text) ?? {};
    expect(parse(after)).toEqual({
      ...before,
      sources: { ...before.sources, 'new-one': record.fields },
    });
    for (const comment of text.match(/#.*/g) ?? []) expect(after).toContain(comment);
    const kept = text
      .split('\n')
      .filter((line) => line.trim() !== '' && !/^sources: ?[#{]/.test(line));
    for (const line of kept) expect(after.split('\n')).toContain(line);
  });
});
