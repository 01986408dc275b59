/** Puts a brief into the frame: the first time as a whole, later only what has changed. */
import { copyAttributes, morph } from './morph.ts';

/** Marks a stretch of text without touching the document. */
const highlight = '::highlight(passage) { background: #ffe27a; color: #15191c; }';

/** Document of the frame, whole HTML page → the frame shows it; scripts and metadata stay out. */
export function fill(frame: Document, html: string): void {
  // Parsed by the frame's own parser, whose policy lets a document have styles of its own.
  const { DOMParser: Parser } = (frame.defaultView ?? window) as typeof globalThis;
  const next = new Parser().parseFromString(html, 'text/html');
  copyAttributes(frame.documentElement, next.documentElement);
  frame.title = next.title;
  const sheets = [...next.querySelectorAll('style')].map((style) => style.textContent);
  const css = [...sheets, highlight].join('\n');
  const style =
    frame.head.querySelector('style') ?? frame.head.appendChild(frame.createElement('style'));
  // Parsing a style sheet with fonts in it costs more than all the rest.
  if (style.textContent !== css) style.textContent = css;
  morph(frame.body, next.body);
}
