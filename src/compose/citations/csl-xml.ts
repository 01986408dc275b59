/**
 * Reads a CSL style or locale into the plain objects that the citation engine works on. The engine
 * has a reader of its own, which accepts broken files without a word and takes four times as long;
 * this one says where a file is broken, and its trees can be merged.
 */

/** An element as the engine has it: an element holds other elements, or one text. */
export interface CslElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (CslElement | string)[];
}

/** Why a text is no XML, with the offset at which that shows. */
export interface CslXmlProblem {
  readonly problem: string;
  readonly offset: number;
}

interface OpenElement {
  readonly name: string;
  readonly attrs: Record<string, string>;
  readonly children: (CslElement | string)[];
}

const tag = /<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;

/** XML text → its root element, or what is wrong with it. Namespaces are not looked at. */
export function readCslXml(xml: string): CslElement | CslXmlProblem {
  const outside: OpenElement = { name: '', attrs: {}, children: [] };
  const stack = [outside];
  let offset = xml.startsWith('\uFEFF') ? 1 : 0;
  while (offset < xml.length) {
    const parent = stack.at(-1) ?? outside;
    const start = nextTag(xml, offset);
    const text = xml.slice(offset, start);
    if (text.trim() !== '') {
      if (parent === outside) return { problem: 'there is text outside of all tags', offset };
      parent.children.push(unescapeXml(text));
    }
    offset = start;
    if (start === xml.length) break;
    const unprinted = endOfUnprinted(xml, start);
    if (unprinted !== undefined) {
      offset = unprinted;
    } else if (xml.startsWith('</', start)) {
      offset = endAfter(xml, '>', start);
      const name = xml.slice(start + 2, offset - 1).trim();
      if (name !== parent.name || parent === outside) {
        return { problem: `</${name}> closes nothing`, offset: start };
      }
      if (isWord(parent) && parent.children.length === 0) parent.children.push('');
      stack.pop();
    } else {
      tag.lastIndex = start;
      const [whole, name, attributes = '', slash] = tag.exec(xml) ?? [];
      if (whole === undefined || name === undefined) {
        return { problem: 'a tag cannot be read', offset: start };
      }
      const element: OpenElement = { name, attrs: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (slash === '') stack.push(element);
      else if (name === 'term') element.children.push('');
      offset = start + whole.length;
    }
  }
  const open = stack.at(-1);
  if (open !== undefined && open !== outside)
    return { problem: `<${open.name}> is not closed`, offset };
  const root = outside.children.find((child) => typeof child !== 'string');
  return root ?? { problem: 'there is no element', offset: 0 };
}

function nextTag(xml: string, from: number): number {
  const at = xml.indexOf('<', from);
  return at === -1 ? xml.length : at;
}

/** Where a comment, a processing instruction or a document type ends; undefined for a tag. */
function endOfUnprinted(xml: string, start: number): number | undefined {
  if (xml.startsWith('<!--', start)) return endAfter(xml, '-->', start);
  if (xml.startsWith('<?', start)) return endAfter(xml, '?>', start);
  return xml.startsWith('<!', start) ? endAfter(xml, '>', start) : undefined;
}

function endAfter(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at === -1 ? xml.length : at + mark.length;
}

/** True where reading failed. */
export function isXmlProblem(read: CslElement | CslXmlProblem): read is CslXmlProblem {
  return 'problem' in read;
}

/** An element's first child of that name. */
export function childNamed(element: CslElement, name: string): CslElement | undefined {
  return element.children.find((child) => typeof child !== 'string' && child.name === name) as
    | CslElement
    | undefined;
}

/** The engine wants an empty text in words that print nothing. */
function isWord(element: OpenElement): boolean {
  return ['term', 'single', 'multiple'].includes(element.name);
}

function readAttributes(attributes: string): Record<string, string> {
  const pairs = attributes.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries(
    [...pairs].map(([, name = '', double, single]) => [name, unescapeXml(double ?? single ?? '')]),
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g,
    (found, decimal, hex, name) => {
      if (name !== undefined) return entities[name] ?? found;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal, 10);
      return point <= 0x10ffff ? String.fromCodePoint(point) : found;
    },
  );
}
