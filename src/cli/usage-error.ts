/** The command was called wrongly. */

/** Ends the command with status 2. `message` is one lowercase clause, `advice` what to type instead. */
export class UsageError extends Error {
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.name = 'UsageError';
    this.advice = advice;
  }
}
