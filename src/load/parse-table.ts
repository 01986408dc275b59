/** CSV → rows. Numbers are numbers when they read back as they were typed; an empty cell is null. */
import type { CsvError } from 'csv-parse/sync';
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import type { Outcome } from '../model/outcome.ts';
import { offsetAt, type Span } from '../model/span.ts';
import type { Row, Table } from '../model/stages.ts';
import { explainSuspects, suspectsIn } from './characters.ts';
import { decode } from './decode.ts';

/** path and bytes → table; the first line holds the columns. The parser is loaded by need. */
export async function parseTable(
  path: string,
  bytes: Uint8Array,
): Promise<Outcome<Table | undefined>> {
  const { value: text, diagnostics } = decode(path, bytes);
  if (text === undefined) return { value: undefined, diagnostics };
  const said = explainSuspects(suspectsIn(path, text), text);
  const { CsvError, parse } = await import('csv-parse/sync');
  const failed = (problem: string, line: number, hint?: string): Outcome<undefined> => {
    const span = lineSpan(path, text, line);
    const place = hint === undefined ? { span } : { span, hint };
    const diagnostic: Diagnostic = diagnose('table-unreadable', { problem }, place);
    return { value: undefined, diagnostics: [...said, diagnostic] };
  };
  try {
    // With `info`, the parser gives each record with the number of its last line.
    const read = parse(text, { skip_empty_lines: true, trim: true, info: true });
    const lines = read as unknown as { record: string[]; info: { lines: number } }[];
    const [columns = [], ...rows] = lines.map(({ record }) => record);
    const problem = columnProblem(columns);
    if (problem !== undefined) return failed(problem.problem, 1, problem.hint);
    const spans = lines.slice(1).map(({ info }) => lineSpan(path, text, info.lines));
    const table = { columns, rows: rows.map((cells) => toRow(columns, cells)), spans };
    return { value: table, diagnostics: said };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failed(explainError(error), lineOf(error));
  }
}

function lineSpan(file: string, text: string, line: number): Span {
  const start = offsetAt(text, { line, column: 1 });
  const end = text.indexOf('\n', start);
  return { file, start, end: end === -1 ? text.length : end };
}

/** The first line that holds a mistake, as far as the parser can tell. */
function lineOf(error: CsvError): number {
  return typeof error.lines === 'number' ? error.lines : 1;
}

function explainError(error: CsvError): string {
  switch (error.code) {
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS': {
      const found = Array.isArray(error.record) ? error.record.length : 0;
      return `this line has ${found} cells, and the first line names another number of columns`;
    }
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark is opened and never closed';
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quotation mark stands inside a cell; write it twice, and quote the whole cell';
    default:
      return error.message.charAt(0).toLowerCase() + error.message.slice(1);
  }
}

interface ColumnProblem {
  readonly problem: string;
  readonly hint?: string;
}

function columnProblem(columns: readonly string[]): ColumnProblem | undefined {
  if (columns.length === 0) return { problem: 'the first line must name the columns' };
  const [only = ''] = columns;
  if (columns.length === 1 && /[;\t]/.test(only)) {
    return {
      problem: `the columns are parted by ${only.includes(';') ? 'semicolons' : 'tabs'}`,
      hint: 'save the table as CSV with commas, and with a point before decimals',
    };
  }
  const empty = columns.indexOf('');
  if (empty !== -1) return { problem: `column ${empty + 1} has no name in the first line` };
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) return { problem: `the column "${twice}" is named twice` };
  const taken = columns.find((column) => column in {});
  return taken === undefined ? undefined : { problem: `"${taken}" cannot be the name of a column` };
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
