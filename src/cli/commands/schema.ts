/** `brief schema`: tells the editor what may stand where. */
import { type Command, isSet, projectOptions, textOf } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { UsageError } from '../usage-error.ts';

const settingsPath = '.vscode/settings.json';

export const schemaCommand: Command = {
  name: 'schema',
  operands: '[file]',
  summary: 'tell your editor the fields and ids, for completion and squiggles',
  options: [
    ...projectOptions,
    { name: 'vscode', help: `put the settings into ${settingsPath}, keeping what is there` },
    { name: 'line', help: 'print the line to put on top of a file, for other editors' },
  ],
  examples: [
    ['brief schema --vscode', 'once; then install the extension "YAML" by Red Hat'],
    ['brief schema', 'again, when ids were added'],
    ['brief schema --line data/sources.yaml', 'the line that binds one file'],
  ],
  maxOperands: 1,
  async run(args, terminal) {
    const [{ createNodeHost }, { writeSchemas }, { bindSettings, modeLine, yamlSchemas }] =
      await Promise.all([
        import('../../host/node-host.ts'),
        import('../../run/authoring/schema/write-schemas.ts'),
        import('../../run/authoring/schema/bind-editor.ts'),
      ]);
    const host = await createNodeHost({ root: textOf(args, 'root') ?? '.' });
    const { paths, idCount, isComplete } = await writeSchemas(host);
    for (const path of paths) terminal.error(`wrote ${path}`);
    terminal.error(`${idCount} ids are known to your editor now`);
    if (!isComplete) {
      terminal.error('some files cannot be read, so unknown ids are not marked ("brief check")');
    }
    if (isSet(args, 'line')) {
      terminal.print(modeLine(args.positionals[0] ?? 'data/briefs/example.yaml'));
      return exitStatus.clean;
    }
    if (!isSet(args, 'vscode')) {
      terminal.print(JSON.stringify({ 'yaml.schemas': yamlSchemas }, undefined, 2));
      return exitStatus.clean;
    }
    const isThere = (await host.project.size(settingsPath)) !== undefined;
    const before = isThere ? new TextDecoder().decode(await host.project.read(settingsPath)) : '';
    const after = bindSettings(before);
    if (after === undefined) {
      const advice = 'mend it, or paste in what "brief schema" prints';
      throw new UsageError(`${settingsPath} cannot be read as JSON`, advice);
    }
    await host.project.write(settingsPath, new TextEncoder().encode(after));
    terminal.error(`${isThere ? 'changed' : 'wrote'} ${settingsPath}`);
    return exitStatus.clean;
  },
};
