/** What reaches which stream, coloured or not, with a status line in between. */
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/print/progress.ts';
import { createTerminal } from '../../src/cli/terminal.ts';

/** A stream that keeps what is written. */
function stream(columns?: number) {
  const written: string[] = [];
  const emitter = Object.assign(new EventEmitter(), {
    ...(columns === undefined ? {} : { isTTY: true, columns }),
    write: (text: string) => written.push(text) > 0,
    written,
  });
  // The terminal looks at nothing but these.
  return emitter as unknown as NodeJS.WriteStream & { readonly written: string[] };
}

function terminalOf(options: {
  readonly out?: number;
  readonly err?: number;
  readonly env?: NodeJS.ProcessEnv;
}) {
  const stdout = stream(options.out);
  const stderr = stream(options.err);
  const env = options.env ?? {};
  let failures = 0;
  const onFailure = () => {
    failures += 1;
  };
  const streams = { stdout, stderr, env, onFailure } as unknown as NodeJS.Process;
  return { terminal: createTerminal(streams), stdout, stderr, failures: () => failures };
}

const coloured = (text: string) => text.includes('\u001B[3');

test('each stream is coloured by itself: a pipe beside a terminal stays plain', () => {
  const { terminal } = terminalOf({ err: 80 });
  expect(coloured(terminal.colour.red('x'))).toBe(true);
  expect(coloured(terminal.printColour.red('x'))).toBe(false);
  expect(terminal.printWidth).toBe(Number.POSITIVE_INFINITY);
});

test('NO_COLOR takes colours away, FORCE_COLOR brings them, TERM=dumb has none', () => {
  const of = (env: NodeJS.ProcessEnv, out?: number) =>
    coloured(
      terminalOf({ env, ...(out === undefined ? {} : { out }) }).terminal.printColour.red('x'),
    );
  expect(of({}, 80)).toBe(true);
  expect(of({ NO_COLOR: '1' }, 80)).toBe(false);
  expect(of({ NO_COLOR: '' }, 80)).toBe(true);
  expect(of({ FORCE_COLOR: '1' })).toBe(true);
  expect(of({ FORCE_COLOR: '0' }, 80)).toBe(false);
  expect(of({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
  expect(of({ TERM: 'dumb' }, 80)).toBe(false);
});

test('the status line gives way to other lines and comes back below them', () => {
  const { terminal, stdout, stderr } = terminalOf({ out: 80, err: 80 });
  terminal.status('working');
  terminal.print('a result');
  terminal.error('a problem');
  terminal.status(undefined);
  const erase = '\r\u001B[2K';
  expect(stdout.written).toEqual(['a result\n']);
  expect(stderr.written).toEqual([
    'working',
    erase,
    'working',
    erase,
    'a problem\n',
    'working',
    erase,
  ]);
});

test.each([{ env: {} }, { err: 80, env: { CI: 'true' } }, { err: 80, env: { TERM: 'dumb' } }])(
  'there is no status line where nothing can be redrawn: %j',
  (options) => {
    const { terminal, stderr } = terminalOf(options);
    terminal.status('working');
    expect(stderr.written).toEqual([]);
  },
);

test('a stream that nobody reads any more falls silent, and of any other failure is told', () => {
  const { terminal, stdout } = terminalOf({});
  terminal.print('one');
  stdout.emit('error', Object.assign(new Error('closed'), { code: 'EPIPE' }));
  terminal.print('two');
  expect(stdout.written).toEqual(['one\n']);
  const other = terminalOf({});
  other.stdout.emit('error', Object.assign(new Error('full'), { code: 'ENOSPC' }));
  other.terminal.print('two');
  expect(other.stdout.written).toEqual([]);
  expect(other.stderr.written).toEqual(['error: cannot print: the disk is full\n']);
  expect(other.failures()).toBe(1);
});

test('progress is one line on a terminal, never wider than it', () => {
  const { terminal, stderr } = terminalOf({ err: 40 });
  const progress = createProgress(terminal, { isQuiet: false, isVerbose: false });
  progress.begin(3);
  progress.started('a-brief-with-a-long-name-that-does-not-fit');
  progress.done('a-brief-with-a-long-name-that-does-not-fit');
  progress.end();
  const lines = stderr.written.filter((text) => text.includes('/3'));
  expect(lines.map((text) => text.replaceAll(/\u001B\[\d+m/g, ''))).toEqual([
    '━━━━━━━━━━━━━━━━━━━━ 0/3 ',
    '━━━━━━━━━━━━━━━━━━━━ 0/3 a-brief-with…',
    '━━━━━━━━━━━━━━━━━━━━ 1/3 ',
  ]);
  expect(stderr.written.join('')).not.toContain('\n');
});

test('elsewhere progress is silent for a few briefs and a line now and then for many', () => {
  const few = terminalOf({});
  const many = terminalOf({});
  for (const [{ terminal }, count] of [
    [few, 5],
    [many, 60],
  ] as const) {
    const progress = createProgress(terminal, { isQuiet: false, isVerbose: false });
    progress.begin(count);
    for (let index = 0; index < count; index += 1) progress.done(`brief-${index}`);
    progress.end();
  }
  expect(few.stderr.written).toEqual([]);
  expect(many.stderr.written).toEqual([
    ...['building 60 briefs\n', '25 of 60 briefs\n', '50 of 60 briefs\n'],
  ]);
});
