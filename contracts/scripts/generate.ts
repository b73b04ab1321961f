import { writeFile } from 'node:fs/promises';
import { generatedFile, generatedNames, generatedSource } from './generated-source.ts';

for (const name of generatedNames) {
  await writeFile(generatedFile(name), await generatedSource(name));
  console.log(`wrote src/generated/${name}.ts`);
}
