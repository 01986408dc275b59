/** What is shown, and how. It stands in the address, so that it outlives a reload and can be bookmarked. */

export interface Choice {
  readonly brief: string;
  readonly as: 'html' | 'pdf' | 'md';
  /** A TLP label; empty for the brief's own. */
  readonly audience: string;
  /** `A4` or `Letter`; empty for the publisher's. */
  readonly paper: string;
  /** Empty for the system's. */
  readonly theme: '' | 'light' | 'dark';
}

/** `#brief=quiet-outlet&as=pdf` → choice. */
export function readChoice(hash: string): Choice {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const as = given.get('as');
  const theme = given.get('theme');
  return {
    brief: given.get('brief') ?? '',
    as: as === 'pdf' || as === 'md' ? as : 'html',
    audience: given.get('audience') ?? '',
    paper: given.get('paper') ?? '',
    theme: theme === 'light' || theme === 'dark' ? theme : '',
  };
}

/** choice → the part of the address after `#`. */
export function writeChoice(choice: Choice): string {
  const filled = Object.entries(choice).filter(([, value]) => value !== '');
  return `#${new URLSearchParams(filled)}`;
}

/** What the server needs to know of a choice. */
export function queryOf({ brief, audience, paper }: Choice): URLSearchParams {
  const filled = Object.entries({ brief, audience, paper }).filter(([, value]) => value !== '');
  return new URLSearchParams(filled);
}
