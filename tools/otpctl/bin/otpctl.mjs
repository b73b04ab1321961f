#!/usr/bin/env node
import { existsSync } from 'node:fs';

const main = new URL('../dist/src/main.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('otpctl is not built yet: run `npm run build` in the repository');
  process.exitCode = 2;
}
