/** When a cell of a table is a number: one rule for the check of the data and for the drawing. */
import type { Fact } from './fact.ts';
import type { Row } from './stages.ts';

/** Digits, a point before decimals, a minus; `010` is a code, not a number. */
const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/;

/** cell → its number, with as many decimals as were typed (`"1.10"` has two); undefined for anything else. */
export function numberIn(
  cell: Row[string] | undefined,
): Pick<Fact, 'value' | 'digits'> | undefined {
  if (typeof cell === 'number') return { value: cell };
  const found = typeof cell === 'string' ? plainNumber.exec(cell) : null;
  return found === null ? undefined : { value: Number(cell), digits: found[1]?.length ?? 0 };
}
