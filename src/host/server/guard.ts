/**
 * Who may speak to a server on this machine. It listens on 127.0.0.1 alone, but every page in every
 * browser here can send requests to that, and so can every other user. So a request must name us as its
 * host (against DNS rebinding), must not come from another origin, and must know the token of this run.
 */
import { timingSafeEqual } from 'node:crypto';

/** The parts of a request that decide. */
export interface Knock {
  readonly method: string;
  /** As it stands in the request line: `/token/page?x=1`. */
  readonly target: string;
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly fetchSite?: string | undefined;
}

/** What the server knows of itself. */
export interface Door {
  readonly port: number;
  /** First part of every path. */
  readonly token: string;
}

/** A request that may come in, its path without the token (empty for the token alone); or why not. */
export type Admission =
  | { readonly path: string; readonly query: URLSearchParams }
  | { readonly status: 403 | 404 | 405; readonly reason: string };

/**
 * request, server → whether it may come in. Only GET and HEAD exist: nothing can be changed from here.
 * Source: Fetch Metadata Request Headers, "Sec-Fetch-Site"; a request that a person typed says `none`.
 */
export function admit(knock: Knock, { port, token }: Door): Admission {
  const { method, target, host, origin, fetchSite } = knock;
  const names = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (host === undefined || !names.includes(host)) {
    return { status: 403, reason: 'this server is not called that' };
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return { status: 403, reason: 'pages of other origins are not answered' };
  }
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') {
    return { status: 403, reason: 'pages of other sites are not answered' };
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return { status: 405, reason: 'nothing can be changed here' };
  }
  if (!target.startsWith('/') || target.startsWith('//')) {
    return { status: 404, reason: 'there is no such page' };
  }
  const url = new URL(target, `http://${host}`);
  const [, first = '', ...rest] = url.pathname.split('/');
  if (!isSame(first, token)) {
    return { status: 404, reason: 'open the whole address that the command has printed' };
  }
  const path = rest.map((part) => `/${part}`).join('');
  return { path, query: url.searchParams };
}

/** Takes as long for a near miss as for a far one. */
function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => new TextEncoder().encode(text));
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  return timingSafeEqual(one, other);
}
