/**
 * A server for the person at this machine, on 127.0.0.1 and nowhere else. Node's own `http` does it: what
 * is served is a handful of pages that can only be read, and the lines that keep strangers out are to
 * be seen, not to be configured in a framework.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { HostError } from '../../model/host.ts';
import { type Admission, admit } from './guard.ts';

/** A request that was let in. */
export interface LocalRequest {
  /** Without the token: `/briefs/quiet-outlet.pdf`. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What is answered: a body, or a stream of events that lasts until one side ends it. */
export interface LocalResponse {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Begins to send; what it returns is called when the other side has gone. */
  readonly stream?: (send: (text: string) => void) => () => void;
}

export interface ServerOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly answer: (request: LocalRequest) => Promise<LocalResponse>;
  /** A mistake of ours while answering; the other side gets status 500. */
  readonly onFault: (error: unknown) => void;
}

export interface LocalServer {
  /** `http://127.0.0.1:4321/<token>/`. */
  readonly url: string;
  /** Ends streams, too. */
  close(): Promise<void>;
}

/** Headers of every answer: nothing is kept, guessed, framed or read by others. */
const commonHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** options → a server that listens. Throws `port-taken`. */
export async function serveLocally({ port, answer, onFault }: ServerOptions): Promise<LocalServer> {
  // 18 bytes are 144 bits: not to be guessed, and no longer in an address than need be.
  const token = randomBytes(18).toString('base64url');
  let boundPort = port;
  const server = createServer((request, response) => {
    const admission = admitted(request, { port: boundPort, token });
    if ('status' in admission) return refuse(response, admission);
    if (admission.path === '') return redirect(response, `/${token}/`);
    answer(admission)
      .then((answered) => reply(request, response, answered))
      .catch((error: unknown) => {
        onFault(error);
        refuse(response, {
          status: 500,
          reason: 'a fault of brief itself; the terminal says which',
        });
      });
  });
  boundPort = await listen(server, port);
  return {
    url: `http://127.0.0.1:${boundPort}/${token}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function admitted(
  { method = '', url = '', headers }: IncomingMessage,
  door: { port: number; token: string },
): Admission {
  const site = headers['sec-fetch-site'];
  return admit(
    {
      method,
      target: url,
      host: headers.host,
      origin: headers.origin,
      fetchSite: Array.isArray(site) ? site.join() : site,
    },
    door,
  );
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return address.port;
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error;
  const why = error.code === 'EACCES' ? 'may not be used' : 'is in use by another program';
  return new HostError('port-taken', `port ${port} ${why}`, { cause: error });
}

function reply(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status = 200, headers, body, stream }: LocalResponse,
): void {
  response.writeHead(status, { ...commonHeaders, ...headers });
  if (method === 'HEAD' || stream === undefined) {
    response.end(method === 'HEAD' ? undefined : body);
    return;
  }
  const end = stream((text) => response.write(text));
  response.once('close', end);
}

/** Addresses inside a page are relative, so its own must end in a slash. */
function redirect(response: ServerResponse, to: string): void {
  response.writeHead(308, { ...commonHeaders, Location: to });
  response.end();
}

function refuse(
  response: ServerResponse,
  { status, reason }: { status: number; reason: string },
): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const headers = { ...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8' };
  const allow = status === 405 ? { Allow: 'GET, HEAD' } : {};
  response.writeHead(status, { ...headers, ...allow });
  response.end(`${reason}\n`);
}
