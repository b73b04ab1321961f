import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { configurationDocument } from './documents/configuration.js';
import { root } from './system/places.js';

// `npm run docs`: writes the documents that are made from the code.
await writeFile(join(root, 'docs/configuration.md'), await configurationDocument());
console.log('docs/configuration.md');
