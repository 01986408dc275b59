/**
 * Scalars that are printed as they were typed. Prose is never folded anew and no quotation mark
 * changes; only the indentation of further lines follows the place where the scalar stands.
 */
import {
  type CST,
  type Document,
  isScalar,
  isSeq,
  type ScalarTag,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml';

type StringifyContext = Parameters<NonNullable<ScalarTag['stringify']>>[1];

/** How a scalar was typed, in the place of its value. */
class Typed {
  readonly source: string;
  /** `|2-` and the like; undefined for what stands in lines of its own kind. */
  readonly header: string | undefined;
  /** Columns that the lines of a block scalar are indented by. */
  readonly column: number;

  constructor(source: string, header?: string, column = 0) {
    this.source = source;
    this.header = header;
    this.column = column;
  }
}

/** Document parsed with `keepSourceTokens` → the same, and from now on it prints as it was typed. */
export function keepScalars(document: Document.Parsed): void {
  visit(document, {
    Scalar: (_, node) => {
      const token = node.srcToken;
      if (token === undefined || node.tag !== undefined) return;
      if (isBlock(token)) {
        const header = token.props.map(headerOf).find((found) => found !== '') ?? '|';
        const explicit = Number(/\d/.exec(header)?.[0] ?? 0);
        const column = explicit > 0 ? token.indent + explicit : leadOf(token.source);
        node.value = new Typed(token.source, header, column);
      } else if (isOnLine(token) && token.source !== '') {
        node.value = new Typed(token.source);
      }
    },
  });
  // The package calls the printer of any tag, though its types grant one to tags of scalars only.
  const collectionTags = [listTag, groupTag] as unknown as typeof document.schema.tags;
  document.schema.tags = [typedTag, ...collectionTags, ...document.schema.tags];
}

const typedTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:str',
  default: true,
  identify: (value) => value instanceof Typed,
  resolve: (text) => text,
  stringify: (node, context, onComment, onChompKeep) => {
    const { value } = node;
    if (!(value instanceof Typed)) throw new Error('only typed scalars have this tag');
    if (value.header === undefined) return flowLines(value.source, context.indent);
    const comment = isScalar(node) ? node.comment : undefined;
    if (comment) onComment?.();
    if (value.header.includes('+')) onChompKeep?.();
    const header = value.header.replace(/\d/, String(context.indentStep.length));
    const lines = blockLines(value, context.indent);
    return `${header}${comment ? ` #${comment.replace(/\s*\n\s*/g, ' ')}` : ''}\n${lines}`;
  },
};

/** `[a, b]` without blanks inside, `{ a: 1 }` with them. */
const listTag = {
  tag: 'tag:yaml.org,2002:seq',
  collection: 'seq' as const,
  default: true,
  nodeClass: YAMLSeq,
  stringify: padded(''),
};

const groupTag = {
  tag: 'tag:yaml.org,2002:map',
  collection: 'map' as const,
  default: true,
  nodeClass: YAMLMap,
  stringify: padded(' '),
};

function padded(flowCollectionPadding: string) {
  return (
    node: unknown,
    context: StringifyContext,
    onComment?: () => void,
    onChompKeep?: () => void,
  ): string => {
    if (!isSeq(node) && !(node instanceof YAMLMap))
      throw new Error('only collections have this tag');
    return node.toString({ ...context, flowCollectionPadding }, onComment, onChompKeep);
  };
}

function headerOf(token: CST.Token): string {
  return token.type === 'block-scalar-header' ? token.source : '';
}

function isBlock(token: CST.Token): token is CST.BlockScalar {
  return token.type === 'block-scalar';
}

function isOnLine(token: CST.Token): token is CST.FlowScalar {
  return ['scalar', 'single-quoted-scalar', 'double-quoted-scalar'].includes(token.type);
}

/** Further lines of a plain or quoted scalar: what they are indented by means nothing. */
function flowLines(source: string, indent: string): string {
  const [first = '', ...rest] = source.split('\n');
  const moved = rest.map((line) => (line.trim() === '' ? '' : `${indent}${line.trimStart()}`));
  return [first, ...moved].join('\n');
}

function blockLines({ source, column }: Typed, indent: string): string {
  const lines = source.replace(/\n$/, '').split('\n');
  return lines
    .map((line) => (line.trim() === '' && line.length <= column ? '' : indent + line.slice(column)))
    .join('\n');
}

/** Blanks before the first line that holds something. */
function leadOf(source: string): number {
  return /^ *(?=[^ \n])/m.exec(source)?.[0].length ?? 0;
}
