/** Templates that were compiled when the package was built; the bundler puts them here. */

/** Key, see `specification.ts` → what Handlebars made of the template. None where sources are run. */
export const precompiled: ReadonlyMap<string, TemplateSpecification> = new Map();
