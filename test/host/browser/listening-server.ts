/** A server on this machine that remembers what it was asked, and every connection that was made. */
import { createServer } from 'node:http';

export interface ListeningServer extends AsyncDisposable {
  readonly address: string;
  /** Paths asked for, and `connection` for a connection without a question. */
  seen(): readonly string[];
}

export async function startListeningServer(): Promise<ListeningServer> {
  const paths = new Set<string>();
  let connections = 0;
  const server = createServer((request, response) => {
    paths.add(nameIn(request.url));
    response.setHeader('access-control-allow-origin', '*');
    response.end('x');
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.on('upgrade', (request, socket) => {
    paths.add(nameIn(request.url));
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port');
  return {
    address: `127.0.0.1:${bound.port}`,
    seen: () => (paths.size === 0 && connections > 0 ? ['connection'] : [...paths].sort()),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** `/form?field=1` → `form` */
function nameIn(url: string | undefined): string {
  return new URL(url ?? '', 'http://here').pathname.slice(1);
}
