/** Cells of a table as numbers and dates, and as the text that stands for them in print. */
import { parseDate } from '../../model/edtf.ts';
import { type Fact, formatFact } from '../../model/fact.ts';
import { numberIn } from '../../model/number-cell.ts';
import type { Row, Table } from '../../model/stages.ts';

type Cell = Row[string] | undefined;

/** True where a cell says that the value is not known. */
export function isMissing(cell: Cell): cell is null | undefined | '' {
  return cell === null || cell === undefined || cell === '';
}

/** A number in the brief's language; only a percent sign belongs to it, other units do not. */
export function quantityText(
  quantity: Pick<Fact, 'value' | 'digits'>,
  unit: string | undefined,
  lang: string,
): string {
  return formatFact({ ...quantity, unit: unit === '%' ? unit : undefined }, lang);
}

/** A column in which some cells are numbers and the others are empty. */
export function isNumeric(table: Table, column: string): boolean {
  const filled = table.rows.map((row) => row[column]).filter((cell) => !isMissing(cell));
  return filled.length > 0 && filled.every((cell) => numberIn(cell) !== undefined);
}

/** A column of whole numbers that are years by its name or its heading, as `2019` under `year`. */
export function isYears(table: Table, column: string): boolean {
  const names = `${column} ${table.headings?.[column] ?? ''}`;
  if (!/year|date|jahr|ann[eé]e|\ba[nñ]o|عام|سنة|年/iu.test(names)) return false;
  return table.rows.every((row) => isMissing(row[column]) || isYear(row[column]));
}

function isYear(cell: Cell): boolean {
  return Number.isInteger(Number(cell)) && Number(cell) >= 1000 && Number(cell) <= 2999;
}

/** A cell that is written as a date and is one, years as numbers aside. */
export function isDate(cell: Cell): cell is string {
  if (typeof cell !== 'string') return false;
  return /^[\d.]{2,4}[\dX.-]*[~?%]?(?:\/.*)?$|^\/\d/.test(cell) && parseDate(cell).ok;
}

/** A column of dates, years included. */
export function isTime(table: Table, column: string): boolean {
  const filled = table.rows.map((row) => row[column]).filter((cell) => !isMissing(cell));
  return filled.length > 0 && (isYears(table, column) || filled.every(isDate));
}
