import { describe, expect, it } from 'vitest';
import { extractPdf } from '../../src/audit/extract-pdf.ts';
import { readEmail } from '../../src/audit/leak/read-email.ts';
import { compileBrief, compileSelected } from '../../src/compile.ts';
import { createPrinter } from '../../src/host/browser/printer.ts';
import { type Marking, markingSlug, markings } from '../../src/model/marking.ts';
import type { Selected } from '../../src/model/stages.ts';
import { readProject } from '../../src/read-project.ts';
import { renderEmail } from '../../src/render/email.ts';
import { select } from '../../src/select/select.ts';
import { type Changes, composeText } from '../render/html/fixture/compose.ts';
import { projectOf, textOf } from '../support/project.ts';
import { fc } from '../support/property.ts';
import { canary, canaryProject, hiddenFrom, type Labels, labels, markable } from './canaries.ts';

const audiences = fc.constantFrom(...markings);
const fallbacks = fc.option(fc.constantFrom(...markings), { nil: undefined });

async function buildFor(marks: Labels, fallback: Marking | undefined, audience: Marking) {
  const host = projectOf(canaryProject(marks, fallback, 'TLP:CLEAR'));
  const { value: project, diagnostics } = await readProject(host);
  const brief = project.resolved.records.brief.get('one');
  if (brief === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { host, project, brief, audience };
}

describe('the proof that nothing leaked', () => {
  it('holds for a thousand projects marked at random: no canary in any artifact', async () => {
    await fc.assert(
      fc.asyncProperty(labels, fallbacks, audiences, async (marks, fallback, audience) => {
        const { host, project, brief } = await buildFor(marks, fallback, audience);
        const { value, diagnostics } = await compileBrief(host, project, brief, {
          formats: ['md', 'html', 'json', 'csv', 'stix'],
          audience,
        });
        expect(diagnostics.filter(({ code }) => code === 'leak-found')).toEqual([]);
        // A template that needs trends has nothing to print where all of them are withheld.
        const isNothingLeft = diagnostics.some(({ code }) => code === 'template-needs-withheld');
        expect(value === undefined).toBe(isNothingLeft);
        const all =
          value === undefined
            ? ''
            : `${['md', 'html', 'json', 'csv', 'stix'].map((format) => textOf(value, format)).join('\n')}\n${JSON.stringify(value.document.tree)}`;
        const said = diagnostics.map(({ message, hint = '' }) => `${message} ${hint}`).join('\n');
        for (const word of hiddenFrom(marks, fallback, audience)) {
          expect(all).not.toContain(word);
          expect(said).not.toContain(word);
        }
      }),
      { numRuns: 1000 },
    );
  }, 3_000_000);

  it('holds in print for every audience, and the label stands on every page', async () => {
    const printer = await createPrinter();
    try {
      for (const audience of markings) {
        const marks = {
          'finding-a': 'TLP:RED',
          'source-b': 'TLP:AMBER',
          'event-a': 'TLP:AMBER+STRICT',
          'term-a': 'TLP:GREEN',
        } as const;
        const host = projectOf(canaryProject(marks, 'TLP:CLEAR', 'TLP:CLEAR'), { printer });
        const { value: project } = await readProject(host);
        const brief = project.resolved.records.brief.get('one');
        if (brief === undefined) throw new Error('no brief');
        const { value, diagnostics } = await compileBrief(host, project, brief, {
          formats: ['pdf'],
          audience,
        });
        expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const pdf = value?.artifacts[0];
        const texts = await extractPdf(pdf?.bytes ?? new Uint8Array());
        const all = texts.map(({ text }) => text).join('\n');
        for (const word of hiddenFrom(marks, 'TLP:CLEAR', audience))
          expect(all).not.toContain(word);
        const pages = texts.filter(({ where }) => /^page \d+$/.test(where));
        expect(new Set(pages.map(({ where }) => where)).size).toBe(pdf?.pages);
        for (const { text } of pages) expect(text).toContain(audience);
        expect(pdf?.name).toContain(
          audience === 'TLP:CLEAR' ? 'one.pdf' : `one.tlp-${markingSlug(audience)}`,
        );
      }
    } finally {
      await printer.close();
    }
  });

  it('holds in a mail, decoded: headers, both texts, what is enclosed', async () => {
    await fc.assert(
      fc.asyncProperty(labels, fc.constantFrom(...markings), async (marks, audience) => {
        const { host, project, brief } = await buildFor(marks, 'TLP:CLEAR', 'TLP:CLEAR');
        const { value } = await compileBrief(host, project, brief, {
          formats: ['email'],
          audience,
        });
        const parts = await readEmail(value?.artifacts[0]?.bytes ?? new Uint8Array());
        const all = parts.map(({ text }) => text).join('\n');
        for (const word of hiddenFrom(marks, 'TLP:CLEAR', audience))
          expect(all).not.toContain(word);
      }),
      { numRuns: 60 },
    );
  }, 300_000);

  it('finds a secret in any part of a mail, however it is encoded', async () => {
    const secret = 'qzsecretx канарейка hides behind the lines';
    const meta = { marking: 'TLP:CLEAR' } as const;
    const found = async (changes: Changes, text: string) => {
      const { value } = await renderEmail(composeText(text, changes));
      const parts = await readEmail(value?.bytes ?? new Uint8Array());
      return parts.filter((part) => part.text.includes(secret)).map(({ where }) => where);
    };
    expect(await found({ meta }, 'Words.')).toEqual([]);
    expect(await found({ meta: { ...meta, title: secret } }, 'Words.')).toContain('a header');
    expect(await found({ meta }, secret)).toEqual(
      expect.arrayContaining(['the plain text', 'the text (HTML)']),
    );
  });

  it('opens the files inside a PDF', async () => {
    const printer = await createPrinter();
    try {
      const marks = { 'finding-b': 'TLP:RED', 'row-b': 'TLP:RED' } as const;
      const host = projectOf(canaryProject(marks, 'TLP:CLEAR', 'TLP:CLEAR'), { printer });
      const { value: project } = await readProject(host);
      const brief = project.resolved.records.brief.get('one');
      const everything = brief && select(project.resolved, brief, 'TLP:RED').value;
      if (everything === undefined) throw new Error('nothing was selected');
      const broken: Selected = { ...everything, audience: 'TLP:CLEAR', marking: 'TLP:CLEAR' };
      const formats = ['pdf'] as const;
      const { value, diagnostics } = await compileSelected(host, project, broken, { formats });
      const leaks = diagnostics.filter(({ code }) => code === 'leak-found');
      const said = leaks.map(({ message }) => message).join('\n');
      expect(said).toContain('attachment one.json');
      expect(said).toContain('attachment one.figure-a.csv');
      expect(value?.artifacts).toEqual([]);
    } finally {
      await printer.close();
    }
  });

  it('shows what the audience may see', async () => {
    const { host, project, brief } = await buildFor({}, 'TLP:CLEAR', 'TLP:CLEAR');
    const { value } = await compileBrief(host, project, brief, {
      formats: ['md'],
      audience: 'TLP:CLEAR',
    });
    const text = textOf(value, 'md');
    for (const name of markable.filter((one) => one !== 'impacts')) {
      expect(text).toContain(canary(name, '').split(' ')[0]);
    }
  });

  it.each(markable.filter((name) => name !== 'impacts'))(
    'catches a select that lets %s through',
    async (name) => {
      const { host, project, brief } = await buildFor(
        { [name]: 'TLP:RED' },
        'TLP:CLEAR',
        'TLP:CLEAR',
      );
      const everything = select(project.resolved, brief, 'TLP:RED').value;
      if (everything === undefined) throw new Error('nothing was selected');
      // The mutation: a selection that was never made for this audience claims to be.
      const broken: Selected = { ...everything, audience: 'TLP:CLEAR', marking: 'TLP:CLEAR' };
      const formats = ['md', 'html', 'email'] as const;
      const { value, diagnostics } = await compileSelected(host, project, broken, { formats });
      expect(diagnostics.map(({ code }) => code)).toContain('leak-found');
      expect(value?.artifacts ?? []).toEqual([]);
    },
  );
});
