/**
 * Reads the office's own style sheet: what it may not do, and the same printed anew from what was
 * understood, so that nothing that no reader saw reaches a page. Pages are self-contained and show their
 * marking: a style sheet that fetches, runs something or touches the marking is refused.
 */
import type { Atrule, CssNode, Declaration, FunctionNode, Rule } from 'css-tree';

/** Something that is wrong, with its place: 0-based UTF-16 offsets, the end exclusive. */
export interface CssProblem {
  readonly start: number;
  readonly end: number;
  /** What the sheet may not have, or undefined where it cannot be read. */
  readonly what?: string;
  /** What to do about what it may not have. */
  readonly hint?: string;
  /** Why it cannot be read. */
  readonly problem?: string;
}

/** A style sheet that was read. */
export interface HouseCss {
  readonly css: string;
  readonly problems: readonly CssProblem[];
}

/** text of a style sheet → the sheet without comments, and what is wrong with it. */
export async function readHouseCss(text: string): Promise<HouseCss> {
  // Not the index, which looks for files beside itself that a bundle does not have.
  const [{ default: parse }, { default: generate }, { default: walk }] = await Promise.all([
    import('css-tree/parser'),
    import('css-tree/generator'),
    import('css-tree/walker'),
  ]);
  const problems: CssProblem[] = [];
  const tree = parse(text, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ offset, message }) => {
      problems.push({ start: offset, end: offset + 1, problem: message.toLowerCase() });
    },
  });
  problems.push(...outsideStrings(text));
  walk(tree, (node) => {
    const found = flawOf(node, generate);
    if (found === undefined) return;
    const { start, end } = node.loc ?? { start: { offset: 0 }, end: { offset: 0 } };
    problems.push({ ...found, start: start.offset, end: end.offset });
  });
  return { css: generate(tree), problems };
}

type Flaw = Pick<CssProblem, 'what' | 'hint'>;
type Print = (node: CssNode) => string;

function flawOf(node: CssNode, print: Print): Flaw | undefined {
  if (node.type === 'Atrule') return flawOfAtrule(node);
  if (node.type === 'Rule') return flawOfRule(node, print);
  if (node.type === 'Declaration') return flawOfDeclaration(node);
  if (node.type === 'Function') return flawOfFunction(node, print);
  if (node.type === 'Url') return flawOfAddress(node.value);
  if (node.type === 'Raw') return flawOfRaw(node.value);
  return undefined;
}

function flawOfAtrule({ name }: Atrule): Flaw | undefined {
  const lower = name.toLowerCase();
  if (lower === 'import') {
    return { what: '@import', hint: 'put the rules of the other sheet here' };
  }
  if (lower === 'charset' || lower === 'namespace') {
    return { what: `@${lower}`, hint: 'delete it; style sheets are read as UTF-8' };
  }
  // The corners of the sheet in which print.css sets the marking.
  return /^(?:top|bottom)-right(?:-corner)?$/.test(lower) ? marked : undefined;
}

const marked: Flaw = {
  what: 'a say in the marking',
  hint: 'delete it; the marking looks as its standard says',
};

function flawOfRule({ prelude }: Rule, print: Print): Flaw | undefined {
  return /\.(?:page-)?marking\b|["']?(?:page-)?marking["']?\s*\]/i.test(print(prelude))
    ? marked
    : undefined;
}

function flawOfDeclaration({ property }: Declaration): Flaw | undefined {
  const name = property.toLowerCase();
  if (name.startsWith('--marking-')) return marked;
  return /^(?:behavior|-moz-binding|-ms-behavior)$/.test(name)
    ? { what: `"${property}"`, hint: 'delete it; style sheets here run nothing' }
    : undefined;
}

/** Functions that take an address as a string. Source: CSS Images Level 4, CSS Values Level 5. */
const addressing = /^(?:-webkit-)?(?:image-set|image|src|cross-fade)$/;

function flawOfFunction(node: FunctionNode, print: Print): Flaw | undefined {
  const name = node.name.toLowerCase();
  if (name === 'expression') {
    return { what: 'expression()', hint: 'write the value itself; style sheets here run nothing' };
  }
  if (!addressing.test(name)) return undefined;
  const [, address] = /["'](?!data:)([^"']*)["']/i.exec(print(node)) ?? [];
  return address === undefined ? undefined : flawOfAddress(address);
}

function flawOfAddress(address: string): Flaw | undefined {
  if (/^(?:data:(?:image|font)\/|#)/i.test(address.trim())) return undefined;
  return {
    what: `the address "${address.slice(0, 60)}"`,
    hint: 'pages fetch nothing: list fonts under "theme: fonts:", or write a picture as a data: URL',
  };
}

/** Values that the parser leaves as they are, such as those of unknown functions. */
function flawOfRaw(value: string): Flaw | undefined {
  const [, address] = /url\(\s*["']?([^"')]*)/i.exec(value) ?? [];
  if (address !== undefined) return flawOfAddress(address);
  return /expression\s*\(|javascript:/i.test(value)
    ? { what: 'anything that runs', hint: 'write the value itself' }
    : undefined;
}

/**
 * What is seen without parsing, strings and comments passed over: the first brace that nothing closes,
 * which a parser would close at the end; and escapes, by which a word could be written that no rule here
 * would know again.
 */
function outsideStrings(text: string): CssProblem[] {
  const open: number[] = [];
  const found: CssProblem[] = [];
  const parts =
    /\/\*[\s\S]*?(?:\*\/|$)|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?|[{}\\]/g;
  for (const { 0: part, index } of text.matchAll(parts)) {
    if (part === '{') open.push(index);
    if (part === '}') open.pop();
    if (part === '\\') found.push({ start: index, end: index + 1, ...escaped });
  }
  const [first] = open;
  if (first === undefined) return found;
  return [...found, { start: first, end: first + 1, problem: 'the block is never closed' }];
}

const escaped = {
  what: 'a backslash outside of quotes',
  hint: 'write the word without it',
} as const;
