/** The shape of one check of a page that needs no browser. A new one is one row in `rules/`. */
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Requirement } from '../report.ts';
import type { HtmlView } from './open-html.ts';

export interface HtmlRule extends Requirement {
  /** What is wrong; undefined where there is nothing to look at. */
  check(view: HtmlView): readonly Diagnostic[] | undefined;
}
