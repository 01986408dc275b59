/** Problems as the terminal prints them: what, where, the line with the place marked, the way out. */
import type { Frame, ProblemView, Where } from '../src/run/preview/messages.ts';
import { element } from './elements.ts';

/** problem → a list item. */
export function problemItem(problem: ProblemView): HTMLElement {
  const { code, message, hint, path, where, frame, related } = problem;
  return element(
    'li',
    {},
    element('p', { class: 'message' }, message, ' ', element('code', {}, code)),
    where &&
      element(
        'p',
        { class: 'where' },
        placeLink(where),
        path === undefined ? undefined : ` ${path}`,
      ),
    frame && frameOf(frame),
    ...related.map(({ message: says, where: at }) =>
      element('p', { class: 'note' }, `${says}: `, at && placeLink(at)),
    ),
    hint === undefined ? undefined : element('p', { class: 'hint' }, hint),
  );
}

/** A place, as a link that opens the editor there. */
export function placeLink({ file, line, column, href }: Where): HTMLElement {
  return element('a', { href }, `${file}:${line}:${column}`);
}

function frameOf({ line, text, start, length }: Frame): HTMLElement {
  return element(
    'pre',
    { class: 'frame' },
    element('span', { class: 'line' }, `${line} `),
    text.slice(0, start),
    element('mark', {}, text.slice(start, start + length) || ' '),
    text.slice(start + length),
  );
}
