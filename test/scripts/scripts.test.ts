/** Texts in many scripts, through the real stages, the real fonts and the real browser. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractPdf } from '../../src/audit/extract-pdf.ts';
import { type ClosablePrinter, createPrinter } from '../../src/host/browser/printer.ts';
import { briefProject, buildOne, errorsOf, textOf } from '../support/project.ts';
import { mixedTexts, type ScriptText, scriptTexts } from './texts.ts';

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

describe('a brief in another script', () => {
  for (const text of [...scriptTexts, ...mixedTexts]) {
    it(`is whole in HTML and in PDF: ${text.lang}, ${text.title}`, async () => {
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
      // What a screen reader says, in its order; the data inside the file would prove nothing.
      const spoken = parts.filter(({ where }) => where === 'tagged text');
      const read = withoutSpaces(spoken.map((part) => part.text).join('\n'));
      for (const words of [title, lead, body]) expect(read).toContain(withoutSpaces(words));
      const bookmarks = parts.filter(({ where }) => where === 'bookmark Title');
      expect(bookmarks.map((one) => one.text)).toContain(title);
      expect(painted).not.toContain('\uFFFD');
    });
  }
});
