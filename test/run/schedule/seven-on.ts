/** Seven in the morning, UTC, of the day with this number. */
export function sevenOn(day: number): string {
  return new Date(Date.UTC(2026, 4, 1 + day, 7)).toISOString();
}
