/** The stream of what has changed. A new choice is a new stream. */
import type { BriefsMessage, ProblemsMessage, ViewMessage } from '../src/run/preview/messages.ts';

export interface Listener {
  onBriefs(message: BriefsMessage): void;
  onView(message: ViewMessage): void;
  onProblems(message: ProblemsMessage): void;
  /** The server has gone, or is there again. */
  onState(isConnected: boolean): void;
}

/** query of a choice, listener → what closes the stream. */
export function connect(query: URLSearchParams, listener: Listener): () => void {
  const stream = new EventSource(`events?${query}`);
  // The server sends what the types say: both are checked against the same declarations.
  const read = <T>(event: Event) => JSON.parse((event as MessageEvent<string>).data) as T;
  stream.addEventListener('briefs', (event) => listener.onBriefs(read<BriefsMessage>(event)));
  stream.addEventListener('view', (event) => listener.onView(read<ViewMessage>(event)));
  stream.addEventListener('problems', (event) => listener.onProblems(read<ProblemsMessage>(event)));
  stream.addEventListener('open', () => listener.onState(true));
  stream.addEventListener('error', () => listener.onState(false));
  return () => stream.close();
}
