import { expect, test } from 'vitest';
import { admit, type Knock } from '../../../src/host/server/guard.ts';

const door = { port: 4321, token: 'Zx81' };
const good: Knock = { method: 'GET', target: '/Zx81/source?at=1', host: '127.0.0.1:4321' };

test('lets in who names the host and knows the token', () => {
  const admission = admit(good, door);
  expect(admission).toMatchObject({ path: '/source' });
  expect('query' in admission && admission.query.get('at')).toBe('1');
  for (const same of [
    { host: 'localhost:4321' },
    { origin: 'http://127.0.0.1:4321', fetchSite: 'same-origin' },
    { fetchSite: 'none' },
    { method: 'HEAD' },
  ]) {
    expect(admit({ ...good, ...same }, door)).toMatchObject({ path: '/source' });
  }
});

test.each([
  ['a name that was bound to this address', { host: 'evil.example:4321' }, 403],
  ['another port of this machine', { host: '127.0.0.1:80' }, 403],
  ['no host', { host: undefined }, 403],
  ['a page of another origin', { origin: 'https://evil.example' }, 403],
  ['a sandboxed page', { origin: 'null' }, 403],
  ['the other name of this machine', { origin: 'http://localhost:4321' }, 403],
  ['a picture in a page of another site', { fetchSite: 'cross-site' }, 403],
  ['a page of another port', { fetchSite: 'same-site' }, 403],
  ['a change', { method: 'POST' }, 405],
  ['a question before a request', { method: 'OPTIONS' }, 405],
  ['a wrong token', { target: '/Zx82/source' }, 404],
  ['the beginning of the token', { target: '/Zx8/source' }, 404],
  ['no token', { target: '/source' }, 404],
  ['a whole address', { target: 'http://evil.example/Zx81/source' }, 404],
  ['an address of another host', { target: '//evil.example/Zx81/source' }, 404],
  ['a way out of the token’s folder', { target: '/Zx81/../source' }, 404],
  ['the same, encoded', { target: '/Zx81/%2e%2e/source' }, 404],
])('refuses %s', (_what, given, status) => {
  expect(admit({ ...good, ...given }, door)).toMatchObject({ status });
});
