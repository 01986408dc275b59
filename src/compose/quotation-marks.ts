/**
 * Quotation marks as the readers of a language know them. Marks that authors have typed are theirs, and
 * are left alone.
 */

/** What stands before and after a quotation, blanks included. */
export interface QuotationMarks {
  readonly open: string;
  readonly close: string;
}

/**
 * Marks, and the languages that have them. Source: Unicode CLDR 48.2, `delimiters`, with three
 * differences: Spanish has the marks that the academies name first (Ortografía de la lengua española,
 * 2010, "comillas"), Arabic those of its citation locale, and Swiss German those of the Federal
 * Chancellery (Schreibweisungen).
 */
const byMarks: readonly (readonly [open: string, close: string, languages: string])[] = [
  [
    '«',
    '»',
    'am ar ast az-Cyrl be br ca de-CH de-LI el es eu fa fr gsw hy it kk ky nb nn no oc os pt-AO pt-CH ' +
      'pt-CV pt-GQ pt-GW pt-LU pt-MO pt-MZ pt-PT pt-ST pt-TL rm ru sc ti tyv uk',
  ],
  ['»', '«', 'ug'],
  ['„', '“', 'bg bs-Cyrl cs de dsb et hr hsb is ka ksh lb lt mk nds sk sl'],
  ['„', '”', 'bs ff hu pl ro sr'],
  ['”', '”', 'fi he rn se sn sv yi'],
  ['”', '“', 'lld ms-Arab syr ur'],
  ['‘', '’', 'fur ia nl tn'],
  ['「', '」', 'ja yue zh-Hant'],
];

/** Most languages, English and Chinese in simplified characters among them. */
const common: QuotationMarks = { open: '“', close: '”' };

/**
 * A blank that does not break stands inside the marks in French. Source: Lexique des règles
 * typographiques en usage à l'Imprimerie nationale, "guillemets". Not the narrow one, U+202F, which
 * is in few fonts.
 */
const spaced: ReadonlySet<string> = new Set(['fr']);

const known: ReadonlyMap<string, QuotationMarks> = new Map(
  byMarks.flatMap(([open, close, languages]) =>
    languages.split(' ').map((tag) => {
      const blank = spaced.has(tag) ? '\u00a0' : '';
      return [tag, { open: `${open}${blank}`, close: `${blank}${close}` }] as const;
    }),
  ),
);

/** BCP 47 tag → its marks: of the region, else of the script, else of the language. */
export function quotationMarks(lang: string): QuotationMarks {
  const { language, script, region } = new Intl.Locale(lang).maximize();
  const tags = [`${language}-${region}`, `${language}-${script}`, language];
  return tags.map((tag) => known.get(tag)).find((marks) => marks !== undefined) ?? common;
}

/** words, BCP 47 tag → the words between its marks. */
export function quoted(words: string, lang: string): string {
  const { open, close } = quotationMarks(lang);
  return `${open}${words}${close}`;
}
