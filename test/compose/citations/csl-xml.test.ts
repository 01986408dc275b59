import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { isXmlProblem, readCslXml } from '../../../src/compose/citations/csl-xml.ts';

const require = createRequire(import.meta.url);

/** The reader that the engine has of its own. */
function readByEngine(xml: string): unknown {
  const engine = createRequire(require.resolve('@citation-js/plugin-csl'))('citeproc');
  return engine.setupXml(xml).dataObj;
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('readCslXml', () => {
  it.each(['locales', 'styles'])('reads the %s of the plugin as the engine does', (name) => {
    const files: Record<string, string> = require(`@citation-js/plugin-csl/lib/${name}.json`);
    for (const xml of Object.values(files))
      expect(plain(readCslXml(xml))).toEqual(plain(readByEngine(xml)));
  });

  it.each(['standards/styles', 'standards/locales'])(
    'reads all of %s as the engine does',
    async (folder) => {
      for (const name of await readdir(folder)) {
        const xml = await readFile(`${folder}/${name}`, 'utf8');
        const read = readCslXml(xml);
        expect(isXmlProblem(read)).toBe(false);
        expect(plain(read)).toEqual(plain(readByEngine(xml)));
      }
    },
  );

  it('reads entities, comments and a byte order mark', () => {
    expect(
      readCslXml(
        '\uFEFF<?xml version="1.0"?><!-- <x> --><a b="1 &amp; 2"><t>&lt;&#8211;&#x2014;&no;</t></a>',
      ),
    ).toEqual({
      name: 'a',
      attrs: { b: '1 & 2' },
      children: [{ name: 't', attrs: {}, children: ['<–—&no;'] }],
    });
  });

  it.each([
    ['<a><b></a>', 6],
    ['<a>', 3],
    ['</a>', 0],
    ['<a b=1/>', 0],
    ['x<a/>', 0],
    ['', 0],
    ['<a/>\n</a>', 5],
  ])('says where %j is broken', (xml, offset) => {
    expect(readCslXml(xml)).toEqual({ problem: expect.any(String), offset });
  });
});
