import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { generatedFile, generatedNames, generatedSource } from '../scripts/generated-source.ts';

describe('generated files', () => {
  for (const name of generatedNames) {
    it(`the committed ABIs and bytecodes in ${name}.ts are what the compiler makes of the sources`, async () => {
      const committed = await readFile(generatedFile(name), 'utf8');
      assert.equal(committed, await generatedSource(name), 'run `npm run generate -w contracts`');
    });
  }
});
