import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { generatedFile, generatedSource } from '../scripts/generated-source.ts';

it('the committed ABI and bytecode are what the compiler makes of the sources', async () => {
  assert.equal(await readFile(generatedFile, 'utf8'), await generatedSource(), 'run `npm run generate -w contracts`');
});
