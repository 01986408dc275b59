/** Lists with real numbers and bullets, hanging in the margin of their text. */
import { AlignmentType, type ILevelsOptions, LevelFormat, type NumberingDefinition } from 'docx';
import type { List } from 'mdast';
import type { Theme } from './theme.ts';

/** Room for a number or a bullet, in twips. */
export const hang = 400;

/** Levels that Word can count. Source: ECMA-376 Part 1, 17.9.6. */
const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Gives every list a count of its own. */
export class ListCounter {
  #next = 0;

  /** → number of a list that nothing else in the document has. */
  take(): number {
    this.#next += 1;
    return this.#next;
  }
}

/** list, whether it is the list of takeaways, theme → what to number its items by. */
export function definitionFor(list: List, isTakeaways: boolean, theme: Theme): NumberingDefinition {
  if (list.ordered !== true) return bullets(theme);
  const start = list.start ?? 1;
  return isTakeaways ? takeawayNumbers(theme, start) : numbers(theme, start);
}

function numbers(theme: Theme, start: number): NumberingDefinition {
  return {
    reference: start === 1 ? 'numbers' : `numbers-from-${start}`,
    levels: levels.map((level) => ({
      ...place(level),
      format: LevelFormat.DECIMAL,
      text: `%${level + 1}.`,
      start: level === 0 ? start : 1,
      style: { ...place(level).style, run: { color: theme.accent, font: theme.sans } },
    })),
  };
}

/** Large numbers in the accent, as on the printed page. */
function takeawayNumbers(theme: Theme, start: number): NumberingDefinition {
  const run = { color: theme.accent, font: theme.sans, size: 30, bold: false };
  return {
    reference: start === 1 ? 'takeaways' : `takeaways-from-${start}`,
    levels: numbers(theme, start).levels.map((level) =>
      level.level === 0 ? { ...level, text: '%1', style: { ...level.style, run } } : level,
    ),
  };
}

function bullets(theme: Theme): NumberingDefinition {
  return {
    reference: 'bullets',
    levels: levels.map((level) => ({
      ...place(level),
      format: LevelFormat.BULLET,
      text: level % 2 === 0 ? '•' : '–',
      style: { ...place(level).style, run: { color: theme.accent, font: theme.sans } },
    })),
  };
}

function place(level: number): Pick<ILevelsOptions, 'level' | 'alignment' | 'style'> {
  return {
    level,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { start: hang * (level + 1), hanging: hang } } },
  };
}
