/**
 * How an editor learns which schema a file follows: a line at the top of the file, or settings of
 * Visual Studio Code. Source: the settings of redhat.vscode-yaml, `yaml.schemas`.
 */
import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
import { schemaPaths } from './write-schemas.ts';

/** Schema → the files that follow it. `!` takes files out again. */
export const yamlSchemas: Readonly<Record<string, readonly string[]>> = {
  [schemaPaths.brief]: ['data/briefs/**/*.yaml', 'data/briefs/**/*.yml'],
  [schemaPaths.data]: ['data/**/*.yaml', 'data/**/*.yml', '!data/briefs/**', '!data/editions/**'],
};

/** Path of a data file → the line that binds it, for any editor with the YAML language server. */
export function modeLine(path: string): string {
  const schema = path.startsWith('data/briefs/') ? schemaPaths.brief : schemaPaths.data;
  const up = '../'.repeat(path.split('/').length - 1);
  return `# yaml-language-server: $schema=${up}${schema}`;
}

/**
 * text of `.vscode/settings.json` (empty where there is none) → the same with our two rows; everything
 * else, comments included, stays as it is. `undefined` where the text is no JSON.
 */
export function bindSettings(text: string): string | undefined {
  const problems: ParseError[] = [];
  const start = text.trim() === '' ? '{}\n' : text;
  const value: unknown = parse(start, problems, { allowTrailingComma: true });
  if (problems.length > 0 || typeof value !== 'object' || value === null) return undefined;
  return Object.entries(yamlSchemas).reduce((settings, [schema, files]) => {
    const edits = modify(settings, ['yaml.schemas', schema], files, {
      formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' },
    });
    return applyEdits(settings, edits);
  }, start);
}
