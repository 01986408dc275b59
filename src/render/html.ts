/**
 * Renders a brief as one self-contained HTML file: styles and fonts inside, no script, nothing
 * fetched. The same file is what the PDF is printed from.
 */
import { toHtml } from 'hast-util-to-html';
import type { Artifact, Composed, DocumentMeta } from '../model/document.ts';
import { markingSlug } from '../model/marking.ts';
import type { Outcome } from '../model/outcome.ts';
import { bodyOf } from './html/body.ts';
import type { Purpose } from './html/context.ts';
import { jsonLd } from './html/head/json-ld.ts';
import { metaTags } from './html/head/meta-tags.ts';
import { contentSecurityPolicy } from './html/head/policy.ts';
import { labelOf } from './html/labels.ts';
import { renderPage } from './html/page.ts';
import type { Parts } from './html/parts.ts';
import { styleSheet } from './html/style/style-sheet.ts';

export interface HtmlOptions {
  /** Default: `file`. With `print` the page is made for our own printer; see `Purpose`. */
  readonly purpose?: Purpose;
  /** Says where every word was written, for a preview: see `writeOrigins`. Never in what is published. */
  readonly origins?: boolean;
}

/** document → `<id>.html`. Reports what `htmlText` does. */
export function renderHtml(document: Composed, options: HtmlOptions = {}): Outcome<Artifact> {
  const { meta } = document;
  const page = htmlText(document, options);
  return {
    value: {
      brief: meta.id,
      format: 'html',
      name: `${meta.fileStem}.html`,
      mediaType: 'text/html;charset=utf-8',
      bytes: new TextEncoder().encode(page.value),
    },
    diagnostics: page.diagnostics,
  };
}

/**
 * document → the same page as text, for whoever reads on in it. Reports `link-target-refused`,
 * `image-not-embedded`, `anchor-missing`, `anchor-duplicate`, `theme-value-refused`, `glyph-missing` and
 * `page-template-broken`.
 */
export function htmlText(document: Composed, options: HtmlOptions = {}): Outcome<string> {
  const { meta, look } = document;
  const purpose = options.purpose ?? 'file';
  const body = bodyOf(document, purpose, options.origins);
  const styles = styleSheet(document, body.value, purpose === 'print');
  const tags = metaTags(meta);

  const page = renderPage(look.page, {
    lang: meta.lang,
    dir: meta.dir,
    title: pageTitle(meta, purpose),
    publisher: meta.publisher.name,
    logo: meta.publisher.logo ?? null,
    marking: meta.marking,
    markingSlug: markingSlug(meta.marking),
    policy: contentSecurityPolicy,
    metaNames: purpose === 'print' ? [] : tags.filter(({ key }) => key === 'name'),
    metaProperties: purpose === 'print' ? [] : tags.filter(({ key }) => key === 'property'),
    template: meta.template,
    status: meta.status,
    isForPrint: purpose === 'print',
    labels: {
      skipToContent: labelOf(meta, 'skipToContent'),
      contents: labelOf(meta, 'contents'),
    },
    contents: purpose === 'print' ? [] : body.value.contents,
    stylesCss: styles.value,
    reportJson: purpose === 'print' ? null : (jsonLd(meta) ?? null),
    ...printed(body.value),
  });

  return {
    value: page.value,
    diagnostics: [...body.diagnostics, ...styles.diagnostics, ...page.diagnostics],
  };
}

/** A tab and a list of search results cut a title off; a PDF has the whole one in its properties. */
function pageTitle({ title, shortTitle }: DocumentMeta, purpose: Purpose): string {
  return purpose === 'print' || title.length <= longestPageTitle ? title : shortTitle;
}

// Source: html-validate, rule long-title.
const longestPageTitle = 70;

function printed(body: Parts) {
  const html = (children: Parts['rest']): string =>
    toHtml({ type: 'root', children: [...children] }).trim();
  return {
    bannerHtml: html(body.banner),
    noticeHtml: html(body.notice),
    openingHtml: html(body.opening),
    restHtml: html(body.rest),
    footerHtml: html(body.footer),
  };
}
