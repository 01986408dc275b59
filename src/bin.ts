#!/usr/bin/env node
/** The command's first lines: it hands over to `cli/main` and ends with the status that comes back. */
import { main } from './cli/main.ts';

process.exitCode = await main(process.argv.slice(2));
