/** Puts a brief into the frame: the first time as a whole, later only what has changed. */
import { copyAttributes, morph } from './morph.ts';

/** Marks a stretch of text without touching the document. */
const highlight = '::highlight(passage) { background: #ffe27a; color: #15191c; }';

/**
 * Document of the frame, HTML page, its style sheet unless that stays → the frame shows it; scripts and
 * metadata stay out.
 */
export function fill(frame: Document, html: string, css: string | undefined): void {
  // Parsed by the frame's own parser, whose policy lets a document have styles of its own.
  const { DOMParser: Parser } = (frame.defaultView ?? window) as typeof globalThis;
  const next = new Parser().parseFromString(html, 'text/html');
  copyAttributes(frame.documentElement, next.documentElement);
  frame.title = next.title;
  // Parsing a style sheet with fonts in it costs more than all the rest.
  if (css !== undefined) styleOf(frame).textContent = `${css}\n${highlight}`;
  morph(frame.body, next.body);
}

function styleOf(frame: Document): Element {
  return frame.head.querySelector('style') ?? frame.head.appendChild(frame.createElement('style'));
}
