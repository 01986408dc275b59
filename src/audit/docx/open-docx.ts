/**
 * Opens a Word file as a stranger would, and reads once what all the rules look at.
 * Source: ECMA-376, part 1 (WordprocessingML) and part 2 (packages and relationships).
 */
import { posix } from 'node:path';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { unzipSync } from 'fflate';

export interface DocxView {
  /** Names of all parts, as they stand in the zip. */
  readonly names: readonly string[];
  /** The text itself. */
  readonly body: XmlElement;
  /** Every part with text: body, notes, headers, footers. */
  readonly texts: readonly DocxPart[];
  /** Ids of styles that are defined → what is known of them. */
  readonly styles: ReadonlyMap<string, DocxStyle>;
  readonly relations: readonly Relation[];
  /** The first element of a part; undefined where there is no such part. */
  part(name: string): XmlElement | undefined;
}

export interface DocxPart {
  readonly name: string;
  readonly root: XmlElement;
}

export interface DocxStyle {
  /** As a person sees it: `heading 1`. */
  readonly name: string;
  readonly basedOn: string | undefined;
  /** 0 for the outermost heading; its own, not that of the style it is based on. */
  readonly outlineLevel: number | undefined;
}

/** One part, or the package, naming another part or something outside. */
export interface Relation {
  /** Name of the part that names it; empty for the package. */
  readonly from: string;
  readonly id: string;
  /** The last word of its type: `hyperlink`, `image`, `header`. */
  readonly type: string;
  /** Name of a part, or an address where it leads outside. */
  readonly target: string;
  readonly isOutside: boolean;
}

/** No Word file of a brief comes near this; one that does is a trap. */
const MOST_UNPACKED_BYTES = 2 ** 28;

/** Bytes → what the rules need. Throws where they are no Word file, or an encrypted one. */
export function openDocx(bytes: Uint8Array): DocxView {
  const parts = unpacked(bytes);
  const parsed = new Map<string, XmlElement>();
  const part = (name: string): XmlElement | undefined => {
    const known = parsed.get(name);
    const packed = parts.get(name);
    if (known !== undefined || packed === undefined) return known;
    const root = rootOf(packed, name);
    parsed.set(name, root);
    return root;
  };
  const relations = [...parts.keys()].flatMap((name) => relationsOf(name, part));
  const main = relations.find(({ from, type }) => from === '' && type === 'officeDocument');
  const root = main === undefined ? undefined : part(main.target);
  const [body] = root === undefined ? [] : elementsIn(root, 'w:body');
  if (main === undefined || body === undefined) throw new Error('it holds no text of Word');
  const own = relations.filter(({ from }) => from === main.target);
  const texts = own
    .filter(({ type }) => withText.has(type))
    .flatMap(({ target }): DocxPart[] => {
      const found = part(target);
      return found === undefined ? [] : [{ name: target, root: found }];
    });
  const sheet = own.find(({ type }) => type === 'styles');
  const styles = sheet === undefined ? undefined : part(sheet.target);
  return {
    names: [...parts.keys()],
    body,
    texts: [{ name: main.target, root: body }, ...texts],
    styles: stylesIn(styles),
    relations,
    part,
  };
}

const withText: ReadonlySet<string> = new Set(['footnotes', 'endnotes', 'header', 'footer']);

function unpacked(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  // Source: [MS-CFB], 2.2: what Word wraps an encrypted file in begins so.
  if (Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1')
    throw new Error('it is encrypted, or of the kind before .docx');
  let size = 0;
  const files = unzipSync(bytes, {
    filter: ({ originalSize }) => {
      size += originalSize;
      if (size > MOST_UNPACKED_BYTES) throw new Error('it unpacks to more than 256 MiB');
      return true;
    },
  });
  return new Map(Object.entries(files));
}

function rootOf(bytes: Uint8Array, name: string): XmlElement {
  try {
    const { root } = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (root !== null) return root;
  } catch (error) {
    const [first = ''] = error instanceof Error ? error.message.split('\n') : [String(error)];
    throw new Error(`its part ${name} is no sound XML: ${first}`);
  }
  throw new Error(`its part ${name} is empty`);
}

/** Source: ECMA-376, part 2, 9.3 (relationships). */
function relationsOf(
  name: string,
  part: (name: string) => XmlElement | undefined,
): readonly Relation[] {
  const named = /^(.*\/)?_rels\/([^/]*)\.rels$/.exec(name);
  if (named === null) return [];
  const [, folder = '', file = ''] = named;
  return elementsIn(part(name), 'Relationship').map(({ attributes }): Relation => {
    const isOutside = attributes.TargetMode === 'External';
    const target = attributes.Target ?? '';
    return {
      from: `${folder}${file}`,
      id: attributes.Id ?? '',
      type: attributes.Type?.split('/').at(-1) ?? '',
      target: isOutside ? target : partNamed(target, folder),
      isOutside,
    };
  });
}

/** A target that begins with a stroke counts from the root of the package, wherever it is named. */
function partNamed(target: string, folder: string): string {
  return posix.join('/', target.startsWith('/') ? '' : folder, target).slice(1);
}

function stylesIn(root: XmlElement | undefined): ReadonlyMap<string, DocxStyle> {
  return new Map(
    elementsIn(root, 'w:style').map((style) => {
      const level = valueIn(style, 'w:outlineLvl');
      return [
        style.attributes['w:styleId'] ?? '',
        {
          name: valueIn(style, 'w:name') ?? '',
          basedOn: valueIn(style, 'w:basedOn'),
          outlineLevel: level === undefined ? undefined : Number(level),
        },
      ];
    }),
  );
}

/** element → every element of a name below it, in order. */
export function elementsIn(root: XmlElement | undefined, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    for (const child of element.children) {
      if (!(child instanceof XmlElement)) continue;
      if (child.name === name) found.push(child);
      visit(child);
    }
  };
  if (root !== undefined) visit(root);
  return found;
}

/** element, name → `w:val` of the first element of that name below it. */
export function valueIn(element: XmlElement, name: string): string | undefined {
  return elementsIn(element, name)[0]?.attributes['w:val'];
}

/** element → the words in it that a reader sees. */
export function textOf(element: XmlElement): string {
  return elementsIn(element, 'w:t')
    .map(({ text }) => text)
    .join('');
}
