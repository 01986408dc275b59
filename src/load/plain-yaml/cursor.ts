/** Where the quick reader stands in its text. It gives up, for the whole text, at the first thing it does not know. */

export const newline = 0x0a;
export const space = 0x20;
const hash = 0x23;

/** Held for one text. After a value, it stands at the next thing that is no blank line and no comment. */
export class Cursor {
  readonly text: string;
  at = 0;
  /** Column of what comes next, 0-based; -1 at the end. */
  column = 0;
  /** Where the last value ends, with the rest of its line. */
  lineEnd = 0;
  /** Column of the most indented comment since the last value, -1 for none, and where the comments end. */
  comment = -1;
  /** Blank lines since the last value. */
  blanks = 0;
  /** True where a comment stands on the last value's line. */
  isCut = false;
  isUnusual = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Not an error: somebody else will read the text. */
  giveUp(): undefined {
    this.isUnusual = true;
    this.at = this.text.length;
    this.column = -1;
    return undefined;
  }

  skipSpaces(): void {
    while (this.text.charCodeAt(this.at) === space) this.at += 1;
  }

  /** After a value: nothing may follow on its line but a comment. */
  endLine(): void {
    const { text } = this;
    this.skipSpaces();
    const code = text.charCodeAt(this.at);
    this.isCut = code === hash && text.charCodeAt(this.at - 1) === space;
    if (this.isCut) this.at = endOfLine(text, this.at);
    else if (code !== newline && this.at < text.length) return void this.giveUp();
    this.at = Math.min(this.at + 1, text.length);
    this.lineEnd = this.at;
    this.nextLine();
  }

  /** From the start of a line to what comes next. */
  nextLine(): void {
    const { text } = this;
    this.comment = -1;
    this.blanks = 0;
    for (let from = this.at; ; from = this.at) {
      this.skipSpaces();
      if (this.at >= text.length) {
        this.column = -1;
        return;
      }
      const code = text.charCodeAt(this.at);
      const column = this.at - from;
      if (code === hash) {
        this.comment = Math.max(this.comment, column);
        this.at = Math.min(endOfLine(text, this.at) + 1, text.length);
      } else if (code === newline) {
        this.blanks += 1;
        this.at += 1;
      } else {
        this.column = column;
        return;
      }
    }
  }
}

/** text, offset → offset of the line's end: of its newline, or of the text. */
export function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}
