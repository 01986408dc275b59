/** The list of briefs, each with its state. */
import type { BriefLine, BriefsMessage } from '../src/run/preview/messages.ts';
import { type Choice, writeChoice } from './choice.ts';
import { element, part } from './elements.ts';

/** Shows the list; the brief that is shown is marked as the current one. */
export function showBriefs({ briefs, publisher }: BriefsMessage, choice: Choice): void {
  part('publisher', HTMLElement).textContent = publisher;
  const list = part('briefs', HTMLElement);
  // The list is made anew, and whoever stands in it with the keyboard is put back.
  const focused = document.activeElement?.getAttribute('data-brief');
  list.replaceChildren(...briefs.map((brief) => element('li', {}, entry(brief, choice))));
  if (focused) list.querySelector<HTMLElement>(`[data-brief="${CSS.escape(focused)}"]`)?.focus();
}

function entry(brief: BriefLine, choice: Choice): HTMLElement {
  const { id, title, status, marking, issued } = brief;
  return element(
    'a',
    {
      href: writeChoice({ ...choice, brief: id }),
      'data-brief': id,
      'aria-current': id === choice.brief ? 'page' : undefined,
    },
    element('span', { class: 'title' }, title),
    element('span', { class: 'facts' }, `${issued} · ${status} · ${marking}`),
    ...counts(brief),
  );
}

function counts({ errors, warnings, stale }: BriefLine): readonly HTMLElement[] {
  const count = (number: number, noun: string, className: string) =>
    number === 0 ? [] : [element('span', { class: className }, `${number} ${noun}`)];
  return [
    ...count(errors, errors === 1 ? 'error' : 'errors', 'count error'),
    ...count(warnings, warnings === 1 ? 'warning' : 'warnings', 'count warning'),
    ...count(stale, 'due for review', 'count stale'),
  ];
}
