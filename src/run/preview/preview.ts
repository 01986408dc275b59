/** The preview: answers the requests of its page, and tells every open page what has changed. */
import { randomBytes } from 'node:crypto';
import type { FileChange } from '../../host/files/watch-files.ts';
import type { LocalRequest, LocalResponse } from '../../host/server/serve-locally.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { formats } from '../../model/formats.ts';
import type { Host } from '../../model/host.ts';
import { openSession } from '../watch/session.ts';
import { readChoice } from './choice.ts';
import { createDesk } from './desk.ts';
import { emptyFrame } from './frame.ts';
import { createPageFiles } from './page-files.ts';
import { problemViews } from './problems.ts';
import { createReaders } from './readers.ts';
import { sourceView } from './source-view.ts';

export interface PreviewOptions {
  /** Address that opens an editor; see `editorTemplate`. */
  readonly editor: string;
  /** Called with a mistake of ours that met nobody's request. */
  readonly onFault: (error: unknown) => void;
}

export interface Preview {
  answer(request: LocalRequest): Promise<LocalResponse>;
  onChange(changes: readonly FileChange[]): void;
  /** Something may have changed. */
  onStir(): void;
  /** Files of the project that were asked for, for whoever watches. */
  asked(): Iterable<string>;
  close(): void;
}

/** host, options → a preview that has read nothing yet. */
export function createPreview(host: Host, { editor, onFault }: PreviewOptions): Preview {
  const session = openSession(host);
  const desk = createDesk(session, editor);
  const readers = createReaders(desk, () => host.clock.now(), onFault);
  const pageFiles = createPageFiles(session.host.shipped);

  const events = (query: URLSearchParams): LocalResponse => ({
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8' },
    stream: (write) =>
      readers.add(readChoice(query), (event, message) =>
        write(`event: ${event}\ndata: ${JSON.stringify(message)}\n\n`),
      ),
  });

  const source = async (query: URLSearchParams): Promise<LocalResponse> => {
    const choice = readChoice(query);
    const pages = readers.find(choice)?.pages() ?? (await desk.reading()).pages;
    const pointed = { text: query.get('text') ?? '', offset: Number(query.get('offset') ?? 0) };
    const view = sourceView(pages, query.get('at') ?? '', pointed);
    return view === undefined ? nothing : json(view);
  };

  /** `/briefs/<brief>.<format>` is the file itself, `/audits/…` what the audit says of it. */
  const file = async (path: string, query: URLSearchParams): Promise<LocalResponse> => {
    const [, folder, brief = '', ending] =
      /^\/(briefs|audits)\/([a-z][a-z0-9-]*)\.([a-z]+)$/.exec(path) ?? [];
    const format = formats.find((one) => one === ending);
    if (format === undefined) return nothing;
    const { value, diagnostics, reading } = await desk.file(
      { ...readChoice(query), brief },
      format,
    );
    const problems = async (found: readonly Diagnostic[]) => ({
      problems: await problemViews(found, reading.pages.locate),
    });
    // The request was understood, and the data are in no state to answer it.
    if (value === undefined) return json(await problems(diagnostics), 409);
    if (folder === 'audits') return json(await problems(await value.audit()));
    const { mediaType, name, bytes } = value.artifact;
    const headers = {
      'Content-Type': mediaType,
      'Content-Disposition': `inline; filename="${name}"`,
    };
    return { headers, body: bytes };
  };

  return {
    answer: async ({ path, query }) => {
      if (path === '/events') return events(query);
      if (path === '/source') return source(query);
      if (path === '/frame') return emptyFrame;
      if (/^\/(?:briefs|audits)\//.test(path)) return file(path, query);
      return (await pageFiles(path, randomBytes(16).toString('base64'))) ?? nothing;
    },
    onChange: (changes) => {
      session.forget(changes);
      desk.clear();
      readers.update();
    },
    onStir: desk.stir,
    asked: session.asked,
    close: readers.close,
  };
}

const nothing: LocalResponse = {
  status: 404,
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  body: 'there is no such page\n',
};

function json(value: object, status = 200): LocalResponse {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  return { status, headers, body: JSON.stringify(value) };
}
