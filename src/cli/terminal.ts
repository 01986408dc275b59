/** Where a command prints: standard output, standard error, colours where they can be seen. */
import pico from 'picocolors';

export interface Terminal {
  readonly colour: ReturnType<typeof pico.createColors>;
  /** Standard error is a terminal that can be drawn on. */
  readonly isInteractive: boolean;
  /** Columns of the terminal, 80 where there is none. */
  readonly width: number;
  /** One line of result. */
  print(text: string): void;
  /** One line for a person: problems and progress. */
  error(text: string): void;
  /** Text for a person without a line end. */
  draw(text: string): void;
}

/** The process's streams and environment → a terminal. Source of the variables: no-color.org. */
export function createTerminal({ stdout, stderr, env }: NodeJS.Process): Terminal {
  const wantsColour = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  const refusesColour = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  const isInteractive = stderr.isTTY === true && env.TERM !== 'dumb' && env.CI === undefined;
  return {
    colour: pico.createColors(!refusesColour && (wantsColour || isInteractive)),
    isInteractive,
    width: stderr.columns ?? 80,
    print: (text) => void stdout.write(`${text}\n`),
    error: (text) => void stderr.write(`${text}\n`),
    draw: (text) => void stderr.write(text),
  };
}
