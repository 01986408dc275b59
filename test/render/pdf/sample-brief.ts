/**
 * A small brief for tests of PDFs: a tree, and a page made of that same tree by the shortest way, so
 * that these tests do not hang on templates.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Element, Root as HastRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import type { Composed, DocumentMeta, Paper } from '../../../src/model/document.ts';
import { parseMarkdown } from '../../../src/model/markdown.ts';

export interface SampleBrief {
  readonly document: Composed;
  readonly html: Uint8Array;
}

export interface SampleOptions {
  readonly markdown?: string;
  readonly meta?: Partial<DocumentMeta>;
  readonly paper?: Paper;
  /** More rules for the page. */
  readonly css?: string;
  /** Replaces text of the page's body. */
  readonly edit?: (body: string) => string;
}

export function sampleBrief(options: SampleOptions = {}): SampleBrief {
  const tree = parseMarkdown(options.markdown ?? sampleMarkdown);
  const meta: DocumentMeta = { ...sampleMeta, ...options.meta };
  const paper = options.paper ?? 'A4';
  const document: Composed = {
    meta,
    tree,
    graph: {},
    look: {
      paper,
      page: { path: 'page.html.hbs', text: '' },
      mail: { page: { path: 'email.html.hbs', text: '' }, css: '' },
      screenCss: '',
      printCss: '',
      fonts: [],
      theme: {},
    },
  };
  const body = (options.edit ?? ((text: string) => text))(bodyOf(tree));
  return { document, html: new TextEncoder().encode(page(meta, paper, body, options.css ?? '')) };
}

function bodyOf(tree: Root): string {
  // The arrow that is usual here is in no font of ours.
  const hast = toHast(tree, { footnoteBackContent: '^' }) as HastRoot;
  visit(hast, 'element', (node: Element) => {
    if (node.tagName === 'th') node.properties.scope = 'col';
    if (node.properties.dataFootnoteRef !== undefined) node.properties.role = 'doc-noteref';
    if (node.properties.dataFootnoteBackref !== undefined) node.properties.role = 'doc-backlink';
  });
  return toHtml(hast);
}

/** The office's own font, so that these tests need none of the machine's. */
const faces = [
  ['400', 'normal'],
  ['700', 'normal'],
  ['400', 'italic'],
]
  .map(([weight, style]) => {
    const name = `source-sans-3-latin-${weight}-${style}.woff2`;
    const path = createRequire(import.meta.url).resolve(`@fontsource/source-sans-3/files/${name}`);
    const bytes = readFileSync(path).toString('base64');
    return `@font-face { font-family: "Source Sans 3"; font-weight: ${weight}; font-style: ${style};
src: url(data:font/woff2;base64,${bytes}) format("woff2") }`;
  })
  .join('\n');

function page(meta: DocumentMeta, paper: Paper, body: string, css: string): string {
  return `<!doctype html><html lang="${meta.lang}" dir="${meta.dir}"><head><meta charset="utf-8">
<title>${meta.title.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</title><style>
@page { size: ${paper}; margin: 25mm 22mm;
  @top-left { content: "The Sample Office" } @top-right { content: "TLP:CLEAR" }
  @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
${faces}
body { font: 11pt/1.45 "Source Sans 3", sans-serif; margin: 0 }
table { border-collapse: collapse } th, td { border: 0.5pt solid #888; padding: 2pt 6pt }
.sr-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
${css}</style></head><body><main><article>${body}</article></main></body></html>`;
}

export const sampleMeta: DocumentMeta = {
  id: 'lulls-are-not-defeat',
  fileStem: 'lulls-are-not-defeat',
  template: 'strategic-takeaways',
  title: 'Lulls are not defeat — été 2025',
  shortTitle: 'Lulls',
  description: 'What a quiet month does & does not mean.',
  lang: 'en-GB',
  dir: 'ltr',
  publisher: { name: 'The Sample Office' },
  authors: [
    { name: 'Ada Čapek', affiliations: [], isOrganisation: false },
    { name: 'B. Writer', affiliations: [], isOrganisation: false },
  ],
  issued: '2025-06-01',
  issuedText: '1 June 2025',
  status: 'final',
  marking: 'TLP:CLEAR',
  words: 400,
  readMinutes: 2,
  keywords: ['platforms', 'moderation'],
  references: [],
  timestampMs: Date.UTC(2025, 5, 1),
  labels: {},
};

const filler = `Accounts that fall silent are often taken for accounts that have been beaten. The record of
three campaigns says otherwise: affected offices were refilled within a week, and the flow of posts
rose again as soon as attention had moved on. Officials offered no figures of their own.`;

const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

export const sampleMarkdown = `# Lulls are not defeat

A quiet month is **not a defeat**, says the *office*.[^quiet] See [the first report](https://example.org/report?a=1&b=2).

## Takeaways

1. **Silence is a tactic.** Accounts pause when they are watched.[^pause]

2. **Counts mislead.** A fall in posts is no fall in reach:
   - reach is bought;
   - posts are cheap.

## Evidence in figures

| Month | Channels removed | Note |
| --- | --- | --- |
| January | 1,204 | first wave |
| February | 88 | \`probe\` |
| March |  | not known |

![Bars that fall and rise again](${pixel})

> “They always come back,” an observer said.

### What the record shows

${Array(26).fill(filler).join('\n\n')}

## Conclusion

Watch the [takeaways](#takeaways) again next month.

[^quiet]: Reported by two offices.

[^pause]: Measured over six weeks.
`;
