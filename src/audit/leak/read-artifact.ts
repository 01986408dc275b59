/** Everything that can be read out of a finished file, by its format, and its name. */
import type { Artifact } from '../../model/document.ts';
import { readJson } from './read-data.ts';
import { readHtml } from './read-html.ts';
import type { Readable } from './search.ts';

/** artifact → its readable parts. A format without a reader of its own is read as characters. */
export async function readArtifact(artifact: Artifact): Promise<readonly Readable[]> {
  const beside = (artifact.parts ?? []).flatMap(({ name, mediaType, bytes }): Readable[] => [
    { where: 'the file name', text: name },
    ...(mediaType === 'image/svg+xml' ? readHtml(new TextDecoder().decode(bytes)) : []),
  ]);
  return [...(await readMain(artifact)), ...beside];
}

async function readMain({ format, name, bytes }: Artifact): Promise<readonly Readable[]> {
  const own: Readable = { where: 'the file name', text: name };
  if (format === 'pdf') {
    const { extractPdf } = await import('../extract-pdf.ts');
    return [own, ...(await extractPdf(bytes)).flatMap(withData)];
  }
  if (format === 'docx') {
    const { readDocx } = await import('./read-docx.ts');
    return [own, ...readDocx(bytes)];
  }
  if (format === 'email') {
    const { readEmail } = await import('./read-email.ts');
    return [own, ...(await readEmail(bytes))];
  }
  const text = new TextDecoder().decode(bytes);
  if (format === 'html') return [own, ...readHtml(text)];
  return [
    own,
    { where: 'the text', text: unescapeMarkdown(text) },
    ...withData({ where: 'the text', text }),
  ];
}

/** Words at the ends of lines run together where JSON writes them as one string. */
function withData(part: Readable): Readable[] {
  const isData = part.where === 'the text' || part.where.startsWith('attachment ');
  const text = isData && part.text.startsWith('{') ? readJson(part.text) : undefined;
  if (text === undefined) return [part];
  return [part, { ...part, text }, { ...part, text: unescapeMarkdown(text) }];
}

/** Markdown's backslashes and character references undone. */
function unescapeMarkdown(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    )
    .replace(/[*_~`]/g, '');
}
