#!/usr/bin/env node
import { main } from '../dist/src/cli/bundled/main.js';

process.exitCode = await main(process.argv.slice(2));
