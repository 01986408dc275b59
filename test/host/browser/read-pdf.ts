/** Opens a PDF as a stranger would. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: number;
  readonly text: string;
  /** Width and height of the first page in points. */
  readonly size: readonly [number, number];
  readonly info: Readonly<Record<string, unknown>>;
  readonly outline: readonly string[];
  /** Roles of the tag tree of the first page, in order. */
  readonly roles: readonly string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const content = await (await pdf.getPage(number)).getTextContent();
    texts.push(
      content.items
        .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
        .join(''),
    );
  }
  const first = await pdf.getPage(1);
  const tree = await first.getStructTree();
  const [, , width = 0, height = 0] = first.view;
  const outline = await pdf.getOutline();
  const { info } = await pdf.getMetadata();
  const result = {
    pages: pdf.numPages,
    text: texts.join('\n'),
    size: [width, height] as const,
    info: { ...info },
    outline: (outline ?? []).map(({ title }) => title),
    roles: rolesOf(tree),
  };
  await task.destroy();
  return result;
}

function rolesOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'role' in node && typeof node.role === 'string' ? [node.role] : [];
  const below = 'children' in node && Array.isArray(node.children) ? node.children : [];
  return [...own, ...below.flatMap(rolesOf)];
}
