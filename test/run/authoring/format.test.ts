/** The common layout: what moves, and that nothing else changes. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatProject } from '../../../src/run/authoring/format/format-project.ts';
import { formatYaml } from '../../../src/run/authoring/format/format-yaml.ts';
import { projectOf } from '../../support/project.ts';
import { fc } from '../../support/property.ts';

const root = join(import.meta.dirname, '../../..');

function format(text: string, path = 'data/all.yaml'): string {
  const formatted = formatYaml(path, text);
  if (formatted.kind !== 'formatted') throw new Error(formatted.kind);
  return formatted.text;
}

describe('formatting', () => {
  it('sorts fields, parts records and indents by two, with comments at their fields', () => {
    const text = `# head
findings:

    # about a
    a:
        # how many
        value: 3   # three
        statement: >-
            One
            two.
    b: { value: 1,statement: B }
sources:
    s:
        title: 'S'
        type: report
`;
    expect(format(text)).toBe(`# head
findings:
  # about a
  a:
    statement: >-
      One
      two.
    # how many
    value: 3 # three

  b: { statement: B, value: 1 }

sources:
  s:
    type: report
    title: 'S'
`);
  });

  it('never folds prose and never changes a quotation mark', () => {
    const long = 'word '.repeat(60).trim();
    const text = `findings:\n  a:\n    statement: ${long}\n    detail: "${long}\n      \\"more\\""\n`;
    expect(format(text)).toBe(text);
  });

  it('opens a list that is too long for its line, one item a line', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `finding-number-${index}`);
    const text = `takeaways:\n  a:\n    lead: A.\n    findings: [${ids.join(', ')}]\n`;
    expect(format(text)).toContain('    findings:\n      - finding-number-0\n');
  });

  it('leaves the rows of a figure in their order of columns', () => {
    const text = 'figures:\n  a:\n    title: A\n    alt: A\n    data:\n      - { z: 1, a: 2 }\n';
    expect(format(text)).toBe(text);
  });

  it('leaves a record with an unknown field in its order', () => {
    const text = 'findings:\n  a:\n    vaule: 1\n    statement: A\n';
    expect(format(text)).toBe(text);
  });

  it.each(['findings: [', 'a: 1\n---\nb: 2\n', '- a\n', '\tfindings:\n'])(
    'says of %j that it is broken',
    (text) => {
      expect(formatYaml('data/all.yaml', text)).toEqual({ kind: 'broken' });
    },
  );

  it('keeps every value and comment of the samples', () => {
    for (const path of globSync('data/**/*.yaml', { cwd: root })) {
      const text = readFileSync(join(root, path), 'utf8');
      const formatted = format(text, path);
      expect(parse(formatted)).toEqual(parse(text));
      expect(format(formatted, path)).toBe(formatted);
    }
  });

  it('keeps every value, whatever it is and however it was typed', () => {
    const words = fc.oneof(
      fc.string({ maxLength: 20 }).map((text) => `${text}.`),
      fc.lorem({ maxCount: 40 }),
      fc.constantFrom(
        'a\nb',
        'a\n\n  b\n',
        ' lead',
        'x\n\n',
        "it's",
        'a: b',
        '# no',
        '- x',
        '1.10',
      ),
    );
    const record = fc.record(
      { value: fc.integer(), statement: words, tags: fc.array(words), note: words, detail: words },
      { requiredKeys: ['statement'] },
    );
    const styles = fc.record({
      indent: fc.constantFrom(2, 3, 4),
      lineWidth: fc.constantFrom(0, 30, 80),
      defaultStringType: fc.constantFrom('PLAIN', 'BLOCK_FOLDED', 'BLOCK_LITERAL', 'QUOTE_DOUBLE'),
      indentSeq: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), record), styles, (held, style) => {
        const text = stringify({ findings: held }, { ...style, defaultKeyType: 'PLAIN' });
        const formatted = formatYaml('data/all.yaml', text);
        if (formatted.kind !== 'formatted') throw new Error(`${formatted.kind}:\n${text}`);
        expect(parse(formatted.text)).toEqual(parse(text));
        expect(format(formatted.text)).toBe(formatted.text);
      }),
      { numRuns: 100 },
    );
  });
});

describe('formatting a project', () => {
  const messy = 'findings:\n    a:\n        statement: A\r\n';

  it('writes what differs, and leaves editions and broken files alone', async () => {
    const host = projectOf({
      'data/a.yaml': messy,
      'data/b.yaml': 'findings: [',
      'data/editions/one/1.yaml': messy,
    });
    const { changed, left } = await formatProject(host);
    expect(changed).toEqual(['data/a.yaml']);
    expect(left.map(({ path }) => path)).toEqual(['data/b.yaml']);
    const read = async (path: string) => new TextDecoder().decode(await host.project.read(path));
    expect(await read('data/a.yaml')).toBe('findings:\n  a:\n    statement: A\n');
    expect(await read('data/editions/one/1.yaml')).toBe(messy);
    expect((await formatProject(host)).changed).toEqual([]);
  });

  it('writes nothing when it only checks', async () => {
    const host = projectOf({ 'data/a.yaml': messy });
    const { changed } = await formatProject(host, { isCheck: true });
    expect(changed).toEqual(['data/a.yaml']);
    expect(new TextDecoder().decode(await host.project.read('data/a.yaml'))).toBe(messy);
  });
});

describe('formatting files that are named', () => {
  const files = { 'data/findings/a.yaml': { findings: {} }, 'data/b.yaml': { sources: {} } };

  it('takes a folder for the files in it', async () => {
    const { fileCount, left } = await formatProject(projectOf(files), { only: ['data/findings'] });
    expect({ fileCount, left }).toEqual({ fileCount: 1, left: [] });
  });

  it('says of a name that no data file has it', async () => {
    const { fileCount, left } = await formatProject(projectOf(files), { only: ['data/c.yaml'] });
    expect(fileCount).toBe(0);
    expect(left.map(({ path }) => path)).toEqual(['data/c.yaml']);
  });
});
