/**
 * A Word file that LibreOffice opened and saved again, where there is one: what it did not understand is
 * gone from the copy. What the file holds is asserted in the other tests; this one asks a stranger.
 */
import { execFile, spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { createRasterizer } from '../../../src/host/rasterizer.ts';
import { temporaryFolder } from '../../host/files/temporary-folder.ts';
import { briefProject, buildOne } from '../../support/project.ts';
import { type OpenDocx, openDocx, paragraphsOf, textOf } from './open-docx.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;

const brief = {
  figures: ['counts', 'bars'],
  glossary: ['tve'],
  sections: [
    {
      title: 'What happened',
      body: [
        'With a note[^a], a citation [@report, p. 3] and a [link](https://example.org/).',
        '',
        '[^a]: The note.',
        '',
        '1. first',
        '2. second',
        '',
        '> Quoted words.',
      ].join('\n'),
    },
  ],
};
const rows = [
  { year: 'First', channels: 1250 },
  { year: 'Second', channels: 4000 },
];
const data = {
  figures: {
    counts: { title: 'A table', alt: 'Two rows.', kind: 'table', data: rows },
    bars: { title: 'A chart', alt: 'Two bars.', kind: 'bar', x: 'year', y: 'channels', data: rows },
  },
  glossary: { tve: { term: 'TVE', definition: 'terrorist and violent extremist.' } },
};

const times = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].length;

/** What must come back: words, headings, notes, tables, pictures with their words, links. */
function inventory(file: OpenDocx) {
  const body = file.part('word/document.xml');
  const notes = file.part('word/footnotes.xml');
  const styles = file.part('word/styles.xml');
  const nameOf = (id: string | undefined) =>
    new RegExp(`w:styleId="${id}"[^>]*>.*?<w:name w:val="([^"]*)"`, 's').exec(styles)?.[1];
  const headings = paragraphsOf(body)
    .map(({ style, text }) => [nameOf(style)?.toLowerCase(), text.trim()])
    .filter(([style]) => /^(?:title|heading \d)$/.test(style ?? ''));
  return {
    headings,
    words: textOf(body).replace(/\s+/g, ' ').trim(),
    notes: times(body, /<w:footnoteReference\b/g),
    noteWords: notes.includes('The note.'),
    tables: times(body, /<w:tbl>/g),
    headRows: times(body, /<w:tblHeader\b/g),
    described: times(body, /<wp:docPr [^>]*descr="Two bars\."/g),
    links: file.part('word/_rels/document.xml.rels').includes('https://example.org/'),
    isNumbered: body.includes('<w:numPr>'),
  };
}

it.skipIf(!hasOffice)('comes back from LibreOffice with everything that it held', async () => {
  const host = { ...briefProject(brief, data), rasterizer: createRasterizer };
  const { built } = await buildOne(host, { formats: ['docx'] });
  const bytes = built?.artifacts[0]?.bytes;
  if (bytes === undefined) throw new Error('no Word file was built');
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'one.docx'), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const target = ['--convert-to', 'docx', '--outdir', join(folder, 'back')];
  const run = promisify(execFile);
  await run('soffice', [profile, '--headless', ...target, join(folder, 'one.docx')]);
  const back = openDocx(await readFile(join(folder, 'back/one.docx')));
  const sent = inventory(openDocx(bytes));
  expect(sent).toMatchObject({ notes: 2, noteWords: true, tables: 1, headRows: 1, described: 1 });
  expect(sent).toMatchObject({ links: true, isNumbered: true });
  expect(inventory(back)).toEqual(sent);
});
