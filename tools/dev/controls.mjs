// `npm run controls`: how many controls of the hardening guide stand. A row of docs/controls.md stands when the code it
// names exists and the tests it names exist under their titles. Exits 1 where a row names what is not there.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Controls of the guide. */
const TOTAL = 204;
const ROW = /^\|\s*(\d+\.\d+\.\d+)\s*\|/;

const root = process.argv[2] ?? process.cwd();
const rows = readFileSync(join(root, 'docs/controls.md'), 'utf8')
  .split('\n')
  .filter((line) => ROW.test(line))
  .map(readRow);
const problems = [...rows.flatMap(faults), ...repeated(rows)];
for (const problem of problems) console.error(problem);
console.log(`${rows.length} of ${TOTAL} controls stand${problems.length > 0 ? ', were it not for the above' : ''}`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** `| id | control | code | tests | how to check |`; code and tests are in backticks, a test is `file: title`. */
function readRow(line) {
  const [, id, , code, tests] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
  return { id, code: quoted(code), tests: quoted(tests) };
}

function quoted(cell = '') {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text);
}

function faults({ id, code, tests }) {
  if (code.length === 0 || tests.length === 0) return [`${id}: names no ${code.length === 0 ? 'code' : 'test'}`];
  return [
    ...code.filter((path) => !existsSync(join(root, path))).map((path) => `${id}: no such code: ${path}`),
    ...tests.filter((test) => !hasTest(test)).map((test) => `${id}: no such test: ${test}`),
  ];
}

function hasTest(test) {
  const [file, title] = test.split(/: (.*)/s);
  const path = join(root, file);
  return title !== undefined && existsSync(path) && readFileSync(path, 'utf8').includes(title);
}

function repeated(all) {
  const seen = new Set();
  return all.filter(({ id }) => seen.size === seen.add(id).size).map(({ id }) => `${id}: stands twice`);
}
