/** What the manifest says about a brief that was built: what it was made from, by hashes. */
import type { Built, DocumentFacts, Project } from '../compile.ts';
import { sha256 } from '../model/hash.ts';
import type { Entry } from '../model/stages.ts';
import type { TemplateBundle } from '../model/template.ts';

/**
 * A built brief and its project → its facts. The manifest goes where the documents go, so only files
 * are named that hold, or are named by, a record that the audience may see.
 */
export function documentFacts(built: Built, project: Project): DocumentFacts {
  return factsFrom(built, inputsOf(built, project));
}

/** The same where the inputs are known already. */
export function factsFrom(built: Built, inputs: DocumentFacts['inputs']): DocumentFacts {
  const { meta, look } = built.document;
  return {
    id: meta.id,
    title: meta.title,
    marking: meta.marking,
    words: meta.words,
    readMinutes: meta.readMinutes,
    inputs,
    resources: new Map([
      ['fonts', sha256(look.fonts.map(({ bytes }) => sha256(bytes)).join())],
      ['template', sha256(textsOf(built.template).join('\0'))],
    ]),
  };
}

function inputsOf({ selected }: Built, { loaded }: Project): ReadonlyMap<string, string> {
  const visible = Object.values(selected.records).flatMap((byId: ReadonlyMap<string, Entry>) => [
    ...byId.values(),
  ]);
  const holding = new Set(visible.map(({ file }) => file.path));
  const files = loaded.files.filter(({ path }) => holding.has(path));
  const named = [...selected.attachments.bytes].filter(([path]) =>
    visible.some(({ leaves }) => leaves.some(({ value }) => value.includes(path))),
  );
  return new Map([
    ...files.map(({ path, text }) => [path, sha256(text)] as const),
    ...named.map(([path, bytes]) => [path, sha256(bytes)] as const),
  ]);
}

function textsOf({ main, partials, page, mail, screenCss, printCss }: TemplateBundle): string[] {
  const parts = [...partials].flatMap(([name, { text }]) => [name, text]);
  return [main.text, page.text, screenCss, printCss, mail.page.text, mail.css, ...parts];
}
