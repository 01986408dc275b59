/**
 * One open page: it is sent what it shows whenever that has changed, the page first and everything the
 * rules say afterwards. What could not be built leaves the last good version where it is.
 */
import type { Diagnostic } from '../../model/diagnostic.ts';
import { dedupe } from '../dedupe.ts';
import { briefLines } from './brief-lines.ts';
import { briefOf, type Desk, type Made, type Reading } from './desk.ts';
import type { BriefsMessage, ProblemsMessage, ViewChoice, ViewMessage } from './messages.ts';
import { problemViews } from './problems.ts';
import type { Pages } from './source-view.ts';
import type { SplitPage } from './split-page.ts';

export interface Reader {
  readonly choice: ViewChoice;
  /** The page as it is now, and what kept it from being made; `changedAtMs` is when that was due. */
  show(changedAtMs: number): Promise<void>;
  /** What the rules say, and the list of all briefs. */
  tell(): Promise<void>;
  /** The project as it was when the page was made that is shown. */
  pages(): Pages | undefined;
}

/** Sends one event of a stream. */
export type Send = (event: 'view' | 'problems' | 'briefs', message: object) => void;

/** desk, choice, way to send, clock → a reader that has been sent nothing yet. */
export function createReader(
  desk: Desk,
  choice: ViewChoice,
  sendAlways: Send,
  now: () => number,
): Reader {
  const send = onlyNews(sendAlways);
  let version = 0;
  let shown: (SplitPage & { readonly builtAtMs: number }) | undefined;
  // Places in a page are places in the files as they were when it was made.
  let pages: Pages | undefined;

  const sendProblems = async (made: Made<SplitPage>, judged?: readonly Diagnostic[]) => {
    const problems = await problemViews(about(choice, made, judged), made.reading.pages.locate);
    const message: ProblemsMessage = { problems, isComplete: judged !== undefined };
    send('problems', message);
  };

  const sendBriefs = ({ project, found, concern }: Reading, judged: readonly Diagnostic[] = []) => {
    const today = new Date(now()).toISOString().slice(0, 10);
    const [publisher] = project.resolved.records.publisher.values();
    const said = [...found, ...judged];
    const message: BriefsMessage = {
      publisher: publisher?.data.name ?? '',
      briefs: briefLines(project, said, concern, today),
    };
    send('briefs', message);
  };

  return {
    choice,
    pages: () => pages,
    show: async (changedAtMs) => {
      // A page that has just been opened shows the list, and chooses a brief from it.
      if (choice.brief === '') return sendBriefs(await desk.reading());
      const made = await desk.page(choice);
      const { value: page } = made;
      const before = shown;
      const isNew = page !== undefined && (page.html !== before?.html || page.css !== before.css);
      if (page !== undefined) pages = made.reading.pages;
      if (isNew) {
        shown = { ...page, builtAtMs: now() };
        version += 1;
      }
      const message: ViewMessage = {
        version,
        isCurrent: page !== undefined,
        builtAtMs: shown?.builtAtMs ?? now(),
        ...(isNew ? { html: page.html } : {}),
        ...(isNew && page.css !== before?.css ? { css: page.css } : {}),
        ...(isNew && version > 1 ? { tookMs: now() - changedAtMs } : {}),
      };
      send('view', message);
      await sendProblems(made);
    },
    tell: async () => {
      if (choice.brief === '') return;
      const made = await desk.page(choice);
      const judged = await made.reading.judged();
      // What has changed meanwhile is shown first, and the rules are asked again after that.
      if (judged === undefined) return;
      sendBriefs(made.reading, judged);
      const diagnostics = [...made.diagnostics, ...(await desk.saidInOthers(choice))];
      await sendProblems({ ...made, diagnostics }, judged);
    },
  };
}

/** What was said of a brief: of its records, while it was made and, if asked, by the rules. */
function about(
  { brief: id }: ViewChoice,
  { diagnostics, reading }: Made<SplitPage>,
  judged: readonly Diagnostic[] = [],
): readonly Diagnostic[] {
  const brief = briefOf(reading, id);
  const general = [...reading.found, ...judged];
  const own = brief === undefined ? [] : general.filter((one) => reading.concern(one, brief));
  return dedupe([...diagnostics, ...own]);
}

/** Passes over what says the same as the last message of its kind. */
function onlyNews(send: Send): Send {
  const latest = new Map<string, string>();
  return (event, message) => {
    const text = JSON.stringify(message);
    if (latest.get(event) === text) return;
    latest.set(event, text);
    send(event, message);
  };
}
