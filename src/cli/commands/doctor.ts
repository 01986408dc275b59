/** `brief doctor`: what this machine has and lacks, each with its remedy. */
import { join } from 'node:path';
import { type Command, formatOption, formOf, projectOptions, textOf } from '../command.ts';
import { exitStatus } from '../exit-status.ts';
import { watchInterrupts } from '../interrupt.ts';
import { examinationLines } from '../print/examination.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  operands: '',
  summary: 'look at this machine: node, browser, fonts, output folder',
  options: [
    ...projectOptions,
    { name: 'out', value: 'folder', help: 'the output folder to try (default: output/)' },
    formatOption,
  ],
  examples: [
    ['brief doctor', 'before the first build, or when a PDF is missing'],
    ['brief doctor --format json', 'for other programs'],
  ],
  maxOperands: 0,
  async run(args, terminal) {
    const isJson = formOf(args) === 'json';
    const [{ createNodeHost }, { examine }] = await Promise.all([
      import('../../host/node-host.ts'),
      import('../../run/doctor/examine.ts'),
    ]);
    const root = textOf(args, 'root') ?? '.';
    const output = textOf(args, 'out') ?? join(root, 'output');
    const onNotice = (message: string) => terminal.status(message);
    const host = await createNodeHost({ root, output, printer: { onNotice } });
    const interrupts = watchInterrupts(terminal);
    try {
      terminal.status('trying the browser');
      const { version, platform, arch } = process;
      const runtime = { version: version.slice(1), platform, architecture: arch };
      const observations = await examine(host, runtime);
      terminal.status(undefined);
      if (isJson)
        terminal.print(JSON.stringify({ version: host.version, observations }, undefined, 2));
      else
        for (const line of examinationLines(host.version, observations, terminal))
          terminal.print(line);
      const isLacking = observations.some(({ state }) => state === 'failed');
      return isLacking ? exitStatus.environment : exitStatus.clean;
    } finally {
      terminal.status(undefined);
      interrupts.release();
      await host.close();
    }
  },
};
