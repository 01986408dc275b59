/**
 * The released sample editions, proven from the repository as it is cloned. A change of what documents
 * look like turns this red until `node scripts/release-samples.ts` has released them anew.
 */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNodeHost } from '../../../src/host/node-host.ts';
import type { Host } from '../../../src/model/host.ts';
import { readEditions } from '../../../src/run/editions/lock-files.ts';
import { verify } from '../../../src/run/editions/verify.ts';

const data = fileURLToPath(new URL('../../../data', import.meta.url));
const briefs = readdirSync(join(data, 'editions'));
let root = '';
let host: Host;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'briefwright-samples-'));
  cpSync(data, join(root, 'data'), { recursive: true });
  host = await createNodeHost({ root });
});

afterAll(async () => {
  await host.close();
  rmSync(root, { recursive: true, force: true });
});

describe.each(briefs)('the released editions of %s', (brief) => {
  it('are proven, every one', async () => {
    const { value, diagnostics } = await verify(host, brief);
    expect(diagnostics).toEqual([]);
    expect(value.length).toBeGreaterThan(0);
    expect(value.filter(({ isProven }) => !isProven)).toEqual([]);
  });

  it('are no longer proven after one byte of an input changes, and each such file is named', async () => {
    const last = (await readEditions(host.project, brief)).value.at(-1);
    const files = Object.keys(last?.inputs ?? {});
    for (const file of files) appendFileSync(join(root, file), '\n');
    const { value, diagnostics } = await verify(host, brief, last?.edition);
    expect(value).toMatchObject([{ isProven: false }]);
    const changed = diagnostics.filter(({ code }) => code === 'edition-input-changed');
    expect(changed).toHaveLength(files.length);
    for (const file of files) {
      expect(changed.some(({ message }) => message.includes(file))).toBe(true);
    }
  });
});
