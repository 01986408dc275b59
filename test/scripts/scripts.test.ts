/** Texts in many scripts, through the real stages, the real fonts and the real browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractPdf } from '../../src/audit/extract-pdf.ts';
import { type ClosablePrinter, createPrinter } from '../../src/host/browser/printer.ts';
import { briefProject, buildOne, errorsOf, textOf } from '../support/project.ts';
import { type ScriptText, scriptTexts } from './texts.ts';

let printer: ClosablePrinter;
beforeAll(async () => {
  printer = await createPrinter();
});
afterAll(() => printer.close());

function build(text: ScriptText) {
  const host = briefProject(
    { title: text.title, lang: text.lang },
    {
      takeaways: {
        'output-fell': { lead: text.lead, body: text.body, findings: ['channels-removed'] },
      },
    },
    { printer },
  );
  return buildOne(host, { formats: ['html', 'pdf'] });
}

/** Lines break where they like, and marks of direction are for the eye alone. */
function withoutSpaces(text: string): string {
  return text.normalize('NFC').replace(/[\s\p{Cf}]/gu, '');
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

describe('a brief in another script', () => {
  for (const text of scriptTexts) {
    it(`is whole in HTML and in PDF: ${text.lang}`, async () => {
      const { lang, dir, family, title, lead, body } = text;
      const { built, diagnostics } = await build({ ...text });
      // Also what the checks of the finished PDF found: no glyph 0, fonts embedded and mapped.
      expect(errorsOf(diagnostics)).toEqual([]);

      const html = textOf(built, 'html');
      expect(html).toMatch(new RegExp(`<html[^>]*lang="${lang}"[^>]*dir="${dir}"`));
      expect(html).toContain(`font-family: "${family}"`);

      const pdf = built?.artifacts.find(({ format }) => format === 'pdf');
      const parts = await extractPdf(pdf?.bytes ?? new Uint8Array());
      const pages = parts.filter(({ where }) => /^page \d+$/.test(where));
      const painted = withoutSpaces(pages.map((page) => page.text).join(''));
      const all = withoutSpaces(parts.map((part) => part.text).join('\n'));
      // A line from right to left with numbers or vowel signs in it is painted in pieces, in an order
      // of the browser's; of such lines the words are compared.
      const runs = dir === 'rtl' ? wordsOf([title, lead, body].join(' ')) : [title, lead, body];
      for (const words of runs) expect(all).toContain(withoutSpaces(words));
      expect(painted).not.toContain('\uFFFD');
    });
  }
});
