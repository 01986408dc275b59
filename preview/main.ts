/** The page of the preview: what the server sends is shown, what the reader chooses is asked for. */
import type {
  BriefsMessage,
  ProblemsMessage,
  ProblemView,
  ViewMessage,
} from '../src/run/preview/messages.ts';
import { showBriefs } from './brief-list.ts';
import { type Choice, queryOf, readChoice, writeChoice } from './choice.ts';
import { connect } from './connection.ts';
import { part } from './elements.ts';
import { problemItem } from './problem-list.ts';
import { showSource } from './source-panel.ts';
import { openStage } from './stage.ts';

let choice = readChoice(location.hash);
let briefs: BriefsMessage | undefined;
let view: ViewMessage | undefined;
let problems: readonly ProblemView[] = [];
let fileProblems: readonly ProblemView[] = [];
let asking = new AbortController();
let disconnect = () => {};

const toolbar = part('toolbar', HTMLFormElement);
const stage = await openStage({
  onPassage: (passage) => {
    asking.abort();
    asking = new AbortController();
    void showSource(choice, passage, asking.signal);
  },
});

function listen(): void {
  disconnect();
  disconnect = connect(queryOf(choice), { onBriefs, onView, onProblems, onState });
}

function onBriefs(message: BriefsMessage): void {
  briefs = message;
  const [first] = message.briefs;
  if (choice.brief === '' && first !== undefined) choose({ ...choice, brief: first.id });
  else showBriefs(message, choice);
  document.title = titleOf(choice.brief);
}

function onView(message: ViewMessage): void {
  view = message;
  if (message.html !== undefined) stage.showPage(choice.brief, message.html, message.css);
  // Nothing of this choice was ever built: what another one has left must not stand for it.
  if (message.version === 0) stage.clear();
  if (message.isCurrent) void refreshFile();
  showState();
  showTrouble();
}

function onProblems({ problems: all, isComplete }: ProblemsMessage): void {
  // Before the rules have looked, nothing is known of warnings: those that are shown stay.
  const warnings = (isComplete ? all : problems).filter(({ severity }) => severity !== 'error');
  problems = [...all.filter(({ severity }) => severity === 'error'), ...warnings];
  showTrouble();
  part('warnings-part', HTMLElement).hidden = warnings.length === 0;
  part('warnings', HTMLElement).replaceChildren(...warnings.map(problemItem));
}

function onState(isConnected: boolean): void {
  document.documentElement.dataset.connected = String(isConnected);
  if (isConnected) showState();
  else
    part('state', HTMLElement).textContent =
      'The preview has ended: start it again in the terminal.';
}

async function refreshFile(): Promise<void> {
  const asked = choice;
  const version = view?.version ?? 0;
  const isMeant = () => asked === choice && version === (view?.version ?? 0);
  const found = await stage.showFile(choice, version).catch(() => []);
  if (!isMeant()) return;
  fileProblems = found;
  showTrouble();
  if (found.length > 0) return;
  // The file is shown first; what the audit finds in it is said once it has looked.
  const audited = await stage.auditFile(choice).catch(() => []);
  if (!isMeant()) return;
  fileProblems = audited;
  showTrouble();
}

function showState(): void {
  if (view === undefined) return;
  const { version, builtAtMs, isCurrent, tookMs } = view;
  const time = new Date(builtAtMs).toLocaleTimeString();
  const took = tookMs === undefined ? '' : `, in ${tookMs} ms`;
  part('state', HTMLElement).textContent =
    version === 0 ? '' : isCurrent ? `Updated ${time}${took}` : `As of ${time}`;
}

/** The panel above the brief: what keeps it from being built, or from being shown to this audience. */
function showTrouble(): void {
  const all = [...problems, ...fileProblems];
  const errors = all.filter(({ severity }) => severity === 'error');
  const isStopped = view?.isCurrent === false;
  const shown = errors.length === 0 && isStopped ? all : errors;
  part('trouble', HTMLElement).hidden = shown.length === 0;
  const count = errors.length === 1 ? '1 error' : `${errors.length} errors`;
  part('trouble-title', HTMLElement).textContent =
    errors.length > 0 ? `${count}: this brief cannot be built` : 'There is nothing to show';
  part('trouble-note', HTMLElement).textContent = noteOn(isStopped);
  part('errors', HTMLElement).replaceChildren(...shown.map(problemItem));
}

function noteOn(isStopped: boolean): string {
  if (!isStopped) return 'Below is the brief as it stands; it would not be released.';
  return view?.version === 0 ? '' : 'Below is the last version that could be built.';
}

/** Shows something else; another brief, audience or paper is asked of the server. */
function choose(next: Choice): void {
  const isOther = String(queryOf(next)) !== String(queryOf(choice));
  const isOtherForm = next.as !== choice.as;
  choice = next;
  history.replaceState(undefined, '', writeChoice(choice));
  stage.choose(choice);
  fillToolbar();
  if (briefs !== undefined) showBriefs(briefs, choice);
  document.title = titleOf(choice.brief);
  if (isOther) listen();
  else if (isOtherForm) void refreshFile();
}

function titleOf(id: string): string {
  const title = briefs?.briefs.find((brief) => brief.id === id)?.title ?? id;
  return title === '' ? 'Preview' : `${title} – Preview`;
}

function fillToolbar(): void {
  for (const name of ['as', 'audience', 'paper', 'theme'] as const) {
    const field = toolbar.elements.namedItem(name);
    if (field instanceof HTMLSelectElement || field instanceof RadioNodeList)
      field.value = choice[name];
  }
}

toolbar.addEventListener('change', () => {
  const given = new URLSearchParams(
    [...new FormData(toolbar)].map(([key, value]) => [key, String(value)]),
  );
  given.set('brief', choice.brief);
  choose(readChoice(String(given)));
});
toolbar.addEventListener('submit', (event) => event.preventDefault());
window.addEventListener('hashchange', () => choose(readChoice(location.hash)));
part('previous', HTMLButtonElement).addEventListener('click', () => stage.step(-1));
part('next', HTMLButtonElement).addEventListener('click', () => stage.step(1));

stage.choose(choice);
fillToolbar();
listen();
