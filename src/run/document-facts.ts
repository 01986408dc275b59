/** What the manifest says about a brief that was built: what it was made from, by hashes. */
import type { Built, DocumentFacts } from '../compile.ts';
import type { FontFace } from '../model/document.ts';
import { sha256 } from '../model/hash.ts';
import type { Marking } from '../model/marking.ts';
import { pathsNamedBy } from '../model/named-files.ts';
import { remember } from '../model/remember.ts';
import type { Kind } from '../model/schema/kinds.ts';
import { entryIn } from '../model/shown-edges.ts';
import type { LoadedFile, Ref } from '../model/stages.ts';
import type { TemplateBundle } from '../model/template.ts';
import type { Project } from '../read-project.ts';

/**
 * A built brief, its inputs → its facts. The manifest goes where the documents go, so only files are
 * named as inputs that hold, or are named by, a record that the audience may see.
 */
export function factsFrom(built: Built, inputs: DocumentFacts['inputs']): DocumentFacts {
  const { meta } = built.document;
  const documents = [built.document, ...built.translations];
  const fonts = documents.flatMap(({ look }) => look.fonts);
  return {
    id: meta.id,
    title: meta.title,
    marking: meta.marking,
    words: meta.words,
    readMinutes: meta.readMinutes,
    about: {
      issued: meta.issued,
      ...(meta.updated === undefined ? {} : { updated: meta.updated }),
      status: meta.status,
      tags: meta.keywords,
      versions: documents.map((one) => {
        const { lang, title, description, fileStem } = one.meta;
        return { lang, title, description, stem: fileStem };
      }),
    },
    inputs,
    resources: new Map([
      ['fonts', sha256([...new Set(fonts.map(hashOfFont))].join())],
      ['template', sha256(textsOf(built.template).join('\0'))],
    ]),
  };
}

/** What a document draws on, so that its inputs can be named again after a file has changed. Plain JSON. */
export interface Drawn {
  /** Label of the document. */
  readonly marking: Marking;
  readonly records: readonly Ref[];
  /** Files that these records name: path → hash of what the audience may see of it. */
  readonly named: Readonly<Record<string, string>>;
}

/** A built brief → what it draws on. */
export function drawnOn({ selected, document }: Built): Drawn {
  const records = Object.entries(document.graph).flatMap(([kind, byId]) =>
    Object.keys(byId ?? {}).map((id): Ref => `${kind as Kind}/${id}`),
  );
  const drawn = records.flatMap((ref) => entryIn(selected.records, ref) ?? []);
  const paths = pathsNamedBy(drawn);
  const named = [...selected.attachments.bytes].filter(([path]) => paths.has(path));
  return {
    marking: document.meta.marking,
    records,
    named: Object.fromEntries(named.map(([path, bytes]) => [path, sha256(bytes)])),
  };
}

/** What a document draws on, the project → the files that hold it now, and the files that are named there. */
export function inputsOf(
  { records, named }: Drawn,
  { loaded, resolved }: Pick<Project, 'loaded' | 'resolved'>,
): ReadonlyMap<string, string> {
  const drawn = records.flatMap((ref) => entryIn(resolved.records, ref) ?? []);
  const holding = new Set(drawn.map(({ file }) => file.path));
  const files = loaded.files.filter(({ path }) => holding.has(path));
  return new Map([
    ...files.map((file) => [file.path, hashOfText(file)] as const),
    ...Object.entries(named),
  ]);
}

const hashOfFont = remember(({ bytes }: FontFace) => sha256(bytes));

const hashOfText = remember(({ text }: LoadedFile) => sha256(text));

function textsOf({ main, partials, page, mail, screenCss, printCss }: TemplateBundle): string[] {
  const parts = [...partials].flatMap(([name, { text }]) => [name, text]);
  return [main.text, page.text, screenCss, printCss, mail.page.text, mail.css, ...parts];
}
