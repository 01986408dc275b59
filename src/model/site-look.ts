/** Everything that decides how an index looks; all of it in memory. */
import type { FontFace, Look, TemplateFile } from './document.ts';

/** Template, styles, script and fonts of an index. */
export interface SiteLook extends Pick<Look, 'theme' | 'houseCss'> {
  readonly page: TemplateFile;
  /** The sheets of the briefs and that of the index, in order of the cascade. */
  readonly css: string;
  /** The search; it ends with no line end, as its hash is of these very characters. */
  readonly script: string;
  readonly fonts: readonly FontFace[];
  /** The characters that the index shows. */
  readonly codePoints: ReadonlySet<number>;
}
