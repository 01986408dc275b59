/** The real server, asked by bare requests that say whatever a test wants them to say. */
import { once } from 'node:events';
import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { type LocalResponse, serveLocally } from '../../../src/host/server/serve-locally.ts';

async function serving(answer: (path: string) => LocalResponse) {
  const faults: unknown[] = [];
  const server = await serveLocally({
    port: 0,
    answer: async ({ path }) => answer(path),
    onFault: (error) => faults.push(error),
  });
  onTestFinished(server.close);
  return { ...server, faults, port: Number(new URL(server.url).port) };
}

const hello: LocalResponse = { headers: { 'Content-Type': 'text/plain' }, body: 'hello' };

async function ask(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const sent = request(url, { headers, method }).end();
  const [response] = await once(sent, 'response');
  let body = '';
  for await (const chunk of response) body += chunk;
  return { status: response.statusCode, headers: response.headers, body };
}

test('answers under its token, and tells browsers to keep and share nothing', async () => {
  const { url } = await serving(() => hello);
  expect(new URL(url).hostname).toBe('127.0.0.1');
  const { status, headers, body } = await ask(`${url}page`);
  expect({ status, body }).toEqual({ status: 200, body: 'hello' });
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(headers['access-control-allow-origin']).toBeUndefined();
  expect((await ask(`${url}page`, {}, 'HEAD')).body).toBe('');
});

test('refuses strangers, whatever they ask for, and never comes to the answer', async () => {
  const asked: string[] = [];
  const { url, port } = await serving((path) => {
    asked.push(path);
    return hello;
  });
  expect((await ask(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await ask(url, { Host: `evil.example:${port}` })).status).toBe(403);
  expect((await ask(url, { Origin: 'https://evil.example' })).status).toBe(403);
  expect((await ask(url, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  const posted = await ask(url, {}, 'POST');
  expect(posted).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  expect(asked).toEqual([]);
});

test('gives its page an address that ends in a slash', async () => {
  const { url } = await serving(() => hello);
  const { status, headers } = await ask(url.replace(/\/$/, ''));
  expect(status).toBe(308);
  expect(new URL(String(headers.location), url).href).toBe(url);
});

test('streams until the other side has gone', async () => {
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  const { url } = await serving(() => ({
    headers: { 'Content-Type': 'text/event-stream' },
    stream: (send) => {
      send('data: 1\n\n');
      return resolve;
    },
  }));
  const sent = request(url).end();
  const [response] = await once(sent, 'response');
  const [chunk] = await once(response, 'data');
  expect(String(chunk)).toBe('data: 1\n\n');
  sent.destroy();
  await ended;
});

test('tells the terminal of a fault, and the page only that there was one', async () => {
  const { url, faults } = await serving(() => {
    throw new Error('secret');
  });
  const { status, body } = await ask(url);
  expect(status).toBe(500);
  expect(body).not.toContain('secret');
  expect(faults).toHaveLength(1);
});

test('says so where the port is taken', async () => {
  const { port } = await serving(() => hello);
  const again = serveLocally({ port, answer: async () => hello, onFault: () => {} });
  await expect(again).rejects.toMatchObject({ kind: 'port-taken' });
});
