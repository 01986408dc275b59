/**
 * Brings the pictures that records name into the document: as data URLs, of a type that was found by
 * looking at their bytes, of a size that was read before anything is decoded, SVG cleaned.
 */
import type { Image, Nodes, Root } from 'mdast';
import { type Diagnostic, diagnose, type Place } from '../model/diagnostic.ts';
import type { PublisherMeta } from '../model/document.ts';
import type { Outcome } from '../model/outcome.ts';
import { placeOf } from '../model/place.ts';
import type { Selected } from '../model/stages.ts';
import { dataOf, type Picture } from '../model/tree.ts';
import { walk } from '../model/walk.ts';
import type { InspectedImage } from './images/inspect-image.ts';

type Files = Selected['attachments']['bytes'];

/**
 * tree, in place: every picture that is a file of the project gets its data URL. Reports
 * `picture-unreadable`, `picture-too-large` and `picture-cleaned`. What is not a file of the project
 * stays as it is, for the renderer to refuse.
 */
export async function embedImages(tree: Root, files: Files): Promise<Diagnostic[]> {
  const wanted: Image[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type === 'image' && dataOf(node)?.picture === undefined) wanted.push(node);
    return undefined;
  });
  const diagnostics: Diagnostic[] = [];
  const known = new Map<string, Picture & { dataUrl: string }>();
  const names = new Set<string>();
  for (const node of wanted) {
    const origin = dataOf(node)?.origin;
    const place: Place = origin === undefined ? {} : { span: origin };
    const path = node.url;
    const bytes = files.get(path);
    if (/^\s*data:/i.test(path)) {
      // Typed by an author, it has been looked at by nobody.
      diagnostics.push(diagnose('picture-unreadable', { file: `"${path.slice(0, 30)}…"` }, place));
      node.url = '';
    } else if (bytes !== undefined && !known.has(path)) {
      const { inspectImage } = await import('./images/inspect-image.ts');
      const { value, diagnostics: said } = inspectImage(path, bytes, place);
      diagnostics.push(...said);
      if (value !== undefined) known.set(path, { ...value, fileName: nameFor(path, value, names) });
    }
    const found = known.get(path);
    if (found === undefined) continue;
    const { dataUrl, fileName, widthPx, heightPx } = found;
    node.url = dataUrl;
    node.data = { ...node.data, picture: { fileName, widthPx, heightPx } };
  }
  return diagnostics;
}

/** The office's logo, by the same rules; undefined where there is none that can be shown. */
export async function embedLogo({
  records,
  attachments,
}: Pick<Selected, 'records' | 'attachments'>): Promise<Outcome<PublisherMeta['logo']>> {
  const [publisher] = records.publisher.values();
  const path = publisher?.data.logo;
  const bytes = path === undefined ? undefined : attachments.bytes.get(path);
  if (publisher === undefined || path === undefined || bytes === undefined) {
    return { value: undefined, diagnostics: [] };
  }
  const { inspectImage } = await import('./images/inspect-image.ts');
  const { value, diagnostics } = inspectImage(path, bytes, placeOf(publisher, ['logo']));
  // The name of the office stands beside it; who wants the logo spoken says how.
  const alt = publisher.data.logoAlt ?? '';
  return { value: value && { dataUrl: value.dataUrl, alt }, diagnostics };
}

/** `data/img/Map 1.PNG` → `map-1.png`; a name that is taken gets a number. */
function nameFor(path: string, { extension }: InspectedImage, taken: Set<string>): string {
  const base =
    path
      .split('/')
      .at(-1)
      ?.replace(/\.[^.]*$/, '') ?? '';
  const plain = base
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  // A device of Windows, with or without an ending, is no file there.
  const stem =
    plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(plain) ? `picture-${plain}` : plain;
  for (let number = 1; ; number += 1) {
    const name = `${stem}${number === 1 ? '' : `-${number}`}.${extension}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
