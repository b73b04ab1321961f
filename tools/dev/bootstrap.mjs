// The way in on a machine that has only Node 20 and npm: brings dependencies and build up to date, then hands over
// to the real command under the repository's own Node. Plain Node, no dependencies, since nothing is installed yet.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const stampFile = join(root, 'node_modules', '.otp-notary-lock');

const commands = {
  start: ['tools/dev/dist/src/start.js'],
  test: ['tools/dev/dist/src/test-all.js'],
  'test:deep': ['tools/dev/dist/src/test-all.js', '--deep'],
  bench: ['bench/dist/src/main.js'],
  openapi: ['tools/dev/dist/src/openapi.js'],
  docs: ['tools/dev/dist/src/docs.js'],
  gas: [
    'node_modules/hardhat/dist/src/cli.js',
    '--config',
    'contracts/hardhat.config.ts',
    'run',
    'contracts/scripts/gas.ts',
  ],
  prepare: [],
};

/** What the tools of this repository see: our Node first, and nothing that phones home or asks. */
const environment = {
  ...process.env,
  PATH: bin + delimiter + (process.env.PATH ?? ''),
  DO_NOT_TRACK: '1',
  HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true',
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
};

const [name, ...rest] = process.argv.slice(2);
if (name === undefined || !Object.hasOwn(commands, name)) {
  fail(`say one of: ${Object.keys(commands).join(', ')}`);
}
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(`Node 20 or newer is needed to begin, this is ${process.versions.node}: install a newer one from nodejs.org`);
}
process.chdir(root);
if (!dependenciesAreCurrent()) await install();
build();
if (commands[name].length > 0) handOver([...commands[name], ...rest]);

/** The stamp holds the hash of the lock file that was installed; after a plain `npm install` npm's own record says the same. */
function dependenciesAreCurrent() {
  const stamp = existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '';
  if (stamp === lockHash()) return true;
  if (!matchesInstalled()) return false;
  writeFileSync(stampFile, lockHash());
  return true;
}

function lockHash() {
  return createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
}

/** npm writes node_modules/.package-lock.json last, so a half-done install has none. */
function matchesInstalled() {
  const record = join('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      !path.startsWith('node_modules/') ||
      entry.optional === true ||
      (installed[path] !== undefined && installed[path].version === entry.version),
  );
}

async function install() {
  const started = Date.now();
  console.log('Installing dependencies (half a minute to a few minutes, the first time only) …');
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--no-progress'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment,
  });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  const beat = setInterval(() => console.log(`  … ${seconds(started)}`), 15_000);
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  clearInterval(beat);
  if (code !== 0) {
    console.error(withoutNoise(Buffer.concat(output).toString()));
    fail('`npm ci` failed (its words are above): check the network or the registry setting, then run this again');
  }
  writeFileSync(stampFile, lockHash());
  console.log(`Dependencies installed in ${seconds(started)}.`);
}

/** Engine warnings are expected: npm itself may run under an older Node than the one that runs the code. */
function withoutNoise(text) {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !/EBADENGINE|npm warn deprecated|Unknown user config/.test(line))
    .join('\n');
}

function build() {
  const started = Date.now();
  const version = spawnSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' });
  if (version.status !== 0) {
    fail('the Node that comes with the dependencies does not run: delete node_modules and run this again');
  }
  const built = spawnSync(join(bin, 'tsc'), ['-b'], { stdio: ['ignore', 'inherit', 'inherit'], env: environment });
  if (built.status !== 0) fail('the build failed: the compiler says why above');
  if (Date.now() - started > 3_000) console.log(`Built in ${seconds(started)}.`);
}

/**
 * Runs the command in a process group of its own, so that Ctrl-C reaches it once and through us, and not its
 * children at the same moment; the channel tells it when we are gone.
 */
function handOver(args) {
  const child = spawn(join(bin, 'node'), args, {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: environment,
    detached: true,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${args[0]} does not start: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}

function fail(line) {
  console.error(`otp-notary: ${line}`);
  process.exit(1);
}
