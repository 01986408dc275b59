/**
 * Readies the HTML for printing. Chromium drops from the tags of a PDF what it holds to be no part
 * of the accessibility tree: the language of an inline element, what an abbreviation stands for,
 * what a link is called, a cell without content. Small marks in the page, which change nothing that is
 * seen, carry these over; only the names of links are collected and put back afterwards.
 */
import { headingTexts } from './heading-texts.ts';
import type { PageFacts, PageLink } from './page-facts.ts';
import { expansionMark } from './structure/repair-languages.ts';

/** HTML as our renderer writes it, language of the brief → the page to print, and its facts. */
export function prepareForPrint(
  html: string,
  lang: string,
): { readonly html: string; readonly facts: PageFacts } {
  const bodyStart = html.search(/<body[\s>]/);
  const start = bodyStart === -1 ? 0 : bodyStart;
  const links = new Map<string, PageLink[]>();
  const expansions: string[] = [];
  const body = html.slice(start).replace(startTag, (tag, name: string, rest, offset: number) => {
    const after = start + offset + tag.length;
    if (name === 'td' || name === 'th')
      return html.startsWith(`</${name}>`, after) ? `${tag}&#160;` : tag;
    if (name !== 'a' && name !== 'abbr' && !ignoredInline.has(name)) return tag;
    const attributes = attributesOf(String(rest));
    const inserted = (attribute: string) => `<${name} ${attribute}${rest}>`;
    if (name === 'a') {
      const end = html.indexOf('</a>', after);
      collectLink(links, attributes, html.slice(after, Math.max(after, end)));
      return tag;
    }
    const own = attributes.get('lang');
    if (name === 'abbr') {
      const expansion = attributes.get('title') ?? '';
      if (expansion === '') return tag;
      expansions.push(expansion);
      // Of two attributes of one name, a parser takes the first.
      return inserted(`lang="${own ?? lang}${expansionMark}${expansions.length - 1}"`);
    }
    return own === undefined || attributes.has('role') ? tag : inserted('role="mark"');
  });
  const headings = headingTexts(html.slice(start)).map(decode);
  return { html: html.slice(0, start) + body, facts: { links, expansions, headings } };
}

/** A start tag with its attributes; quoted values may hold anything, `>` and `<b>` too. */
const startTag =
  /<([a-z][a-z0-9]*)((?:\s+[^\s"'<>=/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*>/g;

/**
 * Elements that have no tag of their own in a PDF, so that their language is lost. With the role of
 * a mark they get one, which shows nowhere else. Tried with Chromium 153.
 */
const ignoredInline: ReadonlySet<string> = new Set(
  'span i b u s cite q bdi bdo small sub sup var samp'.split(' '),
);

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  const all = text.matchAll(/([^\s"'<>=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g);
  for (const [, name = '', double, single, bare] of all)
    attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ''));
  return attributes;
}

function collectLink(
  links: Map<string, PageLink[]>,
  attributes: ReadonlyMap<string, string>,
  inner: string,
): void {
  const href = attributes.get('href');
  if (href === undefined) return;
  const text = decode(inner.replace(/<[^>]*>/g, ''));
  const label = attributes.get('aria-label') ?? text;
  const spoken = label.replace(/\s+/g, ' ').trim();
  const target = resolved(href);
  const link = { label: spoken === '' ? href : spoken, role: roleOf(attributes) };
  const known = links.get(target);
  if (known === undefined) links.set(target, [link]);
  else known.push(link);
}

/** DPUB-ARIA roles, or the data attributes that mdast-util-to-hast writes for the same. */
function roleOf(attributes: ReadonlyMap<string, string>): string | undefined {
  if (attributes.has('data-footnote-ref')) return 'doc-noteref';
  if (attributes.has('data-footnote-backref')) return 'doc-backlink';
  return attributes.get('role');
}

/** As Chromium writes it into the PDF: places in the page as they are, addresses as URLs. */
function resolved(href: string): string {
  if (href.startsWith('#')) return `#${safely(() => decodeURIComponent(href.slice(1)), href)}`;
  return safely(() => new URL(href).href, href);
}

function safely(work: () => string, otherwise: string): string {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** The references that an HTML serialiser writes: numeric ones and those of XML. */
function decode(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos|nbsp));/gi,
    (all, hex, dec, name) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (dec !== undefined) return String.fromCodePoint(Number(dec));
      return namedReferences.get(String(name).toLowerCase()) ?? all;
    },
  );
}

const namedReferences: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);
