/** The fonts of a run, one for each family of scripts. */
import type { IFontAttributesProperties } from 'docx';

/** Fonts for complex scripts that every Word has and that hold Arabic and Hebrew. */
const complexScript = { serif: 'Times New Roman', sans: 'Arial' } as const;

/** name, kind → fonts for Latin and the like, and for scripts from right to left. */
export function fontsOf(name: string, kind: 'serif' | 'sans'): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, cs: complexScript[kind] };
}
