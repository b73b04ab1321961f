import { fileURLToPath } from 'node:url';
import { persistenceMigrations, type MigrationSet } from '../src/index.js';

export const sets: readonly MigrationSet[] = [
  persistenceMigrations,
  { name: 'notes', directory: fileURLToPath(new URL('../../test/sets', import.meta.url)) },
];
