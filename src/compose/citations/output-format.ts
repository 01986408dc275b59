/**
 * How the citation engine writes: with the marks of `marked.ts` in place of HTML, every field of a
 * source marked with what it is, and addresses as links.
 */
import { mark, type Part } from './marked.ts';

/** The name that the format goes by in the engine. */
export const formatName = 'briefwright';

/** Source: citeproc-js, `CSL.Output.Formats`; the same keys as its format "html". */
export const format: CslFormat = {
  text_escape: (text) => text ?? '',
  bibstart: '',
  bibend: '',
  '@font-style/italic': (_engine, text) => mark('italic', text),
  '@font-style/oblique': (_engine, text) => mark('italic', text),
  '@font-style/normal': (_engine, text) => mark('upright', text),
  '@font-variant/small-caps': (_engine, text) => mark('small-caps', text),
  '@font-variant/normal': false,
  '@font-weight/bold': (_engine, text) => mark('bold', text),
  '@font-weight/normal': false,
  '@font-weight/light': false,
  '@text-decoration/none': false,
  '@text-decoration/underline': false,
  '@vertical-align/sup': (_engine, text) => mark('sup', text),
  '@vertical-align/sub': (_engine, text) => mark('sub', text),
  '@vertical-align/baseline': false,
  '@passthrough/true': false,
  '@strip-periods/true': false,
  '@strip-periods/false': false,
  '@quotes/true': (engine, text) =>
    engine.getTerm('open-quote') + (text === undefined ? '' : text + engine.getTerm('close-quote')),
  '@quotes/inner': (engine, text) =>
    text === undefined
      ? '\u2019'
      : engine.getTerm('open-inner-quote') + text + engine.getTerm('close-inner-quote'),
  '@quotes/false': false,
  '@cite/entry': false,
  '@bibliography/entry': false,
  '@display/block': (_engine, text) => ` ${text}`,
  '@display/left-margin': (_engine, text) => `${text} `,
  '@display/right-inline': (_engine, text) => text,
  '@display/indent': (_engine, text) => ` ${text}`,
  '@showid/true': showField,
  '@URL/true': false,
  '@DOI/true': false,
};

/**
 * Marks a field of a source where it is printed, without the blanks and commas around it, and makes
 * a link of an address. The engine calls this for every field once it has a `variableWrapper`.
 */
function showField(this: FieldBlob, engine: FormatEngine, printed: string): string {
  const { just_looking: isLooking, suppress_decorations: isPlain } = engine.tmp;
  if (isLooking || isPlain || this.params === undefined) return printed;
  const [, before = '', text = '', after = ''] = /^([ .,;:]*)(.*?)([ ,;:]*)$/s.exec(printed) ?? [];
  const { itemData, variableNames } = this.params;
  const [name = ''] = variableNames;
  if (name === 'URL' || name === 'DOI') {
    return before + markAddress(name, String(itemData[name] ?? ''), text) + after;
  }
  const isTitleInstead =
    nameVariables.has(name) && ![...nameVariables].some((each) => itemData[each]);
  const part = isTitleInstead ? 'title' : partOf(name);
  return before + mark(part, text, String(itemData.id)) + after;
}

/** Names; where a source has none, styles print its title in their place. */
const nameVariables: ReadonlySet<string> = new Set([
  'author',
  'container-author',
  'editor',
  'interviewer',
  'translator',
]);

/** The address in what a style prints for it, with words such as "doi:" left outside. */
function markAddress(name: 'URL' | 'DOI', value: string, text: string): string {
  const address = name === 'URL' ? value : `https://doi.org/${value}`;
  const shown = text.includes(address) ? address : value;
  const start = text.indexOf(shown);
  if (value === '' || start === -1) return text;
  return text.slice(0, start) + mark('link', shown, address) + text.slice(start + shown.length);
}

function partOf(variable: string): Part {
  switch (variable) {
    case 'title':
    case 'original-title':
    case 'container-title':
      return variable;
    case 'title-short':
      return 'title';
    default:
      return 'field';
  }
}

/** What the engine says of a field that it prints. */
interface FieldParameters {
  readonly itemData: Readonly<Record<string, unknown>>;
  readonly variableNames: readonly string[];
}

/** A piece of output; `params` where it is a field. */
interface FieldBlob {
  readonly params?: FieldParameters;
}

/** The part of a running engine that decorations use. */
export interface FormatEngine {
  readonly tmp: { readonly just_looking: boolean; readonly suppress_decorations: boolean };
  getTerm(name: string): string;
}

type CslDecoration = (this: FieldBlob, engine: FormatEngine, text: string) => string;

/** An output format of the engine; `false` leaves text as it is. */
export type CslFormat = Readonly<Record<`@${string}`, false | CslDecoration>> & {
  readonly text_escape: (text: string | undefined) => string;
  readonly bibstart: string;
  readonly bibend: string;
};
