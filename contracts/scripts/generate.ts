import { writeFile } from 'node:fs/promises';
import { generatedFile, generatedSource } from './generated-source.ts';

await writeFile(generatedFile, await generatedSource());
console.log('wrote src/generated/OtpNotary.ts');
