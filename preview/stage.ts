/** Where the brief is shown: as a page in a frame, as the browser's own view of a PDF, or as text. */
import type { ProblemView } from '../src/run/preview/messages.ts';
import { type Choice, queryOf } from './choice.ts';
import { part } from './elements.ts';
import { fill } from './fill.ts';
import { allPassages, type Passage, passageAt } from './passages.ts';

export interface Stage {
  /** Shows one of the three and hides the others. */
  choose(choice: Choice): void;
  /**
   * A new page, and its style sheet where that is another one; the reader's place in it stays, unless it
   * is another brief.
   */
  showPage(brief: string, html: string, css: string | undefined): void;
  /** Nothing can be shown. */
  clear(): void;
  /** Fetches the file anew, if the choice is for one; gives what keeps it from being made. */
  showFile(choice: Choice, version: number): Promise<readonly ProblemView[]>;
  /** What the audit says of the file that is shown. */
  auditFile(choice: Choice): Promise<readonly ProblemView[]>;
  /** Goes to the next passage (1) or the one before (-1). */
  step(by: 1 | -1): void;
}

/** What a reader does in the frame. */
export interface StageEvents {
  onPassage(passage: Passage | undefined): void;
}

/** → the stage of `page.html`, once its frame is there. */
export async function openStage({ onPassage }: StageEvents): Promise<Stage> {
  const page = part('page', HTMLIFrameElement);
  const paper = part('paper', HTMLIFrameElement);
  const markdown = part('markdown', HTMLPreElement);
  const frame = await documentOf(page);
  let shownBrief: string | undefined;
  let current: Passage | undefined;

  const point = (passage: Passage | undefined) => {
    current = passage;
    mark(frame, passage?.range);
    onPassage(passage);
  };
  const step = (by: 1 | -1) => {
    const passages = allPassages(frame);
    const at = passages.findIndex(
      ({ range }) => current !== undefined && isAfter(range, current.range),
    );
    const here = at === -1 ? passages.length : at;
    const next = current === undefined ? 0 : by === 1 ? here : here - 2;
    const passage = passages[Math.max(0, Math.min(next, passages.length - 1))];
    passage?.range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    point(passage);
  };
  frame.addEventListener('click', (event) => {
    const link = linkAround(event.target);
    if (link !== undefined) follow(frame, link, event);
    else point(passageAt(frame, event.clientX, event.clientY));
  });
  for (const one of [frame, document]) {
    one.addEventListener('keydown', (event) => {
      const { altKey, key } = event;
      if (!altKey || (key !== 'ArrowUp' && key !== 'ArrowDown')) return;
      event.preventDefault();
      step(key === 'ArrowDown' ? 1 : -1);
    });
  }

  return {
    step,
    choose: ({ as, theme }) => {
      page.hidden = as !== 'html';
      paper.hidden = as !== 'pdf';
      markdown.hidden = as !== 'md';
      document.documentElement.dataset.theme = theme;
    },
    showPage: (brief, html, css) => {
      fill(frame, html, css);
      if (brief !== shownBrief) frame.defaultView?.scrollTo({ top: 0, behavior: 'instant' });
      shownBrief = brief;
    },
    clear: () => {
      frame.body.replaceChildren();
      markdown.textContent = '';
      paper.removeAttribute('src');
    },
    showFile: async (choice, version) => {
      if (choice.as === 'html') return [];
      const address = `briefs/${choice.brief}.${choice.as}?${queryOf(choice)}&version=${version}`;
      // The server makes the file for this question and has it ready for the next.
      const response = await fetch(address);
      if (!response.ok) return problemsIn(response);
      if (choice.as === 'md') markdown.textContent = await response.text();
      else paper.src = address;
      return [];
    },
    auditFile: async (choice) => {
      if (choice.as === 'html') return [];
      return problemsIn(await fetch(`audits/${choice.brief}.${choice.as}?${queryOf(choice)}`));
    },
  };
}

async function problemsIn(response: Response): Promise<readonly ProblemView[]> {
  // The server sends what the type says: both are checked against the same declaration.
  return ((await response.json()) as { problems: readonly ProblemView[] }).problems;
}

async function documentOf(page: HTMLIFrameElement): Promise<Document> {
  const isThere = () =>
    page.contentDocument?.URL.endsWith('/frame') && page.contentDocument.readyState === 'complete';
  if (!isThere())
    await new Promise((resolve) => page.addEventListener('load', resolve, { once: true }));
  const { contentDocument } = page;
  if (contentDocument === null) throw new Error('the frame of the page could not be opened');
  return contentDocument;
}

/** Marks a stretch where the browser can do so without touching the document. */
function mark(frame: Document, range: Range | undefined): void {
  const view = frame.defaultView as (Window & typeof globalThis) | null;
  if (view === null || view.CSS.highlights === undefined) return;
  if (range === undefined) view.CSS.highlights.delete('passage');
  else view.CSS.highlights.set('passage', new view.Highlight(range));
}

function isAfter(one: Range, other: Range): boolean {
  return one.compareBoundaryPoints(Range.START_TO_START, other) > 0;
}

/** What has a use of its own when it is clicked. A click always hits an element. */
function linkAround(target: EventTarget | null): Element | undefined {
  return (target as Element | null)?.closest('a[href], summary') ?? undefined;
}

/** Inside the brief, links scroll; others open beside the preview. */
function follow(frame: Document, link: Element, event: Event): void {
  const href = link.getAttribute('href');
  if (href === null) return;
  event.preventDefault();
  if (href.startsWith('#'))
    frame.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView();
  else window.open(href, '_blank', 'noopener,noreferrer');
}
