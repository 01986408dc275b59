/** DevTools messages over a pair of pipes: each message is JSON that a NUL byte ends. */
import type { Readable, Writable } from 'node:stream';

/** What puppeteer talks through; its `ConnectionTransport`, without importing puppeteer. */
export interface Transport {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

/** pipe to the browser, pipe from it → a transport; broken pipes end in `onclose`. */
export function createPipeTransport(toBrowser: Writable, fromBrowser: Readable): Transport {
  let isClosed = false;
  const transport: Transport = {
    send: (message) => {
      if (!isClosed) toBrowser.write(`${message}\0`);
    },
    close: () => {
      isClosed = true;
      toBrowser.destroy();
      fromBrowser.destroy();
    },
  };
  let pending: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, end)]).toString('utf8');
      pending = [];
      start = end + 1;
      // Each message has a turn of its own, so that what awaits one runs before the next is seen.
      setImmediate(() => transport.onmessage?.(message));
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  });
  fromBrowser.on('close', () => {
    isClosed = true;
    transport.onclose?.();
  });
  // A browser that dies breaks both pipes; its end is reported by the process itself.
  fromBrowser.on('error', () => {});
  toBrowser.on('error', () => {});
  return transport;
}
