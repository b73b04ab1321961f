import { apiDocuments, startSystem } from '@otp-notary/dev';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, suite, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const services = ['issuer', 'verifier', 'audit', 'chain-relay'] as const;
const offline = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

let served: ReadonlyMap<string, string>;

before(async () => {
  const system = await startSystem();
  try {
    served = await apiDocuments(system);
  } finally {
    await system.stop();
  }
});

for (const service of services) {
  const place = `docs/api/${service}.openapi.json`;
  suite(place, () => {
    let document: Node;
    before(() => (document = JSON.parse(served.get(place) ?? '') as Node));

    test('is byte for byte what the service serves', async () => {
      // `npm run openapi` writes it anew.
      assert.equal(await readFile(join(root, place), 'utf8'), served.get(place));
    });

    test('describes every member of every body, every parameter and every scope that it asks for', () => {
      assert.deepEqual([...undescribed(document)], []);
      for (const operation of operationsOf(document)) {
        assert.match(JSON.stringify(operation['security']), /^\[\{"token":\["[a-z]+:[a-z]+"\]\}\]$/);
      }
    });

    test('says how each operation refuses', () => {
      for (const operation of operationsOf(document)) {
        const { responses = {}, parameters, requestBody } = operation as Record<string, Node>;
        const input = requestBody !== undefined || (Array.isArray(parameters) && parameters.length > 0);
        for (const status of [...(input ? ['400'] : []), '401', '403', '429', '503', 'default']) {
          assert.ok(status in responses, `${String(operation['operationId'])} says nothing of ${status}`);
        }
      }
    });

    test('has nothing that redocly finds', async () => {
      const { stdout } = await promisify(execFile)(
        join(root, 'node_modules/.bin/redocly'),
        ['lint', '--format=json', '--lint-config=error', place],
        { cwd: root, env: { ...process.env, ...offline } },
      );
      const { totals } = JSON.parse(stdout) as { totals: object };
      assert.deepEqual(totals, { errors: 0, warnings: 0, ignored: 0 });
    });
  });
}

interface Node {
  readonly [name: string]: unknown;
}

function operationsOf({ paths }: Node): Node[] {
  const operations = Object.values(paths as Node).flatMap((path) => Object.values(path as Node)) as Node[];
  assert.ok(operations.length > 0);
  return operations;
}

/** Places of parameters and of members of bodies that have no description. */
function* undescribed(node: unknown, place = ''): Generator<string> {
  if (node === null || typeof node !== 'object') return;
  const { properties = {}, parameters = [] } = node as { properties?: object; parameters?: object };
  for (const [name, part] of [...Object.entries(properties), ...Object.entries(parameters)]) {
    if (!('description' in (part as object))) yield `${place}/${name}`;
  }
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'example' && name !== 'examples') yield* undescribed(child, `${place}/${name}`);
  }
}
