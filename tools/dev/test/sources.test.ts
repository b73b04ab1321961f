import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../src/system/places.js';

const BUILT = ['**/node_modules/**', '**/dist/**', 'contracts/{artifacts,cache,types}/**', 'bench/out/**'];
const PRODUCT = '{libs,services,tools}/*/src/**/*.ts';

/** Files by their paths, without what is built. */
function sources(pattern: string): Map<string, string> {
  const paths = globSync(pattern, { cwd: root, exclude: BUILT }).filter((path) => /\.\w+$/.test(path));
  assert.ok(paths.length > 0, pattern);
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** Code that runs in production: no tests, no parts that only tests start. */
function product(): Map<string, string> {
  const isTest = (path: string) => /\.(test|fixture)\.ts$|\/testing\/|^libs\/testkit\//.test(path);
  return new Map([...sources(PRODUCT)].filter(([path]) => !isTest(path)));
}

test('no private key stands in the code, its configuration or its documents', () => {
  const keys = [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[\w+/]{40}/,
    /\bPRIVATE\+KEY\+[\w.]+\+[0-9a-f]{8}\+/,
    /"d"\s*:\s*"[\w-]{40}/,
    /\b0x[0-9a-f]{64}\b/i,
  ];
  const places =
    '{.,.ci,docs/**,libs/**,services/**,tools/**,e2e/**,bench/**}/*.{ts,mjs,json,yaml,yml,md,sql,proto,js}';
  const found = [...sources(places)].flatMap(([path, text]) =>
    keys.some((key) => key.test(withoutHashes(text))) ? [path] : [],
  );
  assert.deepEqual(found, [
    // The key of the published vectors of signed notes.
    'libs/merkle/test/vectors/signed-notes.json',
    // The first account of every development chain.
    'tools/dev/src/system/keystores.test.ts',
  ]);
});

/** Words of 32 bytes that say what they are: hashes, roots and slots. */
function withoutHashes(text: string): string {
  return text.replaceAll(/(hash|root|slot|topic|codeHash|id)\w*['"]?\s*[:=]\s*['"`]0x[0-9a-f]{64}/gi, '');
}

test('what decides anything is drawn from the CSPRNG of the operating system: Math.random jitters pauses, nothing else', () => {
  const weak = [...product()].filter(([, text]) => text.includes('Math.random')).map(([path]) => path);
  assert.deepEqual(weak, ['libs/persistence/src/leadership.ts', 'libs/platform/src/retry.ts', 'libs/sdk/src/http.ts']);
});

test('no SQL is put together from values: what stands in a statement is a constant of its file, the rest is a parameter', () => {
  const put = [...product()].flatMap(([path, text]) =>
    statements(text).flatMap((statement) =>
      [...statement.matchAll(/\$\{([^}]*)\}/g)]
        .map(([, expression = '']) => expression)
        .filter((expression) => !/^[A-Z][A-Z_]*$/.test(expression))
        .map((expression) => `${path}: ${expression}`),
    ),
  );
  // Names of roles, tables and databases cannot be parameters: they are escaped.
  const names = ['database', 'id(name)', 'id(role)', 'privileges'];
  assert.deepEqual(
    [...new Set(put)].sort(),
    names.map((name) => `libs/persistence/src/grants.ts: ${name}`),
  );
});

/** Template literals that are SQL, and those that are handed to a query as they stand. */
function statements(text: string): string[] {
  const literals = [...text.matchAll(/(\.query(?:<[^(]*>)?\(\s*)?`((?:[^`\\]|\\.)*)`/g)];
  const isSql =
    /\b(select\b[\s\S]*\bfrom|insert into|update \w+[\s\S]*\bset|delete from|grant|revoke|create (table|role|database))\b/;
  return literals
    .filter(([, query, literal = '']) => query !== undefined || isSql.test(literal))
    .map(([, , sql = '']) => sql);
}

test('every dependency is one version, locked with the hash of its contents, and named without a registry', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { link?: boolean; integrity?: string; resolved?: string }>>;
  };
  const loose = Object.entries(lock.packages)
    .filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
    .filter(([, { integrity = '', resolved }]) => !integrity.startsWith('sha512-') || resolved !== undefined);
  assert.deepEqual(loose, []);
  const ranges = [...sources('{.,contracts,e2e,bench,libs/*,services/*,tools/*}/package.json')].flatMap(
    ([path, text]) => {
      const { dependencies, devDependencies } = JSON.parse(text) as Record<string, Record<string, string> | undefined>;
      return Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
        .map(([name, version]) => `${path}: ${name} ${version}`);
    },
  );
  assert.deepEqual(ranges, []);
});
