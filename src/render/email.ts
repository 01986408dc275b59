/**
 * Renders a brief as a mail: HTML with its styles in the elements, the same as plain text, pictures enclosed.
 * Nothing in it is fetched and nothing reports who reads it.
 */
import { toHtml } from 'hast-util-to-html';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Artifact, Composed } from '../model/document.ts';
import { sha256 } from '../model/hash.ts';
import type { Host } from '../model/host.ts';
import { markingColours, markingSlug, markings } from '../model/marking.ts';
import type { Outcome } from '../model/outcome.ts';
import { inlineCss } from './email/inline-css.ts';
import { mailTree } from './email/mail-tree.ts';
import { messageOf } from './email/message.ts';
import { plainCss } from './email/palette.ts';
import { logoPixels, pixelsOf } from './email/pictures.ts';
import { plainTextOfBrief } from './email/plain-text.ts';
import { type Enclosed, simplified } from './email/simplify.ts';
import { bodyOf } from './html/body.ts';
import { renderPage } from './html/page.ts';
import type { Parts } from './html/parts.ts';

/** What `email.html.hbs` may use; names that end in `Html` or `Css` are prepared parts. */
interface MailView {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly title: string;
  readonly publisher: string;
  readonly logo: { readonly address: string; readonly alt: string } | null;
  readonly marking: string;
  readonly markingSlug: string;
  readonly stylesCss: string;
  readonly noticeHtml: string;
  readonly openingHtml: string;
  readonly restHtml: string;
  readonly footerHtml: string;
}

/** From this size on, Gmail hides the rest behind a link. In bytes. */
const mostBytes = 102 * 1024;

/**
 * document, what draws pixels → `<id>.eml`. Without the latter, charts are tables of their data. Reports `mail-sender-missing`, `mail-clipped` and whatever the page's body and
 * template report.
 */
export async function renderEmail(
  document: Composed,
  rasterizer?: Host['rasterizer'],
): Promise<Outcome<Artifact>> {
  const { meta, look } = document;
  const tree = mailTree(document.tree, await pixelsOf(document.tree, look, rasterizer));
  const body = bodyOf({ ...document, tree }, 'print');
  const enclosed = new Map<string, Enclosed>();
  const enclose = (dataUrl: string): string => {
    const picture = enclosedPicture(dataUrl);
    if (picture === undefined) return '';
    enclosed.set(picture.cid, picture);
    return `cid:${picture.cid}`;
  };
  const html = (nodes: Parts['rest']): string =>
    toHtml({ type: 'root', children: [...simplified(nodes, enclose)] }).trim();
  const page = renderPage<MailView>(look.mail.page, {
    lang: meta.lang,
    dir: meta.dir,
    title: meta.title,
    publisher: meta.publisher.name,
    logo: await logoOf(document, rasterizer, enclose),
    marking: meta.marking,
    markingSlug: markingSlug(meta.marking),
    stylesCss: plainCss(`${look.mail.css}\n${markingRules}`, look.theme, meta.dir),
    noticeHtml: html(body.value.notice),
    openingHtml: html(body.value.opening),
    restHtml: html(body.value.rest),
    footerHtml: html(body.value.footer),
  });
  const letter = {
    html: inlineCss(page.value),
    // Text shows no pixels: there the tables of the data stand.
    text: plainTextOfBrief(meta, mailTree(document.tree, new Map())),
    enclosed: [...enclosed.values()],
  };
  return {
    value: {
      brief: meta.id,
      format: 'email',
      name: `${meta.fileStem}.eml`,
      mediaType: 'message/rfc822',
      bytes: await messageOf(meta, letter),
    },
    diagnostics: [...body.diagnostics, ...page.diagnostics, ...remarks(document, letter.html)],
  };
}

const markingRules = markings
  .map((label) => `.marking-${markingSlug(label)} { color: ${markingColours[label]}; }`)
  .join('\n');

function remarks({ meta }: Composed, html: string): Diagnostic[] {
  const bytes = new TextEncoder().encode(html).byteLength;
  const kilobytes = Math.ceil(bytes / 1024);
  return [
    ...(meta.publisher.email === undefined ? [diagnose('mail-sender-missing', {})] : []),
    ...(bytes > mostBytes ? [diagnose('mail-clipped', { id: meta.id, kilobytes })] : []),
  ];
}

/** A logo that mail programs show; what cannot be one leaves the name of the office to itself. */
async function logoOf(
  { meta, look }: Composed,
  rasterizer: Host['rasterizer'],
  enclose: (dataUrl: string) => string,
): Promise<MailView['logo']> {
  const { logo } = meta.publisher;
  if (logo === undefined) return null;
  const address = enclose(await logoPixels(logo.dataUrl, look, rasterizer));
  return address === '' ? null : { address, alt: logo.alt };
}

function enclosedPicture(dataUrl: string): Enclosed | undefined {
  const [, kind, data] = /^data:image\/(png|jpeg);base64,(.*)$/.exec(dataUrl) ?? [];
  if (kind === undefined || data === undefined) return undefined;
  const bytes = new Uint8Array(Buffer.from(data, 'base64'));
  const name = sha256(bytes).slice(0, 16);
  return {
    // A picture is called by what it shows, so the same one is enclosed once.
    cid: `${name}@briefs.invalid`,
    fileName: `${name}.${kind === 'jpeg' ? 'jpg' : kind}`,
    mediaType: `image/${kind}`,
    bytes,
  };
}
