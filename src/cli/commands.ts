/** The table of commands. A new one is one file in `commands/` and one row here. */
import type { Command } from './command.ts';
import { addCommand } from './commands/add.ts';
import { auditCommand } from './commands/audit.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { doctorCommand } from './commands/doctor.ts';
import { diffCommand, releaseCommand, verifyCommand } from './commands/editions.ts';
import { fmtCommand } from './commands/fmt.ts';
import { coverageCommand, traceCommand, whereUsedCommand } from './commands/graph.ts';
import { indexCommand } from './commands/index-page.ts';
import { initCommand } from './commands/init.ts';
import { listCommand } from './commands/list.ts';
import { newCommand } from './commands/new.ts';
import { previewCommand } from './commands/preview.ts';
import { reprintCommand } from './commands/reprint.ts';
import { runDueCommand } from './commands/run-due.ts';
import { scheduleCommand } from './commands/schedule.ts';
import { schemaCommand } from './commands/schema.ts';
import { staleCommand } from './commands/stale.ts';

export const commands: ReadonlyMap<string, Command> = new Map(
  [
    buildCommand,
    checkCommand,
    listCommand,
    previewCommand,
    traceCommand,
    whereUsedCommand,
    coverageCommand,
    staleCommand,
    releaseCommand,
    diffCommand,
    verifyCommand,
    reprintCommand,
    auditCommand,
    scheduleCommand,
    runDueCommand,
    indexCommand,
    initCommand,
    newCommand,
    addCommand,
    fmtCommand,
    schemaCommand,
    doctorCommand,
  ].map((command) => [command.name, command]),
);
