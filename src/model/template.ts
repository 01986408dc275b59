/** A template folder, read into memory. */
import type { MailLook, TemplateFile } from './document.ts';

/** What a template says of itself, and its files. */
export interface TemplateBundle {
  readonly name: string;
  readonly title: string;
  /** Fields of a brief without which this template has nothing to print. */
  readonly needs: readonly string[];
  /** `brief.md.hbs`. */
  readonly main: TemplateFile;
  /** Name → partial: the template's own, then those in `templates/shared/partials/`. */
  readonly partials: ReadonlyMap<string, TemplateFile>;
  /** `page.html.hbs`: the page around the brief. */
  readonly page: TemplateFile;
  /** `email.html.hbs` and `email.css`. */
  readonly mail: MailLook;
  readonly screenCss: string;
  readonly printCss: string;
}
