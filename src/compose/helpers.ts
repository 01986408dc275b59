/** What templates may call. A new helper is one file in `helpers/` and one row here. */
import type { Helper } from './engine.ts';
import { colon } from './helpers/colon.ts';
import { is } from './helpers/is.ts';
import { quote } from './helpers/quote.ts';
import { translate } from './helpers/translate.ts';
import type { ViewContext } from './view/context.ts';

/** context → name → helper. */
export function helpersFor(context: ViewContext): Readonly<Record<string, Helper>> {
  return { colon: colon(context), is, quoted: quote(context), t: translate(context) };
}
