/** ARCHITECTURE.md says which floor may import which; the imports say whether that is true. */
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf } from '../scripts/imports-of.ts';

const root = join(import.meta.dirname, '..');
const compilers = ['read-project', 'compile', 'thaw-edition', 'compile-site'];
const stages = ['load', 'check', 'resolve', 'select', 'compose', 'render', 'audit', 'write'];

/** `src/run/build.ts` → `run`; `src/compile.ts` → `compile`. */
function floorOf(file: string): string {
  return file.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

/** The rows of the table "Floors": floor → the floors that it may import, besides itself. */
function readFloors(): ReadonlyMap<string, ReadonlySet<string>> {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const rows = [...text.matchAll(/^\| (`src\/[^|]*) \|[^|]*\| ([^|]*) \|$/gm)];
  return new Map(
    rows.flatMap(([, files = '', may = '']) => {
      const words = may.split(/,| and /).map((word) => word.trim());
      const allowed = words.flatMap((word) => {
        if (word === 'the stages') return stages;
        // The files that put stages together are one floor.
        return word === 'compile' ? compilers : [word];
      });
      const floors = [...files.matchAll(/`(src\/[^`]*)`/g)].map(([, path = '']) => floorOf(path));
      return floors.map((floor) => [floor, new Set(allowed)] as const);
    }),
  );
}

interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Every import of one of our files by another, types and imports at run time included. */
function readEdges(): readonly Edge[] {
  const files = globSync('src/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  return files.flatMap((from) =>
    importsOf(from, readFileSync(join(root, from), 'utf8'))
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier }) => ({ from, to: posix.join(posix.dirname(from), specifier) })),
  );
}

const floors = readFloors();
const edges = readEdges();

test('every folder of src has its row in the table', () => {
  expect([...new Set(edges.map(({ from }) => floorOf(from)))].toSorted()).toEqual(
    [...floors.keys()].toSorted(),
  );
});

test('a floor imports only what the table allows', () => {
  const forbidden = edges.filter(({ from, to }) => {
    const floor = floorOf(from);
    return floorOf(to) !== floor && floors.get(floor)?.has(floorOf(to)) !== true;
  });
  expect(forbidden.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
});

test('no files import each other in a circle', () => {
  expect(cyclesIn(edges)).toEqual([]);
});

/** Groups of files that reach each other, by Tarjan's algorithm, each sorted. */
function cyclesIn(all: readonly Edge[]): string[][] {
  const next = Map.groupBy(all, ({ from }) => from);
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const walk = (file: string) => {
    order.set(file, order.size);
    low.set(file, order.size - 1);
    stack.push(file);
    for (const { to } of next.get(file) ?? []) {
      if (!order.has(to)) walk(to);
      if (stack.includes(to)) {
        low.set(file, Math.min(low.get(file) ?? 0, low.get(to) ?? 0));
      }
    }
    if (low.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) cycles.push(group.toSorted());
  };
  for (const { from } of all) if (!order.has(from)) walk(from);
  return cycles;
}
