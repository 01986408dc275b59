/** Text → runs of one direction each, with language and direction told to Word. */

import { type IRunOptions, TextRun } from 'docx';
import { rightToLeftLetter } from '../../model/direction.ts';
import type { Context, Voice } from './context.ts';

const strongLeftToRight = /\p{L}/u;

/** Scripts whose words Word looks up under `w:eastAsia`. */
const eastAsian = /^(?:zh|ja|ko|yue)\b/i;
/** Languages that Word looks up under `w:bidi`. */
const bidirectional = /^(?:ar|dv|fa|he|ks|ku|ps|sd|ug|ur|yi)\b/i;

/** context, text, how it is spoken → its runs; line ends of the source are blanks. */
export function textRuns(context: Context, text: string, voice: Voice): TextRun[] {
  return stretchesOf(text.replace(/[\t\r\n]+/g, ' '), voice.dir).map(
    ({ words, dir }) => new TextRun({ ...runOptions(context, { ...voice, dir }), text: words }),
  );
}

/** How a run of that voice looks and is spoken; what goes without saying is left out. */
export function runOptions({ meta }: Context, voice: Voice): IRunOptions {
  return {
    ...(voice.style === undefined ? {} : { style: voice.style }),
    ...(voice.bold === undefined ? {} : { bold: voice.bold }),
    ...(voice.italics === undefined ? {} : { italics: voice.italics }),
    ...(voice.strike === undefined ? {} : { strike: voice.strike }),
    ...(voice.smallCaps === undefined ? {} : { smallCaps: voice.smallCaps }),
    ...(voice.superScript === undefined ? {} : { superScript: voice.superScript }),
    ...(voice.subScript === undefined ? {} : { subScript: voice.subScript }),
    ...(voice.color === undefined ? {} : { color: voice.color }),
    ...(voice.lang === meta.lang ? {} : { language: languageOf(voice.lang) }),
    ...(voice.dir === 'rtl' ? { rightToLeft: true } : {}),
  };
}

/** A BCP 47 tag as Word has it: one attribute for each family of scripts. */
export function languageOf(lang: string) {
  if (eastAsian.test(lang)) return { eastAsia: lang };
  return bidirectional.test(lang) ? { bidirectional: lang } : { value: lang };
}

interface Stretch {
  readonly words: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Parts text where its letters change direction; what has none goes with what stands before it. */
function stretchesOf(text: string, base: 'ltr' | 'rtl'): readonly Stretch[] {
  if (base === 'ltr' && !rightToLeftLetter.test(text)) return [{ words: text, dir: base }];
  const stretches: Stretch[] = [];
  let words = '';
  let dir = base;
  for (const character of text) {
    const own = directionOf(character);
    if (own !== undefined && own !== dir && words !== '') {
      stretches.push(...split(words, dir, base));
      words = '';
    }
    dir = own ?? dir;
    words += character;
  }
  if (words !== '') stretches.push(...split(words, dir, base));
  return stretches;
}

/** Blanks and points at the end of a foreign stretch belong to the sentence around it. */
function split(words: string, dir: 'ltr' | 'rtl', base: 'ltr' | 'rtl'): readonly Stretch[] {
  if (dir === base) return [{ words, dir }];
  const [tail = ''] = /[^\p{L}\p{M}\p{N}]*$/u.exec(words) ?? [];
  const body = words.slice(0, words.length - tail.length);
  return [
    { words: body, dir },
    { words: tail, dir: base },
  ].filter((stretch) => stretch.words !== '');
}

function directionOf(character: string): 'ltr' | 'rtl' | undefined {
  if (rightToLeftLetter.test(character)) return 'rtl';
  return strongLeftToRight.test(character) ? 'ltr' : undefined;
}
