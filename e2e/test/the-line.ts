import { DEAD_LETTER_TOPIC } from '@otp-notary/events';
import type { Proof } from '../src/proofs.js';
import { check, completeProof } from '../src/proofs.js';
import { fates, play, type Fate, type Played } from '../src/fates.js';
import { filesWith } from '../src/leaks.js';
import { startTraceSink, type TraceSink } from '../src/traces.js';
import { startWorld, together, type World } from '../src/world.js';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

/** 200 codes: those that are accepted most often, so that there is much to prove. */
const shares: Readonly<Record<Fate, number>> = {
  right: 60,
  'right after a wrong one': 25,
  replayed: 25,
  wrong: 15,
  expired: 15,
  superseded: 15,
  locked: 15,
  'wrong context': 15,
  'other tenant': 15,
};
const PROOF_LIMIT_MS = 120_000;
/** Masks of one bit each. Those of case, digits and neighbours keep the text printable: they are the dangerous ones. */
const FLIPS = '\u0001\u0002\u0004\u0010\u0020';
const otpctl = fileURLToPath(new URL('../../../tools/otpctl/dist/src/main.js', import.meta.url));

/** The whole line over one bus: real PostgreSQL, real chain, every service a process. */
export function theLine(bus: 'postgres' | 'kafka'): void {
  describe(`200 codes of mixed fate over ${bus}`, () => {
    let folder: string;
    let sink: TraceSink;
    let world: World;
    let played: readonly Played[];
    const proofs = new Map<string, Proof>();

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'otp-line-'));
      sink = await startTraceSink(join(folder, 'traces'));
      const traced = { OTP_OTLP_ENDPOINT: sink.url };
      const environment = { issuer: traced, verifier: traced, audit: traced, 'chain-relay': traced };
      world = await startWorld({ bus, environment });
      const order = fates.flatMap((fate) => Array.from({ length: shares[fate] }, () => fate));
      played = await together(shuffled(order), 16, (fate) => play(world, fate));
    });
    after(async () => {
      await world?.system.stop();
      await sink?.close();
      await rm(folder, { recursive: true, force: true });
    });

    test('every code has a proof of its one fate, which the chain confirms', async () => {
      const all = await together(played, 4, async ({ proofId, accepted }) => {
        const proof = await completeProof(world.system, world.acme, proofId, PROOF_LIMIT_MS);
        const { used } = JSON.parse(Buffer.from(proof.file).toString()) as { used: unknown };
        assert.equal(used !== null, accepted);
        return { proofId, proof };
      });
      for (const { proofId, proof } of all) proofs.set(proofId, proof);
      assert.equal(proofs.size, 200);
    });

    test('otpctl proof check accepts every accepted code, with the file, the contract and an RPC URL', async () => {
      const accepted = played.filter((one) => one.accepted);
      const files = await together(accepted, 8, async ({ proofId }) => {
        const file = join(folder, `${proofId}.json`);
        await writeFile(file, proofs.get(proofId)?.file ?? '');
        return file;
      });
      const { code, output } = await proofCheck(world, ...files);
      assert.equal(code, 0, output);
      assert.match(output, new RegExp(`${accepted.length} files: ${accepted.length} proven`));
    });

    test('a proof with any single byte flipped is refused', async () => {
      const { file } = proofs.get(played.find((one) => one.accepted)?.proofId ?? '') ?? assert.fail('no proof');
      for (let at = 0; at < file.length; at += 1) {
        const flipped = Uint8Array.from(file);
        flipped[at] = (flipped[at] ?? 0) ^ FLIPS.charCodeAt(at % FLIPS.length);
        assert.equal((await check(world.system, flipped)).outcome, 'failed', `byte ${at}`);
      }
      const broken = join(folder, 'broken.json');
      const middle = Uint8Array.from(file);
      middle[file.length >> 1] = (middle[file.length >> 1] ?? 0) ^ 1;
      await writeFile(broken, middle);
      assert.equal((await proofCheck(world, broken)).code, 1);
    });

    test('another tenant sees none of these proofs', async () => {
      for (const { proofId } of played.slice(0, 10)) {
        await assert.rejects(world.other.proof(proofId), { status: 404 });
      }
    });

    test('nothing became a dead letter and nothing contradicts the log', async () => {
      const audit = new Client({ connectionString: world.system.databases.audit.ownerUrl });
      await audit.connect();
      const { rows } = await audit.query('select kind, event from evidence');
      await audit.end();
      assert.deepEqual(rows, []);
      assert.equal(await deadLetters(world), 0, DEAD_LETTER_TOPIC);
    });

    test('the whole log is as it was written, for otpctl fsck and for the audit service itself', async () => {
      const { system, acme } = world;
      const args = ['fsck', '--vkey', (await acme.log()).vkey, '--rpc', system.rpcUrl];
      args.push('--contract', system.record.chain.contract);
      args.push('--signed-state', join(system.dataDir, 'audit', 'signed-state.json'));
      const { code, output } = await run(args, { OTPCTL_AUDIT_DATABASE_URL: system.databases.audit.ownerUrl });
      assert.equal(code, 0, output);
      assert.match(output, /UNTOUCHED/);
      const metrics = await metricsOf(world);
      assert.match(metrics, /^otp_audit_selfcheck_tampered(\{[^}]*\})? 0$/m);
      assert.match(metrics, /^otp_audit_selfcheck_passes_total(\{[^}]*\})? [1-9]/m);
    });

    test('one trace leads from the request to the issuer over the bus into the log', () => {
      const traces = [...sink.servicesOf().values()];
      for (const pair of [
        ['issuer', 'audit'],
        ['verifier', 'audit'],
      ]) {
        assert.ok(
          traces.some((services) => pair.every((name) => services.has(name))),
          `${pair.join(' and ')} in one trace`,
        );
      }
    });

    test('otp-39: no code and no subject stands in a table, the write-ahead log, a topic, a log, a trace or a metric', async () => {
      const { system } = world;
      await checkpointAll(system.postgres.superUrl);
      await writeFile(join(folder, 'metrics'), await metricsOf(world));
      const directories = [system.dataDir, join(folder, 'traces'), join(folder, 'metrics')];
      // What must be there is found: the search sees tables, logs, traces and metrics.
      const seen = await filesWith(['otp.verified', 'otp_issue', 'chain-relay', 'POST'], directories);
      for (const place of ['/postgres', '/logs/', '/traces', '/metrics', ...(bus === 'kafka' ? ['/kafka'] : [])]) {
        assert.ok(
          seen.some((path) => path.includes(place)),
          `the search sees ${place}`,
        );
      }
      assert.deepEqual(
        await filesWith(
          played.flatMap(({ secrets }) => secrets),
          directories,
        ),
        [],
      );
    });
  });
}

async function proofCheck(world: World, ...files: readonly string[]): Promise<Ran> {
  const { contract } = world.system.record.chain;
  return await run(['proof', 'check', ...files, '--rpc', world.system.rpcUrl, '--contract', contract]);
}

interface Ran {
  readonly code: number | string | null;
  readonly output: string;
}

/** otpctl as an outsider runs it: with nothing of this process's environment. */
function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [otpctl, ...args],
      { env: { PATH: '', ...env }, timeout: 120_000, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : (error.code ?? null), output: stdout + stderr });
      },
    );
  });
}

/** Puts all that is committed into the table files. */
async function checkpointAll(superUrl: string): Promise<void> {
  const client = new Client({ connectionString: superUrl });
  await client.connect();
  await client.query('checkpoint');
  await client.end();
}

async function metricsOf({ system }: World): Promise<string> {
  const pages = Object.values(system.ports.instances).map(async ({ metrics }) => {
    const response = await fetch(`http://127.0.0.1:${metrics}/metrics`);
    return response.text();
  });
  return (await Promise.all(pages)).join('\n');
}

/** As the services counted them. */
async function deadLetters(world: World): Promise<number> {
  const lines = (await metricsOf(world))
    .split('\n')
    .filter((line) => /^otp_\w*dead_letter\w* |^otp_\w*dead_letter\w*\{/.test(line));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item, index) => ({ item, at: (index * 7919) % items.length }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
