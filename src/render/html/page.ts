/** Fills the page template: prepared parts of ours as they are, everything else escaped. */
import Handlebars from 'handlebars';
import { diagnose } from '../../model/diagnostic.ts';
import type { TemplateFile } from '../../model/document.ts';
import { clean, type Outcome } from '../../model/outcome.ts';
import { remember } from '../../model/remember.ts';
import { specificationOf } from '../../model/templating/specification.ts';
import type { ContentsEntry } from '../rehype/collect-contents.ts';
import type { MetaTag } from './head/meta-tags.ts';

/**
 * What `page.html.hbs` may use. Names that end in `Html`, `Css` or `Json` are prepared parts, to be
 * printed with three braces; all others are plain text, to be printed with two.
 */
export interface PageView {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly publisher: string;
  readonly logo: { readonly dataUrl: string; readonly alt: string } | null;
  readonly marking: string;
  /** `amber-strict`, for class names. */
  readonly markingSlug: string;
  readonly policy: string;
  readonly metaNames: readonly MetaTag[];
  readonly metaProperties: readonly MetaTag[];
  readonly template: string;
  readonly status: string;
  readonly isForPrint: boolean;
  readonly labels: Readonly<Record<'skipToContent' | 'contents', string>>;
  readonly contents: readonly ContentsEntry[];
  readonly stylesCss: string;
  /** Null above TLP:CLEAR. */
  readonly reportJson: string | null;
  readonly bannerHtml: string;
  readonly noticeHtml: string;
  readonly openingHtml: string;
  readonly restHtml: string;
  readonly footerHtml: string;
}

/**
 * template, view → the page. A template that does not parse, or that names what the view has not, is
 * reported as `page-template-broken`, with Handlebars' own words and line.
 */
export function renderPage<View extends object = PageView>(
  template: TemplateFile,
  view: View,
): Outcome<string> {
  try {
    return clean(fillerOf(template)(view));
  } catch (problem) {
    if (!(problem instanceof Error)) throw problem;
    const path = template.path;
    return {
      value: '',
      diagnostics: [diagnose('page-template-broken', { path, problem: problem.message })],
    };
  }
}

/** The same template makes the page of every brief, and is read once. */
const fillerOf = remember(({ text }: TemplateFile) =>
  Handlebars.template<object>(specificationOf(text, 'page')),
);
