import { migrate } from '../src/index.js';
import { sets } from './migration-sets.js';

/** Migrates in a process of its own. */
await migrate(process.argv[2] ?? '', sets, { role: process.argv[3] ?? '' });
