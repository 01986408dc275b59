/** `{{quoted text}}`: a text between the quotation marks of the brief's language. */
import type { Helper } from '../engine.ts';
import { quoted } from '../quotation-marks.ts';
import type { ViewContext } from '../view/context.ts';

/** context → helper: text → the same in marks; nothing for nothing. */
export function quote({ lang }: Pick<ViewContext, 'lang'>): Helper {
  return (text) => (text === null || text === undefined ? '' : quoted(String(text), lang));
}
