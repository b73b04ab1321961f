#!/usr/bin/env node
// The compiler from npm, in the form that forge wants: an executable that answers --version and --standard-json.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const solc = createRequire(import.meta.url)('solc');

if (process.argv.includes('--version')) {
  const version = solc.version().replace('.Emscripten.clang', '.Linux.g++');
  console.log(`solc, the solidity compiler commandline interface\nVersion: ${version}`);
} else if (process.argv.includes('--standard-json')) {
  console.log(solc.compile(readFileSync(0, 'utf8')));
} else {
  console.error('only --version and --standard-json are known here');
  process.exitCode = 1;
}
