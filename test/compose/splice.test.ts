import { fromHtml } from 'hast-util-from-html';
import { toString as hastText } from 'hast-util-to-string';
import { toString as mdastText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/model/markdown.ts';
import { briefProject, buildOne, errorsOf, textOf } from '../support/project.ts';
import { fc } from '../support/property.ts';

/** Text that a person could type into a text field, and much that nobody should. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }),
      fc.constantFrom(
        '{{title}}',
        '{{#each x}}',
        '{{{x}}}',
        '{{> masthead}}',
        '<script>alert(1)</script>',
        '](javascript:x)',
        '**',
        '__',
        '# ',
        '- ',
        '1. ',
        '> ',
        '```',
        '~~~',
        ':::takeaways',
        ':::',
        ':date[x]',
        '[^1]',
        '[^1]: y',
        '|a|b|',
        '|-|-|',
        '&amp;',
        '&#x3c;',
        '\\',
        '`',
        '<!--',
        '-->',
        '[@report]',
        '[](#one)',
        '![x](y)',
        'TLP:CLEAR',
        '10:30',
        'http://x.example',
        '\u00a0',
        'é',
        'Жук',
        'א',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) =>
    parts
      .join(' ')
      .replace(
        /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff]/g,
        '',
      )
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((text) => text !== '' && text.isWellFormed());

function headingOf(html: string): string {
  let found = '';
  visit(fromHtml(html), 'element', (node) => {
    if (node.tagName === 'h1') found = hastText(node);
  });
  return found;
}

describe('splicing', () => {
  it('prints any text of a text field as exactly that text, in Markdown and HTML', async () => {
    await fc.assert(
      fc.asyncProperty(typed, typed, async (title, lead) => {
        const takeaways = [{ lead, findings: ['channels-removed'] }];
        const { built, diagnostics } = await buildOne(briefProject({ title, takeaways }));
        // A character that no font has is refused by name, which is another test's business.
        fc.pre(!errorsOf(diagnostics).includes('glyph-missing'));
        const html = textOf(built, 'html');
        expect(headingOf(html).replace(/\s+/g, ' ')).toBe(title);
        let leadText = '';
        visit(fromHtml(html), 'element', (node) => {
          if (
            Array.isArray(node.properties.className) &&
            node.properties.className.includes('lead')
          ) {
            leadText ||= hastText(node);
          }
        });
        expect(leadText.replace(/\s+/g, ' ').trim()).toBe(lead);
        const markdown = textOf(built, 'md').replace(/^---\n[\s\S]*?\n---\n/, '');
        const tree = parseMarkdown(markdown);
        const [heading] = tree.children;
        expect(heading?.type).toBe('heading');
        expect(mdastText(heading).replace(/\s+/g, ' ')).toBe(title);
      }),
      { numRuns: 30 },
    );
  });

  it('keeps the structure of the brief whatever a Markdown field holds', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (body) => {
        const sections = [
          { title: 'First', body },
          { title: 'Second', body: 'The end.' },
        ];
        const { built, diagnostics } = await buildOne(briefProject({ sections }));
        if (errorsOf(diagnostics).length > 0) return;
        const headings: string[] = [];
        visit(fromHtml(textOf(built, 'html')), 'element', (node) => {
          if (node.tagName === 'h2') headings.push(hastText(node));
        });
        expect(headings).toContain('First');
        expect(headings).toContain('Second');
        expect(headings[0]).toBe('Strategic takeaways');
      }),
      { numRuns: 30 },
    );
  });

  it('leaves no placeholder behind', async () => {
    const { built } = await buildOne(
      briefProject({ subtitle: 'Sub', standfirst: 'Stand *first*.' }),
    );
    for (const format of ['md', 'html'])
      expect(textOf(built, format)).not.toMatch(/[\uE000-\uE0FF]/);
  });

  it('puts the blocks of a field after the line that they cannot join', async () => {
    const takeaways = [
      { lead: 'A lead.', body: 'One.\n\n- a\n- b\n\nTwo.', findings: ['channels-removed'] },
    ];
    const { built } = await buildOne(briefProject({ takeaways, evidence: false }));
    expect(textOf(built, 'md')).toContain('1. **A lead.** One.\n\n   - a\n   - b\n\n   Two.');
  });

  it('names the first paragraph of a field, and no other, after its takeaway', async () => {
    const takeaways = [
      { lead: 'A lead.', body: 'One.\n\nTwo.\n\nThree.', findings: ['channels-removed'] },
    ];
    const { built, diagnostics } = await buildOne(briefProject({ takeaways, evidence: false }));
    expect(diagnostics.map(({ code }) => code)).not.toContain('anchor-duplicate');
    expect(textOf(built, 'html').match(/id="takeaway-[^"]+"/g)).toHaveLength(1);
  });

  it('lets the headings of a field go below the heading it stands under', async () => {
    const sections = [{ title: 'Section', body: '# Deep\n\nText.\n\n## Deeper\n\nText.' }];
    const { built } = await buildOne(briefProject({ sections }));
    expect(textOf(built, 'md')).toMatch(/^## Section\n\n### Deep\n\nText\.\n\n#### Deeper$/m);
  });

  it('skips no level between headings, however they were typed', async () => {
    const body = '##### Deep\n\nText.\n\n### Other\n\nText.\n\n###### Below\n\nText.';
    const { built } = await buildOne(briefProject({ sections: [{ title: 'Section', body }] }));
    const headings = textOf(built, 'md').match(/^#+ (?:Section|Deep|Other|Below)$/gm);
    expect(headings).toEqual(['## Section', '### Deep', '### Other', '#### Below']);
  });

  it('keeps the notes of two fields apart, though they share a label', async () => {
    const sections = [
      { title: 'One', body: 'A.[^n]\n\n[^n]: First note.' },
      { title: 'Two', body: 'B.[^n]\n\n[^n]: Second note.' },
    ];
    const { built } = await buildOne(briefProject({ sections }));
    const markdown = textOf(built, 'md');
    expect(markdown).toContain('First note.');
    expect(markdown).toContain('Second note.');
  });

  it('carries the span of the YAML on every node of a field', async () => {
    const { built } = await buildOne(
      briefProject({ sections: [{ title: 'One', body: 'Some *marked* words.' }] }),
    );
    const origins: string[] = [];
    visit(built?.document.tree ?? { type: 'root', children: [] }, 'emphasis', (node) => {
      if (node.data?.origin) origins.push(node.data.origin.file);
    });
    expect(origins).toContain('data/briefs/one.yaml');
  });
});
