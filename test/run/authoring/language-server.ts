/** The YAML language server as an editor starts it: a process of its own, spoken to over stdio. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A diagnostic of the server, as far as we look at it; lines count from 0. */
export interface ServerDiagnostic {
  readonly message: string;
  readonly range: {
    readonly start: { readonly line: number };
    readonly end: { readonly line: number };
  };
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

export interface LanguageServer {
  /** Opens a file of the project with this text → what the server says of it. */
  diagnose(path: string, text: string): Promise<readonly ServerDiagnostic[]>;
  /** Labels that are offered at a 0-based place of a file that is open. */
  complete(path: string, line: number, character: number): Promise<readonly string[]>;
  /** What is shown for a place of a file that is open. */
  hover(path: string, line: number, character: number): Promise<string>;
  stop(): void;
}

/** project's folder, value of `yaml.schemas` → a server that is ready. */
export async function startLanguageServer(
  folder: string,
  schemas: Readonly<Record<string, readonly string[]>>,
): Promise<LanguageServer> {
  const root = pathToFileURL(folder).href;
  const connection = connect((method, params) => {
    if (method !== 'workspace/configuration') return null;
    const yaml = { schemas, schemaStore: { enable: false }, validate: true, completion: true };
    const { items } = params as { readonly items: readonly { readonly section?: string }[] };
    return items.map(({ section }) => (section === 'yaml' ? yaml : {}));
  });
  await connection.ask('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'project' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } },
    },
  });
  const configured = connection.waitFor('workspace/configuration', () => true);
  connection.tell('initialized', {});
  await configured;
  const uriOf = (path: string) => `${root}/${path}`;
  const at = (path: string, line: number, character: number) => ({
    textDocument: { uri: uriOf(path) },
    position: { line, character },
  });
  return {
    diagnose: async (path, text) => {
      const uri = uriOf(path);
      const said = connection.waitFor(
        'textDocument/publishDiagnostics',
        (params) => (params as { readonly uri: string }).uri === uri,
      );
      connection.tell('textDocument/didOpen', {
        textDocument: { uri, languageId: 'yaml', version: 1, text },
      });
      return ((await said) as { readonly diagnostics: readonly ServerDiagnostic[] }).diagnostics;
    },
    complete: async (path, line, character) => {
      const found = await connection.ask('textDocument/completion', at(path, line, character));
      const { items } = found as { readonly items: readonly { readonly label: string }[] };
      return items.map(({ label }) => label);
    },
    hover: async (path, line, character) => {
      const found = await connection.ask('textDocument/hover', at(path, line, character));
      return JSON.stringify((found as { readonly contents: unknown } | null)?.contents ?? '');
    },
    stop: () => connection.stop(),
  };
}

/** Source: Language Server Protocol 3.17, Base Protocol. */
function connect(answer: (method: string, params: unknown) => unknown) {
  const server = spawn(process.execPath, [findServer(), '--stdio']);
  const waiting: {
    readonly isIt: (message: Message) => boolean;
    readonly give: (message: Message) => void;
  }[] = [];
  let nextId = 1;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  onMessage(server, (message) => {
    for (const one of waiting.filter(({ isIt }) => isIt(message))) {
      waiting.splice(waiting.indexOf(one), 1);
      one.give(message);
    }
    if (message.method !== undefined && message.id !== undefined) {
      send({ id: message.id, result: answer(message.method, message.params) });
    }
  });
  const wait = (isIt: (message: Message) => boolean) =>
    new Promise<Message>((give) => {
      waiting.push({ isIt, give });
    });
  return {
    tell: (method: string, params: unknown) => send({ method, params }),
    ask: async (method: string, params: unknown) => {
      const id = nextId++;
      const answered = wait((message) => message.id === id && message.method === undefined);
      send({ id, method, params });
      return (await answered).result;
    },
    waitFor: async (method: string, isIt: (params: unknown) => boolean) =>
      (await wait((message) => message.method === method && isIt(message.params))).params,
    stop: () => {
      server.kill();
    },
  };
}

function findServer(): string {
  const main = createRequire(import.meta.url).resolve('yaml-language-server');
  return join(dirname(main), '../../bin/yaml-language-server');
}

function onMessage(server: ChildProcessWithoutNullStreams, take: (message: Message) => void): void {
  let received = Buffer.alloc(0);
  server.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const head = received.indexOf('\r\n\r\n');
      if (head === -1) return;
      const length = Number(/Content-Length: (\d+)/.exec(received.toString('utf8', 0, head))?.[1]);
      const end = head + 4 + length;
      if (received.length < end) return;
      const message = JSON.parse(received.toString('utf8', head + 4, end)) as Message;
      received = received.subarray(end);
      take(message);
    }
  });
}
