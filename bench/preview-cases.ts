/** Projects that the preview is measured in, and what is saved there: a title, a value, a body. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { writeBusyProject } from './corpus.ts';

/** One kind of change to a file of the project. */
export interface Save {
  readonly name: string;
  readonly file: string;
  /** What the page says once it has changed, the n-th time. */
  readonly said: (round: number) => string;
  /** The file's text → the same with that in it. */
  readonly edited: (text: string, round: number) => string;
}

export interface Case {
  readonly name: string;
  readonly brief: string;
  readonly saves: readonly Save[];
  /** Writes the project into a folder. */
  readonly write: (folder: string) => void;
  /** The 95th percentiles that are wanted: to the changed page in the browser, to new HTML and PDF. */
  readonly goals: {
    readonly pageMs?: number;
    readonly htmlMs?: number;
    readonly pdfMs?: number;
  };
}

const samples = join(import.meta.dirname, '..');

const title = (brief: string): Save => {
  const said = (round: number) => `Saved for the ${round}th time`;
  return {
    name: 'the title of the brief',
    file: `data/briefs/${brief}.yaml`,
    said,
    edited: (text, round) => replaced(text, /^title: .*(?:\n +.*)*$/m, `title: ${said(round)}`),
  };
};

/** `value: 37`, after the first stretch that `before` finds → a number that no sample has. */
const value = (file: string, before: RegExp): Save => ({
  name: 'the value of a finding',
  file,
  said: (round) => (47_000 + round).toLocaleString('en-GB'),
  edited: (text, round) =>
    replaced(text, new RegExp(`(${before.source}[^]*?value: )\\d+`), `$1${47_000 + round}`),
});

/** `body: …` after the first stretch that `before` finds → the same with a word at its beginning. */
const body = (file: string, before: RegExp): Save => {
  const said = (round: number) => `Saved${round}`;
  return {
    name: 'the body of a takeaway',
    file,
    said,
    edited: (text, round) =>
      replaced(text, new RegExp(`(${before.source}[^]*?body: [>|]-?\\n +)`), `$1${said(round)} `),
  };
};

function replaced(text: string, from: RegExp, to: string): string {
  if (!from.test(text)) throw new Error(`nothing to save: ${from}`);
  return text.replace(from, to);
}

export const cases: readonly Case[] = [
  {
    name: 'the samples, the longest brief',
    brief: 'quiet-outlet',
    goals: { pageMs: 150, htmlMs: 60, pdfMs: 100 },
    write: (folder) => cpSync(join(samples, 'data'), join(folder, 'data'), { recursive: true }),
    saves: [
      title('quiet-outlet'),
      value('data/findings/al-azaim.yaml', /english-issue-37:/),
      body('data/takeaways.yaml', /tk-quiet-reach:/),
    ],
  },
  {
    name: '200 briefs, 5,001 findings',
    brief: 'brief-0001',
    goals: { pageMs: 400 },
    write: writeBusyProject,
    saves: [
      title('brief-0001'),
      value('data/findings/brief-0001.yaml', /brief-0001-finding-1:/),
      body('data/takeaways/brief-0001.yaml', /brief-0001-takeaway-1:/),
    ],
  },
];

/** A project of one's own, in which titles are saved. */
export function caseOf(project: string, brief: string): Case {
  const name = `${project}, ${brief}`;
  const write = (folder: string) =>
    cpSync(join(project, 'data'), join(folder, 'data'), { recursive: true });
  return { name, brief, saves: [title(brief)], write, goals: {} };
}
