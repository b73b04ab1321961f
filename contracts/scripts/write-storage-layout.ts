import { writeFile } from 'node:fs/promises';
import { storageLayout } from './storage-layout.ts';

// Run at a release, and only then: the next version is held against what this writes.
await writeFile(new URL('../storage-layout.json', import.meta.url), `${JSON.stringify(storageLayout(), null, 2)}\n`);
console.log('wrote storage-layout.json');
