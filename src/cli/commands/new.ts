/** `brief new`: asks what is needed and writes a brief that builds at once. */
import { type Arguments, type Command, isSet, projectOptions, textOf } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { openProject } from '../open-project.ts';
import { UsageError } from '../usage-error.ts';

export const newCommand: Command = {
  name: 'new',
  operands: '[id]',
  summary: 'begin a brief: a draft that builds at once',
  options: [
    ...projectOptions,
    { name: 'template', value: 'name', help: 'a folder of templates/' },
    { name: 'title', value: 'text', help: 'title; the id is made from it where none is given' },
    { name: 'author', value: 'id', isList: true, help: 'an author, by id; may be given again' },
    { name: 'yes', short: 'y', help: 'ask nothing; take what is usual' },
  ],
  examples: [
    ['brief new', 'asks for everything'],
    ['brief new quiet-outlet --template commentary --yes', 'asks nothing'],
  ],
  maxOperands: 1,
  async run(args, terminal) {
    const [{ host, project }, { writeNewBrief }] = await Promise.all([
      openProject(args),
      import('../../run/authoring/new-brief.ts'),
    ]);
    const given = givenIn(args);
    const asks = !isSet(args, 'yes') && terminal.isInteractive && process.stdin.isTTY === true;
    const known = asks ? await askForRest(given, host, project) : given;
    if (known === undefined) {
      terminal.error('given up: nothing was written');
      return exitStatus.usage;
    }
    const outcome = await writeNewBrief(host, project, known);
    if (outcome.kind === 'refused') throw new UsageError(outcome.problem, outcome.advice);
    terminal.print(outcome.path);
    const id = outcome.path.replace(/^.*\/|\.yaml$/g, '');
    terminal.error(`edit it, then run "brief ${id}"`);
    return exitStatus.clean;
  },
};

function givenIn(args: Arguments) {
  return {
    id: args.positionals[0],
    title: textOf(args, 'title'),
    template: textOf(args, 'template'),
    authors: textOf(args, 'author')?.split(','),
  };
}

type Given = ReturnType<typeof givenIn>;
type Opened = Awaited<ReturnType<typeof openProject>>;

/** Asks for what was not given; undefined where the person gave up. */
async function askForRest(
  given: Given,
  host: Opened['host'],
  project: Opened['project'],
): Promise<Given | undefined> {
  const [{ isCancel, multiselect, select, text }, { knownNames }, authoring, ids] =
    await Promise.all([
      import('@clack/prompts'),
      import('../../run/authoring/schema/known-names.ts'),
      import('../../run/authoring/new-brief.ts'),
      import('../../model/propose-id.ts'),
    ]);
  const names = await knownNames(host, project);
  const title =
    given.title ??
    (await text({
      message: 'Title',
      validate: (value = '') => (value.trim() === '' ? 'write at least a word' : undefined),
    }));
  if (isCancel(title)) return undefined;
  const taken = new Set(names.ids.brief.map(({ name }) => name));
  const proposal = ids.proposeId(title) ?? 'brief';
  const id =
    given.id ??
    (await text({
      message: 'Id (name of the file, and of the documents)',
      initialValue: freeId(proposal, taken),
      validate: (value = '') => {
        if (taken.has(value)) return 'there is a brief with this id; choose another one';
        return authoring.idFlaw(value)?.rule;
      },
    }));
  if (isCancel(id)) return undefined;
  const templates = names.templates.map(({ name }) => name);
  const options = templates.map(async (value) => {
    const needs = await authoring.needsOf(host, value);
    return needs.length === 0 ? { value } : { value, hint: `needs ${needs.join(', ')}` };
  });
  const template =
    given.template ??
    (await select({
      message: 'Template',
      options: await Promise.all(options),
      initialValue: authoring.defaultTemplate(templates),
    }));
  if (isCancel(template)) return undefined;
  const people = names.ids.person.map(({ name, label }) => ({
    value: name,
    label: label === '' ? name : label,
  }));
  const authors =
    given.authors ??
    (people.length === 0
      ? []
      : await multiselect({
          message: 'Authors (Enter alone: none)',
          options: people,
          required: false,
        }));
  return isCancel(authors) ? undefined : { title, id, template, authors };
}

/** `quiet-outlet` → itself, or `quiet-outlet-2` and so on where there is such a brief already. */
function freeId(proposal: string, taken: ReadonlySet<string>): string {
  let id = proposal;
  for (let number = 2; taken.has(id); number += 1) id = `${proposal}-${number}`;
  return id;
}
