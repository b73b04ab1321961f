import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { findings, type Finding } from '../scripts/tools/slither.ts';

describe('slither', () => {
  it('finds nothing that slither.json does not explain, and everything that it explains', async function () {
    this.timeout(900_000);
    const file = new URL('../slither.json', import.meta.url);
    const explained = JSON.parse(await readFile(file, 'utf8')) as readonly (Finding & { why: string })[];
    const key = ({ check, where }: Finding): string => `${check} ${where}`;
    assert.ok(explained.every(({ why }) => why.length > 20));
    assert.deepEqual((await findings()).map(key).sort(), explained.map(key).sort());
  });
});
