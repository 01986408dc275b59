/** Cells of a table as numbers and dates, and as the text that stands for them in print. */
import { parseDate } from '../../model/edtf.ts';
import { type Fact, formatFact } from '../../model/fact.ts';
import type { Row, Table } from '../../model/stages.ts';

type Cell = Row[string] | undefined;

/** True where a cell says that the value is not known. */
export function isMissing(cell: Cell): cell is null | undefined | '' {
  return cell === null || cell === undefined || cell === '';
}

/** cell → its number, with as many decimals as were typed (`1.10` has two); undefined for anything else. */
export function quantityOf(cell: Cell): Pick<Fact, 'value' | 'digits'> | undefined {
  if (typeof cell === 'number') return { value: cell };
  const decimals = typeof cell === 'string' ? /^-?\d+(?:\.(\d+))?$/.exec(cell) : null;
  if (decimals === null || !hasPlainStart(String(cell))) return undefined;
  return { value: Number(cell), digits: decimals[1]?.length ?? 0 };
}

/** `010` is a code, not a number. */
function hasPlainStart(text: string): boolean {
  return /^-?(?:0(?!\d)|[1-9])/.test(text);
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
  return filled.length > 0 && filled.every((cell) => quantityOf(cell) !== undefined);
}

/** A column of whole numbers that are years by its name, as `2019` under `year`. */
export function isYears(table: Table, column: string): boolean {
  if (!/year|date|jahr|ann[eé]e|\ba[nñ]o|عام|سنة|年/iu.test(column)) return false;
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
