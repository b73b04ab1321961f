import { writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { gasMarkdown } from './gas/report.ts';
import { measureGas } from './gas/run.ts';

const docs = new URL('../../docs/', import.meta.url);
const entries = await measureGas('all');
const texts = { 'gas.md': gasMarkdown(entries), 'gas.json': JSON.stringify(entries) };
for (const [name, text] of Object.entries(texts)) {
  const file = new URL(name, docs);
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file.pathname }));
  console.log(`wrote docs/${name}`);
}
