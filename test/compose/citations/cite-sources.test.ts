import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { citeSources } from '../../../src/compose/citations/cite-sources.ts';
import { parseMarkdown } from '../../../src/model/markdown.ts';
import { dataOf } from '../../../src/model/tree.ts';
import { type CiteResult, cite, region, show, showBack } from './cite.ts';
import { sources } from './sources.ts';

/** The blocks of a tree before its regions, as text. */
function textOf({ tree }: CiteResult): string {
  return tree.children
    .filter((node) => node.type !== 'region')
    .map(show)
    .join('|');
}

function notesOf({ notes }: CiteResult): readonly string[] {
  return notes.map((note) => `${note.label} ${show(note)}`);
}

function codesOf({ diagnostics }: CiteResult): readonly string[] {
  return diagnostics.map(({ code }) => code);
}

function nodesOf(tree: Root, type: Nodes['type']): readonly Nodes[] {
  const found: Nodes[] = [];
  visit(tree, type, (node) => {
    found.push(node);
  });
  return found;
}

describe('notes', () => {
  it('puts a marker behind the punctuation and close to the word', async () => {
    const result = await cite(
      'One [@memo]. Two [@law], and “three [@post]”. *Four [@book].* Five? [@speech]. [Six [@report] x](https://e.example) [@unsigned]',
      { sources },
    );
    expect(textOf(result)).toBe('One.^1 Two,^2 and “three”.^3 _Four._^4 Five?^5 <Six x>^6^7');
  });

  it('keeps markers in a row together', async () => {
    const result = await cite(
      'Six[^x] [@memo] [@law]. Seven[^x][@law], *eight [@memo]* [@law]!\n\n[^x]: X.',
      {
        sources,
      },
    );
    expect(textOf(result)).toBe('Six.^1^2^3 Seven,^1^4 _eight_!^5^6');
  });

  it('numbers the notes of authors among its own, and looks into them where they are met', async () => {
    const result = await cite(
      'A [@memo]. B[^x]. C [@law]. D[^x] E[^y].\n\n[^x]: As [@book, p. 4] has it, and [@law].\n\n[^y]: Plain.',
      { sources },
    );
    expect(textOf(result)).toBe('A.^1 B.^2 C.^3 D^2 E.^4');
    expect(notesOf(result)).toEqual([
      '1 Media Office, <“On the choice of platforms”>, internal memo (12 October 2023).',
      '2 As Luisa García Pérez, <_A History of Takedowns_>, 2nd ed. (Valencia: Dockside Press, 2018), p. 4 has it, and <Online Safety Act>, No. 18 of 2019 (2019).',
      '3 <Online Safety Act>.',
      '4 Plain.',
    ]);
    expect(nodesOf(result.tree, 'footnoteReference').map((node) => dataOf(node)?.id)).toEqual([
      'note-ref-1',
      'note-ref-2',
      'note-ref-3',
      'note-ref-2-2',
      'note-ref-4',
    ]);
    expect(result.notes.map((note) => note.identifier)).toEqual([
      'note-1',
      'note-2',
      'note-3',
      'note-4',
    ]);
  });

  it('says ibid. and short titles where a source comes again', async () => {
    const result = await cite('[@memo, p. 1] a [@memo, p. 1] b [@memo, p. 2] c [@law] d [@memo]', {
      sources,
    });
    expect(notesOf(result).slice(1)).toEqual([
      '2 <Ibid.>',
      '3 <Ibid.>, p. 2.',
      '4 <Online Safety Act>, No. 18 of 2019 (2019).',
      '5 Media Office, <“On the choice of platforms”>.',
    ]);
  });

  it('writes ibid. small inside of a note', async () => {
    const result = await cite('X [@memo, p. 1; @memo, p. 2].', { sources });
    expect(notesOf(result)[0]).toMatch(/p\. 1; ibid\., p\. 2\.$/);
  });

  it('keeps prefix, suffix and a suppressed author, and begins a note like a sentence', async () => {
    const result = await cite('X [see @memo, para. 2, emphasis added; but -@book, 00:12:40].', {
      sources,
    });
    expect(notesOf(result)).toEqual([
      '1 See Media Office, <“On the choice of platforms”>, internal memo (12 October 2023), para. 2, emphasis added; but <_A History of Takedowns_>, 2nd ed. (Valencia: Dockside Press, 2018), 00:12:40.',
    ]);
  });

  it('numbers what is only on a screen after what is printed', async () => {
    const tree = parseMarkdown('A [@memo].');
    tree.children.unshift({
      ...region('evidence-on-demand'),
      children: parseMarkdown('Z [@law].').children,
    });
    await citeSources(tree, {
      style: 'notes',
      lang: 'en-GB',
      sources: new Map(Object.entries(sources)),
      readShipped: async (path) => (await import('node:fs/promises')).readFile(path, 'utf8'),
    });
    expect(nodesOf(tree, 'footnoteReference').map((node) => show(node))).toEqual(['^2', '^1']);
  });

  it('says where a marker was written', async () => {
    const tree = parseMarkdown('A [@memo].');
    const origin = { file: 'data/x.yaml', start: 7, end: 17 };
    visit(tree, 'text', (node) => {
      node.data = { origin } as typeof node.data;
    });
    await citeSources(tree, {
      style: 'notes',
      lang: 'en',
      sources: new Map(Object.entries(sources)),
      readShipped: async (path) => (await import('node:fs/promises')).readFile(path, 'utf8'),
    });
    expect(nodesOf(tree, 'footnoteReference').map((node) => dataOf(node)?.origin)).toEqual([
      origin,
    ]);
  });
});

describe('the list of references', () => {
  it('holds what is cited, what the evidence links to and what it is told to, and nothing else', async () => {
    const result = await cite('A [@memo].\n\n- [card](#ref-law)\n- [x](#ref-nobody)', {
      sources,
      alsoCited: ['book', 'nobody'],
    });
    expect(result.items.map(({ id }) => id)).toEqual(['book', 'memo', 'law']);
    expect(result.references.map(showBack)).toEqual([
      '',
      '<Note 1>'.replace('<Note 1>', 'Note <1>'),
      '<Evidence>',
    ]);
  });

  it('leads back to every note, and to every place in the text', async () => {
    const markdown = 'A [@memo]. B [@law]. C [@memo; @law].';
    const notes = await cite(markdown, { sources });
    expect(notes.references.map(showBack)).toEqual(['Notes <1>, <3>', 'Notes <2>, <3>']);
    const texts = await cite(markdown, { sources, style: 'author-date' });
    expect(texts.references.map(showBack)).toEqual(['<↑1> <↑2>', '<↑1> <↑2>']);
  });

  it.each(['notes', 'author-date'])('links both ways without a dead end in %s', async (style) => {
    const markdown = `${Object.keys(sources)
      .map((id) => `X [@${id}, p. 2], [card](#ref-${id}) [@${id}].`)
      .join('\n\n')} Y[^n]\n\n[^n]: Z [@memo].`;
    const { tree } = await cite(markdown, { sources, style });
    const anchors = new Set<string | undefined>();
    visit(tree, (node) => {
      anchors.add(dataOf(node)?.id);
    });
    const links = nodesOf(tree, 'link').flatMap((node) => ('url' in node ? [node.url] : []));
    const dead = links.filter((url) => url.startsWith('#') && !anchors.has(url.slice(1)));
    expect(dead).toEqual([]);
    expect(links.filter((url) => url.startsWith('#ref-')).length).toBeGreaterThan(30);
  });

  it('is removed with its heading where nothing is cited, and so are the notes', async () => {
    const result = await cite('Nothing \\[here\\].', { sources });
    expect(result.tree.children.map((node) => node.type)).toEqual(['paragraph']);
  });

  it('is not linked to where the template has no place for it', async () => {
    const result = await cite('A [@memo].', { sources, regions: [] });
    expect(notesOf(result)).toEqual([
      '1 Media Office, “On the choice of platforms”, internal memo (12 October 2023).',
    ]);
    expect(result.tree.children.map((node) => node.type)).toEqual([
      'paragraph',
      'footnoteDefinition',
    ]);
  });

  it('shows the host of an address, and links to none that a reader cannot trust', async () => {
    const at = (URL: string) => ({ ...sources.webpage, URL });
    const result = await cite('[@a; @b; @c; @d]', {
      sources: {
        a: at('javascript:alert(1)'),
        b: at(`https://long.example/${'x'.repeat(90)}`),
        c: at('https://münchen.example/'),
        d: at('https://user:pass@evil.example/'),
      },
    });
    const links = nodesOf(result.tree, 'link').filter(
      (node) => 'url' in node && !node.url.startsWith('#'),
    );
    expect(links.map(show)).toEqual([
      '<long.example/…>',
      '<xn--mnchen-3ya.example>',
      '<long.example/…>',
      '<xn--mnchen-3ya.example>',
    ]);
  });

  it('gives the works as CSL-JSON', async () => {
    const { items } = await cite('[@translated]', { sources });
    expect(items).toEqual([
      {
        id: 'translated',
        type: 'report',
        title: 'Instructions for the press',
        'original-title': 'تعليمات للصحافة',
        language: 'en',
        translator: [{ literal: 'Archive of Statements' }],
        issued: { 'date-parts': [[2017]] },
      },
    ]);
  });
});

describe('languages of titles', () => {
  it('are kept where they differ from that of the brief', async () => {
    const { tree } = await cite('[@arabic; @translated; @memo]', { sources });
    const marked = nodesOf(tree, 'phrase').flatMap((node) => {
      const data = dataOf(node);
      return data?.lang === undefined ? [] : [[show(node), data.lang, data.dir]];
    });
    expect(marked.slice(0, 3)).toEqual([
      ['“افتتاحية العدد”', 'ar', 'rtl'],
      ['_al-Risala_', 'ar-Latn', undefined],
      ['تعليمات للصحافة', 'ar', 'rtl'],
    ]);
  });
});

describe('mistakes', () => {
  it('reports a source that is not here, and leaves the words as they are', async () => {
    const result = await cite('A [@nobody] and [@memo; @no-one].', { sources });
    expect(codesOf(result)).toEqual(['citation-unknown', 'citation-unknown']);
    expect(textOf(result)).toBe('A [@nobody] and.^1');
  });

  it('warns of brackets that were meant to cite', async () => {
    const result = await cite('A [@memo and @law]. \\[@memo\\] stays.', { sources });
    expect(codesOf(result)).toEqual(['citation-malformed']);
  });

  it.each([
    ['harvard', 'citation-style-unknown'],
    ['<style><citation></style>', 'citation-style-broken'],
    ['<html><p>x</p></html>', 'citation-style-broken'],
    ['<style class="note"><info/></style>', 'citation-style-broken'],
    [
      '<style><info><link href="https://s.example/apa" rel="independent-parent"/></info></style>',
      'citation-style-dependent',
    ],
    [
      '<style class="note" version="1.0"><citation><layout><text macro="x"/></layout></citation></style>',
      'citation-failed',
    ],
  ])('refuses the style %s', async (style, code) => {
    expect(codesOf(await cite('[@memo]', { sources, style }))).toEqual([code]);
  });
});

describe('a style of the project', () => {
  const head = '<?xml version="1.0"?><style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"';

  it('numbers in the text', async () => {
    const style = `${head} class="in-text"><info><title>t</title><id>t</id><updated>2025-01-01T00:00:00Z</updated></info>
      <citation><layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout></citation>
      <bibliography second-field-align="flush"><layout suffix="."><text variable="citation-number" suffix="."/><text variable="title" font-weight="bold"/></layout></bibliography></style>`;
    const result = await cite('A [@memo]. B [@law; @memo].', { sources, style });
    expect(textOf(result)).toBe('A [<1>]. B [<2>, <1>].');
    expect(result.references.map(show)).toEqual([
      '1. On the choice of platforms.',
      '2. Online Safety Act.',
    ]);
  });

  it('makes notes where it is of class note, and no list where it has none', async () => {
    const style = `${head} class="note"><info><title>t</title><id>t</id><updated>2025-01-01T00:00:00Z</updated></info>
      <citation><layout><text variable="title" font-variant="small-caps"/><text variable="DOI" prefix=" doi:"/></layout></citation></style>`;
    const result = await cite('A [@journal].', { sources, style });
    expect(notesOf(result)).toEqual(['1 Is it over? doi:<10.5555/joh.12.3>']);
    expect(result.references).toEqual([]);
  });
});

describe('effort', () => {
  it('reads no style where nothing is cited', async () => {
    const tree = parseMarkdown('Plain[^a].\n\n[^a]: Note.');
    const readShipped = () => Promise.reject(new Error('read'));
    const { value } = await citeSources(tree, {
      style: 'notes',
      lang: 'en',
      sources: new Map(),
      readShipped,
    });
    expect(value.notes.map(show)).toEqual(['Note.']);
  });

  it('gives the same tree twice', async () => {
    const markdown = Object.keys(sources)
      .map((id) => `X [@${id}, p. 3] y [@${id}].`)
      .join('\n\n');
    const [first, second] = [await cite(markdown, { sources }), await cite(markdown, { sources })];
    expect(second.tree).toEqual(first.tree);
  });
});
