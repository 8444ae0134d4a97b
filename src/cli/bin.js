#!/usr/bin/env node
// Starts the `stemma` command: TypeScript is read as it is, so nothing has to be built first.

import process from 'node:process';
import { register } from 'tsx/esm/api';

register();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2));
