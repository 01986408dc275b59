/**
 * The later stages in order, for one brief: select, compose, render, audit. The earlier ones, for the whole
 * project, are in `read-project.ts`.
 */
import { auditArtifacts, readyPdfAudit } from './audit/audit.ts';
import { compose } from './compose/compose.ts';
import { languagesOf, namedFor } from './compose/translate/languages.ts';
import { missingTranslations } from './compose/translate/missing.ts';
import { type Translated, translate } from './compose/translate/translate.ts';
import { loadLook } from './load/look.ts';
import { loadTemplate } from './load/template.ts';
import type { Aside } from './model/aside.ts';
import { environmentCodes } from './model/codes/environment.ts';
import { type Diagnostic, hasErrors, type Place } from './model/diagnostic.ts';
import type { Artifact, Composed, Format, Paper } from './model/document.ts';
import { contentOf } from './model/edition-content.ts';
import type { EditionFacts } from './model/edition-facts.ts';
import type { Host } from './model/host.ts';
import { lazy } from './model/lazy.ts';
import type { Marking } from './model/marking.ts';
import type { Memory } from './model/memory.ts';
import type { Outcome } from './model/outcome.ts';
import { placeOf } from './model/place.ts';
import { watchPrinting } from './model/printing.ts';
import { remember } from './model/remember.ts';
import { type TimeStage, untimed } from './model/stage-times.ts';
import type { Entry, Selected } from './model/stages.ts';
import { scalesIn } from './model/standards.ts';
import type { TemplateBundle } from './model/template.ts';
import type { Project } from './read-project.ts';
import { render } from './render/render.ts';
import { select } from './select/select.ts';

// The last stage works on all briefs at once, so it is called by whoever has them all.
export {
  type AuditCheck,
  auditFile,
  type PageViewer,
} from './audit/audit-file.ts';
export { discreet } from './audit/leak/discreet.ts';
export { withheldText } from './audit/leak/withheld.ts';
export { languagesOf } from './compose/translate/languages.ts';
export { readManifest } from './write/manifest.ts';
export type { DocumentFacts, RunFacts, SiteMaker } from './write/run-facts.ts';
export { type WrittenFile, writeArtifacts } from './write/write-artifacts.ts';

/** What to build of one brief. */
export interface BriefOptions {
  readonly formats: readonly Format[];
  readonly audience?: Marking | undefined;
  readonly paper?: Paper | undefined;
  /** Only this language is rendered; the others are composed, as the manifest names them. */
  readonly lang?: string | undefined;
  /** The brief's own language is all there is to be: nothing is made of the others, and nothing said. */
  readonly isOwnLanguageAlone?: boolean | undefined;
  /** What is made is handed out before it is audited: for a preview, never for what is released. */
  readonly isAuditLate?: boolean | undefined;
  /** For whoever compiles the same project again and again. */
  readonly memory?: Memory | undefined;
  /** The day to judge staleness by, `YYYY-MM-DD`. */
  readonly asOf?: string | undefined;
  /** Counts the time of each stage. */
  readonly time?: TimeStage | undefined;
  /** Finishes and audits PDFs in a thread of its own. */
  readonly aside?: Aside | undefined;
  /** The edition that this is, and what it says of the others. */
  readonly editionOf?: ((selected: Selected) => EditionFacts | undefined) | undefined;
}

/** One brief, built. */
export interface Built {
  readonly selected: Selected;
  readonly template: TemplateBundle;
  readonly document: Composed;
  /** The same in the other languages of the brief. */
  readonly translations: readonly Composed[];
  readonly artifacts: readonly Artifact[];
  /** What the audit has to say, where it was to be late; it is made when it is asked for. */
  readonly lateAudit: () => Promise<readonly Diagnostic[]>;
}

/**
 * project, brief → artifacts: select, compose, render, audit. `undefined` where a stage had errors. What
 * the machine lacks for one format (a browser, say) is reported and leaves the others whole.
 */
export async function compileBrief(
  host: Host,
  project: Project,
  brief: Entry<'brief'>,
  options: BriefOptions,
): Promise<Outcome<Built | undefined>> {
  const time = options.time ?? untimed;
  const selected = await time('select', async () =>
    select(project.resolved, brief, options.audience),
  );
  if (selected.value === undefined || hasErrors(selected.diagnostics)) {
    return { value: undefined, diagnostics: of(brief, selected.diagnostics) };
  }
  const built = await compileSelected(host, project, selected.value, options);
  return { ...built, diagnostics: [...of(brief, selected.diagnostics), ...built.diagnostics] };
}

/** What a selected brief needs of its project. */
export type Surroundings = Pick<Project, 'resolved' | 'standards'>;

/** Templates of a project that are sound, each read once. */
const templates = remember((_: Surroundings) => new Map<string, Outcome<TemplateBundle>>());

async function templateFor(
  host: Host,
  project: Surroundings,
  { name, place, memory }: { name: string; place: Place; memory: Memory | undefined },
): Promise<Outcome<TemplateBundle | undefined>> {
  const known = templates(project).get(name);
  if (known !== undefined) return known;
  const { value, diagnostics } = await loadTemplate(host, name, { place, memory });
  if (value !== undefined && diagnostics.length === 0) {
    templates(project).set(name, { value, diagnostics });
  }
  return { value, diagnostics };
}

/**
 * The later half: compose, render, audit, once for each language of the brief; the document that comes
 * back is the one in its own. An edition that was frozen goes in here.
 */
export async function compileSelected(
  host: Host,
  project: Surroundings,
  selected: Selected,
  options: BriefOptions,
): Promise<Outcome<Built | undefined>> {
  const { brief } = selected;
  const time = options.time ?? untimed;
  const said: Diagnostic[] = [];
  const passed = <T>({ value, diagnostics }: Outcome<T>): T | undefined => {
    said.push(...of(brief, diagnostics));
    return hasErrors(diagnostics.filter(isOfContent)) ? undefined : value;
  };
  const failed = (): Outcome<undefined> => ({ value: undefined, diagnostics: said });

  const place = placeOf(brief, ['template']);
  const named = { name: brief.data.template, place, memory: options.memory };
  const template = passed(await templateFor(host, project, named));
  if (template === undefined) return failed();
  const { own, others } = languagesOf(selected);
  const edition = options.editionOf?.(selected);
  const late: (() => ReturnType<typeof auditArtifacts>)[] = [];
  const lateAudit = async () => {
    const audits = await Promise.all(late.map((audit) => audit()));
    return of(
      brief,
      audits.flatMap(({ diagnostics }) => diagnostics),
    );
  };
  const inLanguage = async (spoken: Translated, lang: string) => {
    const composing = {
      template,
      scale: scalesIn(project.standards, selected.records).get(scaleName(selected)),
      citations: citationSettings(host, selected),
      sourceDateMs: host.clock.sourceDateMs,
      asOf: options.asOf,
      edition,
      memory: options.memory,
      tongues: lang === own ? undefined : { lang, own, untranslated: spoken.untranslated },
    };
    const composed = passed(await time('compose', () => compose(spoken.selected, composing)));
    if (composed === undefined) return undefined;
    said.push(...of(brief, missingTranslations(composed.tree, spoken.untranslated, lang)));
    const text = lang === own ? composed : namedFor(composed, lang);
    const look = await loadLook(host.shipped, template, text, { selected, paper: options.paper });
    const content = lazy(() => contentOf(selected, project.resolved, spoken.selected));
    const document: Composed = {
      ...text,
      look,
      // A page that is only looked at has no use for it.
      get graph() {
        return content();
      },
    };
    const isWanted = options.lang === undefined || options.lang === lang;
    const formats = isWanted ? options.formats : [];
    const watched = watchPrinting(host.printer);
    // While the browser prints, there is time to read what audits the PDF.
    if (options.aside === undefined && options.isAuditLate !== true)
      void watched.started.then(readyPdfAudit);
    const rendered = await time('render', () =>
      render(document, formats, { ...host, printer: watched.printer, aside: options.aside }),
    );
    said.push(...of(brief, rendered.diagnostics));
    const audit = () =>
      auditArtifacts(rendered.value, document, selected, project.resolved, options.aside);
    if (options.isAuditLate === true) {
      late.push(audit);
      return { document, artifacts: rendered.value };
    }
    const audited = await time('audit', audit);
    said.push(...of(brief, audited.diagnostics));
    return { document, artifacts: audited.value };
  };

  const first = await inLanguage({ selected, untranslated: [] }, own);
  if (first === undefined) return failed();
  const artifacts = [...first.artifacts];
  const translations: Composed[] = [];
  for (const lang of options.isOwnLanguageAlone === true ? [] : others) {
    const translated = await inLanguage(translate(selected, lang), lang);
    if (translated === undefined) return failed();
    artifacts.push(...translated.artifacts);
    translations.push(translated.document);
  }
  const { document } = first;
  const built = { selected, template, document, translations, artifacts, lateAudit };
  return { value: built, diagnostics: said };
}

/**
 * A composed brief → its page for a preview: it says where its words were written. It has not been
 * audited, so it is shown to whoever writes the brief and never released.
 */
export async function renderPreview(document: Composed): Promise<Outcome<string>> {
  const { htmlText } = await import('./render/html.ts');
  return htmlText(document, { origins: true });
}

function of(brief: Entry<'brief'>, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((one) => ({ ...one, brief: one.brief ?? brief.id }));
}

function isOfContent({ code }: Diagnostic): boolean {
  return !Object.hasOwn(environmentCodes, code);
}

function scaleName({ brief, records }: Selected): string {
  const [publisher] = records.publisher.values();
  return brief.data.scale ?? publisher?.data.defaults?.scale ?? 'phia';
}

function citationSettings({ shipped }: Host, { records, attachments }: Selected) {
  const [publisher] = records.publisher.values();
  const style = publisher?.data.defaults?.citations ?? 'notes';
  const own = attachments.bytes.get(style);
  return {
    style: own === undefined ? style : new TextDecoder().decode(own),
    readShipped: async (path: string) => new TextDecoder().decode(await shipped.read(path)),
  };
}
