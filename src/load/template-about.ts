/** `template.yaml`: what a template says of itself. All of it may be left out; none of it may be wrong. */
import { type Diagnostic, diagnose } from '../model/diagnostic.ts';
import { suggest } from '../model/did-you-mean.ts';
import type { TemplateFile } from '../model/document.ts';
import { clean, type Outcome } from '../model/outcome.ts';
import { schemas } from '../model/schema/kinds.ts';
import type { LoadedFile } from '../model/stages.ts';
import { loadFile } from './load.ts';

/** Title for lists, and the fields of a brief without which there is nothing to print. */
export interface TemplateAbout {
  readonly title?: string;
  readonly needs?: readonly string[];
}

const fields = ['title', 'needs'];

/** the file, where there is one → what it says; reports it like any other file of YAML. */
export function readAbout(file: TemplateFile | undefined): Outcome<TemplateAbout> {
  if (file === undefined || file.text.trim() === '') return clean({});
  const { value: loaded, diagnostics: said } = loadFile(
    file.path,
    new TextEncoder().encode(file.text),
  );
  if (loaded === undefined) return { value: {}, diagnostics: said };
  // The loader lets nothing pass whose root is no group of fields.
  const { title, needs, ...others } = loaded.value as Record<string, unknown>;
  const unknown = Object.keys(others).map((field) => unknownField(loaded, field));
  const diagnostics: Diagnostic[] = [...said, ...unknown];
  const about: { title?: string; needs?: readonly string[] } = {};
  if (typeof title === 'string') about.title = title;
  else if (title !== undefined) diagnostics.push(wrongType(loaded, 'title', 'text'));
  const names = Array.isArray(needs) ? needs.filter((one) => typeof one === 'string') : undefined;
  if (names !== undefined && names.length === (needs as unknown[]).length) {
    about.needs = names;
    diagnostics.push(...unknownNeeds(loaded, names));
  } else if (needs !== undefined) {
    diagnostics.push(wrongType(loaded, 'needs', 'a list of fields of a brief'));
  }
  return { value: about, diagnostics };
}

function unknownField(file: LoadedFile, field: string): Diagnostic {
  const hint = suggest(field, fields);
  const place = { span: file.locateKey([field]), ...(hint === undefined ? {} : { hint }) };
  return diagnose('field-unknown', { field, owner: 'a template' }, place);
}

function wrongType(file: LoadedFile, field: string, expected: string): Diagnostic {
  const slots = { field, expected, found: 'something else' };
  return diagnose('field-type', slots, { span: file.locate([field]) });
}

function unknownNeeds(file: LoadedFile, names: readonly string[]): Diagnostic[] {
  const known = Object.keys(schemas.brief.shape);
  return names.flatMap((field, index) => {
    if (known.includes(field)) return [];
    const hint = suggest(field, known);
    const place = { span: file.locate(['needs', index]), ...(hint === undefined ? {} : { hint }) };
    return [diagnose('field-unknown', { field, owner: 'a brief' }, place)];
  });
}
