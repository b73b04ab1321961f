import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { apiDocuments } from './documents/api-documents.js';
import { root } from './system/places.js';
import { startSystem } from './system/system.js';

// `npm run openapi`: writes what the services serve as /openapi.json into docs/api. A system of its own runs meanwhile.
const system = await startSystem();
try {
  for (const [place, text] of await apiDocuments(system)) {
    const file = join(root, place);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    console.log(place);
  }
} finally {
  await system.stop();
}
