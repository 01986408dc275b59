/** `brief add source`: puts a source into the data. */
import { basename, dirname, resolve } from 'node:path';
import { type Command, projectOptions, textOf } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { openProject } from '../open-project.ts';
import { UsageError } from '../usage-error.ts';

export const addCommand: Command = {
  name: 'add',
  operands: 'source <file, DOI or address>',
  summary: 'add a source from BibTeX, RIS, CSL-JSON, a DOI or an address',
  options: [
    ...projectOptions,
    { name: 'to', value: 'file', help: 'the data file (default: data/sources.yaml)' },
  ],
  examples: [
    ['brief add source export.bib', 'every reference in the file; also .ris and .json'],
    ['brief add source 10.1000/182', 'a record to fill in; nothing is looked up'],
    ['brief add source export.ris --to data/sources/un.yaml', 'into another file'],
  ],
  minOperands: 2,
  maxOperands: 2,
  async run(args, terminal) {
    const [what, operand = ''] = args.positionals;
    if (what !== 'source') {
      throw new UsageError(`"${what}" cannot be added`, 'write "brief add source <file>"');
    }
    const to = textOf(args, 'to') ?? 'data/sources.yaml';
    if (!/^data\/(?!briefs\/|editions\/).*\.ya?ml$/.test(to)) {
      throw new UsageError(`${to} is no file for sources`, 'name a .yaml file below data/');
    }
    const [{ host, project }, { addSource, referenceIn }] = await Promise.all([
      openProject(args),
      import('../../run/authoring/add-source/add-source.ts'),
    ]);
    const reference = referenceIn(operand) ?? (await readFile(operand));
    const added = await addSource(host, project, reference, to);
    if (added.kind === 'refused') throw new UsageError(added.problem, added.advice);
    for (const notice of added.notices) terminal.error(`notice: ${notice}`);
    for (const id of added.ids) terminal.print(id);
    terminal.error(`added to ${to}; cite it as [@${added.ids[0] ?? ''}, p. 3]`);
    return exitStatus.clean;
  },
};

/** The file may lie anywhere, such as among the downloads. */
async function readFile(path: string) {
  const { createNodeHost } = await import('../../host/node-host.ts');
  const { project } = await createNodeHost({ root: dirname(resolve(path)) });
  const text = new TextDecoder().decode(await project.read(basename(path)));
  return { kind: 'file', name: basename(path), text } as const;
}
