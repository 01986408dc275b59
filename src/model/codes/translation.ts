/** Diagnostics of the area "translation": briefs in several languages. */
import { warning } from './define.ts';

export const translationCodes = {
  'translation-missing': warning<{ id: string; lang: string }>(
    ({ id, lang }) => `these words of "${id}" are printed untranslated in the "${lang}" document`,
    ({ lang }) => `add them under "translations: ${lang}:" of the record`,
  ),
  'interface-untranslated': warning<{ lang: string }>(
    ({ lang }) => `headings and labels are in English: the tool has no words in "${lang}" yet`,
  ),
} as const;
