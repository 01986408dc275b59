/**
 * Templates as Handlebars compiles them. Those that ship with the tool are compiled when it is built:
 * measured, 50 ms of a brief in a fresh process.
 */
import Handlebars from 'handlebars';
import { sha256 } from '../hash.ts';
import { precompiled } from './precompiled.ts';

/**
 * What a template prints. A brief's is Markdown, and strict: what a brief does not have is an error. A
 * page's is HTML, and escapes what has two braces.
 */
const optionsFor = {
  brief: { noEscape: true, strict: true, preventIndent: true, explicitPartialContext: false },
  page: { strict: true },
} as const satisfies Record<string, PrecompileOptions>;

export type Printing = keyof typeof optionsFor;

/** text, what it prints → a template that knows no helper yet. Throws Handlebars' errors. */
export function specificationOf(text: string, printing: Printing): TemplateSpecification {
  const known = precompiled.get(keyOf(text, printing));
  if (known !== undefined) return known;
  // What `Handlebars.compile` does with it as well. Its code is Handlebars' own, made of the template.
  return new Function(`return ${codeOf(text, printing)}`)() as TemplateSpecification;
}

/** text, what it prints → the key that `precompiled` has it by. */
export function keyOf(text: string, printing: Printing): string {
  return `${printing} ${sha256(text)}`;
}

/** text, what it prints → an expression in JavaScript. Throws Handlebars' errors. */
export function codeOf(text: string, printing: Printing): string {
  return String(Handlebars.precompile(text, optionsFor[printing]));
}
