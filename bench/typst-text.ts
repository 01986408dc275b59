/** A brief's Markdown as Typst takes it, so that Typst sets the same words. */

/** Markdown of a brief → Typst. Front matter is dropped; notes stand where they are called. */
export function typstOf(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '');
  const notes = new Map(
    [...body.matchAll(/^\[\^(\w+)\]: (.*)$/gm)].map(([, label = '', text = '']) => [label, text]),
  );
  const lines = body
    .replace(/^\[\^\w+\]: .*$/gm, '')
    .split('\n')
    .map((line) => {
      const heading = /^(#+) (.*)$/.exec(line);
      if (heading !== null)
        return `${'='.repeat(heading[1]?.length ?? 1)} ${inline(heading[2] ?? '')}`;
      const item = /^(\s*)(?:\d+\.|[-*]) (.*)$/.exec(line);
      if (item !== null) return `${item[1]}- ${inline(item[2] ?? '')}`;
      return inline(line);
    });
  return lines.join('\n').replace(/\[\^(\w+)\]/g, (_, label: string) => {
    return `#footnote[${inline(notes.get(label) ?? '')}]`;
  });
}

function inline(text: string): string {
  return text
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/\[([^\]^]*)\]\([^)]*\)/g, '$1')
    .replace(/([#$@<>_`])/g, '\\$1')
    .replace(/\*\*(.+?)\*\*/g, '§$1§')
    .replaceAll('*', '\\*')
    .replaceAll('§', '*');
}
