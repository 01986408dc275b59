/** A file of references, as reference managers export them → items of CSL-JSON. */

/** The forms that are understood. */
export type ReferenceForm = 'bibtex' | 'ris' | 'csl';

/** An item of CSL-JSON, nothing of it checked. */
export type LooseItem = Readonly<Record<string, unknown>>;

/** file name, text → its form, by the text where the name does not say; undefined where none fits. */
export function formOf(name: string, text: string): ReferenceForm | undefined {
  if (/\.bib(tex)?$/i.test(name)) return 'bibtex';
  if (/\.ris$/i.test(name)) return 'ris';
  if (/\.json$/i.test(name)) return 'csl';
  if (/^TY {2}- /m.test(text)) return 'ris';
  if (/^\s*@\w+\s*[{(]/m.test(text)) return 'bibtex';
  return /^\s*[[{]/.test(text) ? 'csl' : undefined;
}

/** text, its form → items, or undefined where the text does not hold to the form. No network is used. */
export async function readReferences(
  text: string,
  form: ReferenceForm,
): Promise<readonly LooseItem[] | undefined> {
  try {
    const parsed: unknown = form === 'csl' ? JSON.parse(text) : await parseWithPlugin(text, form);
    const items: readonly unknown[] = Array.isArray(parsed) ? parsed : [parsed];
    return items.filter((item): item is LooseItem => typeof item === 'object' && item !== null);
  } catch {
    // The parsers throw errors of many kinds, none with a place; the text does not hold to its form.
    return undefined;
  }
}

/** Imported here: no other command needs them. */
async function parseWithPlugin(text: string, form: 'bibtex' | 'ris'): Promise<unknown> {
  const { plugins } = await import('@citation-js/core');
  if (form === 'bibtex') await import('@citation-js/plugin-bibtex');
  else await import('@citation-js/plugin-ris');
  const forceType = form === 'bibtex' ? '@bibtex/text' : '@ris/file';
  return plugins.input.chain(text, {
    forceType,
    generateGraph: false,
    // The defaults of the package, which its types ask for.
    maxChainLength: 10,
    strict: true,
    target: '@csl/list+object',
  });
}
