import { expect, test } from 'vitest';
import { pageOf, select, textOf } from './fixture/page-view.ts';

test('numbers the notes as a reader meets them, wherever they are defined', () => {
  const page = pageOf('[^z]: Zed.\n\nOne[^b], two[^z], one again[^b].\n\n[^b]: Bee.');
  expect(select(page.one('section.notes'), 'li').map(textOf)).toEqual(['Bee. ↑ ↑', 'Zed. ↑']);
  const markers = page.all('sup.note-ref').map(textOf);
  expect(markers).toEqual(['1', '2', '1']);
});

test('every marker leads to its note, and every note back to each of its markers', () => {
  const page = pageOf('One[^a] and again[^a].\n\n[^a]: Ay.');
  const markers = page.all('sup.note-ref').flatMap((sup) => select(sup, 'a'));
  expect(markers.map(({ properties }) => properties.href)).toEqual(['#note-1', '#note-1']);
  const places = page.all('sup.note-ref').map(({ properties }) => properties.id);
  expect(places).toEqual(['note-ref-1', 'note-ref-1-2']);
  expect(markers[0]?.properties).toMatchObject({ role: 'doc-noteref', ariaLabel: 'Note 1' });
  const back = page.all('a.way-back');
  expect(back.map(({ properties }) => properties.href)).toEqual(['#note-ref-1', '#note-ref-1-2']);
  expect(back[1]?.properties.ariaLabel).toBe('Back to note 1 in the text, place 2');
  expect(page.one('section.notes').properties.role).toBe('doc-endnotes');
});

test('the notes stand where the template puts them, else before the references', () => {
  const placed = pageOf('A[^a].\n\n[^a]: Ay.\n\n:::notes\n## Sources and notes\n:::\n\n## Last');
  expect(placed.html.indexOf('Ay.')).toBeLessThan(placed.html.indexOf('id="last"'));
  expect(textOf(placed.one('section.notes'))).toBe('Sources and notes Ay. ↑');
  const unplaced = pageOf('A[^a].\n\n:::references\n## References\n\n- Work\n:::\n\n[^a]: Ay.');
  expect(unplaced.html.indexOf('Ay.')).toBeLessThan(unplaced.html.indexOf('Work'));
});

test('a brief without notes has no heading for them', () => {
  const page = pageOf('Text.\n\n:::notes\n## Notes\n:::\n\n[^unused]: Never named.');
  expect(page.all('section.notes')).toEqual([]);
  expect(page.html).not.toContain('Never named');
});

test('a note may name another note', () => {
  const page = pageOf('A[^a].\n\n[^a]: Ay, see[^b].\n\n[^b]: Bee.');
  expect(select(page.one('section.notes'), 'li').map(textOf)).toEqual(['Ay, see2. ↑', 'Bee. ↑']);
});

test('two markers in a row have a comma between them', () => {
  const page = pageOf('A[^a][^b].\n\n[^a]: Ay.\n\n[^b]: Bee.');
  expect(page.all('sup.note-ref').map(textOf)).toEqual(['1', ', 2']);
});

test('evidence on demand does not number the notes, and no note leads back into it', () => {
  const page = pageOf(
    ':::evidence-on-demand\nHidden[^b].\n:::\n\nShown[^a].\n\n[^a]: Ay.\n\n[^b]: Bee.',
  );
  expect(select(page.one('section.notes'), 'li').map(textOf)).toEqual(['Ay. ↑', 'Bee.']);
  expect(page.codes).toEqual([]);
});

test('anchors that the tree has already are kept, and each stands once', () => {
  const page = pageOf('', {
    tree: {
      type: 'root',
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'footnoteReference', identifier: 'note-7', data: { id: 'note-ref-7' } },
          ],
        },
        {
          type: 'footnoteDefinition',
          identifier: 'note-7',
          data: { id: 'note-7' },
          children: [{ type: 'paragraph', children: [{ type: 'text', value: 'Seven.' }] }],
        },
      ],
    },
  });
  expect(page.codes).toEqual([]);
  expect(page.one('sup.note-ref').properties.id).toBe('note-ref-7');
  expect(page.one('a.way-back').properties.href).toBe('#note-ref-7');
});
