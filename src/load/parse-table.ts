/** CSV → rows. Numbers are numbers when they read back as they were typed; an empty cell is null. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Row, Table } from '../model/stages.ts';
import { decode } from './decode.ts';

/** path and bytes → table; the first line holds the columns. The parser is loaded by need. */
export async function parseTable(
  path: string,
  bytes: Uint8Array,
): Promise<Outcome<Table | undefined>> {
  const decoded = decode(path, bytes);
  if (decoded.value === undefined) return { value: undefined, diagnostics: decoded.diagnostics };
  const { CsvError, parse } = await import('csv-parse/sync');
  try {
    const lines: string[][] = parse(decoded.value, { skip_empty_lines: true, trim: true });
    const [columns = [], ...rows] = lines;
    const problem = columnProblem(columns);
    if (problem !== undefined) throw new CsvError('CSV_INVALID_ARGUMENT', problem);
    const table = { columns, rows: rows.map((cells) => toRow(columns, cells)) };
    return { value: table, diagnostics: decoded.diagnostics };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const problem = error.message.charAt(0).toLowerCase() + error.message.slice(1);
    const span = { file: path, start: 0, end: Math.max(decoded.value.indexOf('\n'), 0) };
    const diagnostic: Diagnostic = diagnose('table-unreadable', { file: path, problem }, { span });
    return { value: undefined, diagnostics: [...decoded.diagnostics, diagnostic] };
  }
}

function columnProblem(columns: readonly string[]): string | undefined {
  if (columns.length === 0) return 'the first line must name the columns';
  const empty = columns.indexOf('');
  if (empty !== -1) return `column ${empty + 1} has no name in the first line`;
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  return twice === undefined ? undefined : `the column "${twice}" is named twice`;
}

function toRow(columns: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(columns.map((column, index) => [column, toCell(cells[index] ?? '')]));
}

/** `43000` and `1.5` become numbers; `010`, `1.10` and `1e3` stay as they were typed. */
function toCell(text: string): string | number | null {
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) && String(number) === text ? number : text;
}
