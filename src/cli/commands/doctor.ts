/** `brief doctor`: what this machine has and lacks, each with its remedy. */
import type { Command } from '../command.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  operands: '',
  summary: 'check the machine: node, browser, fonts, output folder',
  options: [],
  examples: [['brief doctor', 'when a PDF is missing, or before the first build']],
  maxOperands: 0,
  async run() {
    return 0;
  },
};
