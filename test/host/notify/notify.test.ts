/** Notices that leave: to a real program, and to a real server on this machine. */
import { once } from 'node:events';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { postText } from '../../../src/host/notify/post-text.ts';
import { runProgram } from '../../../src/host/notify/run-program.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

/** A server that answers as it is told → its address. */
async function serverOf(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-path`;
}

/** A program that is a shell script → its path, with a space in it. */
async function programOf(lines: string): Promise<string> {
  const path = join(await temporaryFolder(), 'our program');
  writeFileSync(path, `#!/bin/sh\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

test('a program gets the text on its standard input, and not the address of the web', async () => {
  const folder = await temporaryFolder();
  const program = await programOf(
    `cat > '${folder}/got'; echo "[$BRIEF_NOTIFY_WEBHOOK]" >> '${folder}/got'`,
  );
  process.env.BRIEF_NOTIFY_WEBHOOK = 'https://example.org/secret';
  onTestFinished(() => {
    delete process.env.BRIEF_NOTIFY_WEBHOOK;
  });
  await runProgram(program, '{"a":"$(rm -rf x) `b`"}\n');
  expect(readFileSync(join(folder, 'got'), 'utf8')).toBe('{"a":"$(rm -rf x) `b`"}\n[]\n');
});

test('a program that fails, or that is not there, is a reason in words', async () => {
  await expect(runProgram(await programOf('exit 3'), 'x')).rejects.toThrow(
    'it ended with status 3',
  );
  await expect(runProgram('/no/such/program', 'x')).rejects.toThrow('there is no such program');
  await expect(runProgram('echo "$HOME"', 'x')).rejects.toThrow('there is no such program');
});

test('a web address gets the text as JSON, with a key that is the same the second time', async () => {
  const got: unknown[] = [];
  const address = await serverOf(async (request, response) => {
    const { 'content-type': type, 'idempotency-key': key } = request.headers;
    got.push([request.method, request.url, type, key, await text(request)]);
    response.writeHead(204).end();
  });
  await postText(address, '{"a":1}', '2026-05-01T07:00:00.000Z');
  expect(got).toEqual([
    ['POST', '/secret-path', 'application/json', '"2026-05-01T07:00:00.000Z"', '{"a":1}'],
  ]);
});

test('a web address that refuses, leads elsewhere or is not there is a reason without the address', async () => {
  const refusing = await serverOf((_, response) => response.writeHead(500).end('secret-path'));
  await expect(postText(refusing, '{}', 'k')).rejects.toThrow(/^it answered with status 500$/);
  let asked = 0;
  const other = await serverOf((_, response) => {
    asked += 1;
    response.end();
  });
  const leading = await serverOf((_, response) =>
    response.writeHead(307, { location: other }).end(),
  );
  await expect(postText(leading, '{}', 'k')).rejects.toThrow(/^it leads to another address$/);
  expect(asked).toBe(0);
  await expect(postText('http://127.0.0.1:9/secret-path', '{}', 'k')).rejects.toThrow(
    /^the connection failed/,
  );
});
