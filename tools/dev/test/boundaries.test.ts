import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** A small tree of the repository's shape, with one import that must not be. */
const violations: Record<string, { readonly from: string; readonly to: string }> = {
  'no-service-imports-a-service': { from: 'services/issuer/src/main.ts', to: 'services/verifier/src/main.ts' },
  'domain-knows-no-framework': { from: 'services/issuer/src/domain/issue.ts', to: 'node_modules/pg/index.js' },
  'domain-knows-no-adapter-and-no-api': {
    from: 'services/issuer/src/domain/issue.ts',
    to: 'services/issuer/src/adapters/store.ts',
  },
  'nothing-imports-a-service': { from: 'tools/otpctl/src/main.ts', to: 'services/issuer/src/domain/issue.ts' },
  'libs-crypto-imports-lower-libs-only': { from: 'libs/crypto/src/index.ts', to: 'libs/bus/src/index.ts' },
  'a-lib-has-one-way-in': { from: 'services/issuer/src/main.ts', to: 'libs/crypto/src/seal.ts' },
  'testkit-is-for-tests-and-tools': { from: 'services/issuer/src/main.ts', to: 'libs/testkit/src/index.ts' },
};

for (const [rule, { from, to }] of Object.entries(violations)) {
  test(`the build fails when ${from} imports ${to} (${rule})`, async () => {
    const tree = await mkdtemp(join(tmpdir(), 'otp-boundaries-'));
    try {
      await put(tree, to, 'export const there = 1;\n');
      const path = to.startsWith('node_modules/') ? 'pg' : `${'../'.repeat(from.split('/').length - 1)}${to}`;
      await put(tree, from, `import { there } from '${path}';\nexport const here = there;\n`);
      if (to.startsWith('node_modules/')) {
        await put(tree, 'node_modules/pg/package.json', '{"name":"pg","version":"1.0.0","main":"index.js"}');
      }
      const { status, stdout } = cruise(tree, from);
      assert.notEqual(status, 0);
      assert.match(stdout, new RegExp(`error ${rule}:`));
    } finally {
      await rm(tree, { recursive: true, force: true });
    }
  });
}

async function put(tree: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), text);
}

function cruise(tree: string, file: string) {
  const config = join(root, '.dependency-cruiser.mjs');
  const cruiser = join(root, 'node_modules', '.bin', 'depcruise');
  return spawnSync(process.execPath, [cruiser, '--config', config, file], { cwd: tree, encoding: 'utf8' });
}
