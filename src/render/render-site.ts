/**
 * Renders the index of what was published: a page that is one file, needs no server and works without its
 * script; and feeds in two formats, where it is known at which address they will lie.
 */
import { createHash } from 'node:crypto';
import { markingColours, markingSlug, markings } from '../model/marking.ts';
import type { Outcome } from '../model/outcome.ts';
import type { SiteFile, SiteIndex } from '../model/site.ts';
import type { SiteLook } from '../model/site-look.ts';
import { renderPage } from './html/page.ts';
import { containedCss } from './html/style/css-string.ts';
import { fontFaces, fontStacks } from './html/style/fonts.ts';
import { themeRules } from './html/style/theme.ts';
import { atomFeed } from './site/atom.ts';
import { jsonFeed } from './site/json-feed.ts';
import { siteLists } from './site/page-view.ts';

/** What the files of an index are made from. */
export interface SiteContent {
  /** What the page names. */
  readonly index: SiteIndex;
  /** What feeds name, which anybody may read: never more than TLP:CLEAR. */
  readonly open: SiteIndex;
  readonly look: SiteLook;
}

/** content → files. Reports `page-template-broken` and `theme-value-refused`. */
export function renderSite({ index, open, look }: SiteContent): Outcome<readonly SiteFile[]> {
  const page = pageOf(index, look);
  const { url } = open;
  const feeds: readonly SiteFile[] =
    url === undefined
      ? []
      : [
          file('feed.xml', 'application/atom+xml', atomFeed(open, url)),
          file('feed.json', 'application/feed+json', jsonFeed(open, url)),
        ];
  return {
    value: [file('index.html', 'text/html;charset=utf-8', page.value), ...feeds],
    diagnostics: page.diagnostics,
  };
}

function pageOf(index: SiteIndex, look: SiteLook): Outcome<string> {
  const { title, description, lang, dir, publisher, marking, labels, url } = index;
  const theme = themeRules(look.theme);
  const lists = siteLists(index);
  const css = [
    fontFaces(look.fonts, look.codePoints),
    look.css,
    fontStacks(look.fonts),
    theme.value,
    look.houseCss ?? '',
    ...markings.map(
      (label) => `.marking-${markingSlug(label)} { color: ${markingColours[label]}; }`,
    ),
  ].join('\n');
  const page = renderPage(look.page, {
    ...lists,
    lang,
    dir,
    title,
    pageTitle: `${publisher.name}: ${title}`,
    description: description ?? null,
    publisher: publisher.name,
    logo: publisher.logo ?? null,
    sample: publisher.sample ?? null,
    marking,
    markingSlug: markingSlug(marking),
    internal: marking === 'TLP:CLEAR' ? null : labels.siteInternal,
    labels,
    feeds: url === undefined ? [] : feedLinks,
    policy: policyFor(look.script),
    stylesCss: containedCss(css),
    searchJs: look.script,
  });
  return { value: page.value, diagnostics: [...theme.diagnostics, ...page.diagnostics] };
}

const feedLinks = [
  { href: 'feed.xml', mediaType: 'application/atom+xml', label: 'Atom' },
  { href: 'feed.json', mediaType: 'application/feed+json', label: 'JSON' },
] as const;

/** Nothing runs but the one script, known by its hash; nothing is fetched or sent. Source: CSP Level 3. */
function policyFor(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function file(name: SiteFile['name'], mediaType: string, text: string): SiteFile {
  return { name, mediaType, bytes: new TextEncoder().encode(text) };
}
