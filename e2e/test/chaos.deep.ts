import { NotVerified, ServiceUnreachable, Refused, type OtpNotaryClient } from '@otp-notary/sdk';
import { completeProof } from '../src/proofs.js';
import { startWorld, together, type World } from '../src/world.js';
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

const CODES = 2_000;
const PROOF_LIMIT_MS = 240_000;
const SERVICES = ['issuer', 'verifier', 'audit', 'chain-relay'] as const;
/** A crashed issuer's batch is closed by the next process once its lease has run out: until then nothing settles. */
const POLICIES = { default: { life_seconds: 20, resend_after_seconds: 1 } };
const CADENCE = { batchCodes: 200, batchAgeMs: 2_000, checkpointMs: 300, anchorAgeMs: 2_000, lifeSeconds: 22 };

/** A code that was accepted: its proof must stand in the end. */
interface Accepted {
  readonly proofId: string;
}

/** Kills and restarts until told to stop; counts its kills. */
async function killing(world: World, kills: Map<string, number>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(randomInt(1_000, 4_000));
    const name = SERVICES[randomInt(SERVICES.length)] ?? 'issuer';
    const part = world.system.process(name);
    await part.kill();
    kills.set(name, (kills.get(name) ?? 0) + 1);
    await sleep(randomInt(0, 500));
    await part.start();
  }
}

/** Issues and verifies one code; undefined when a crash came between, which the caller of a real system would see as well. */
async function oneCode(client: OtpNotaryClient, index: number): Promise<Accepted | undefined> {
  try {
    const challenge = await client.issue({ subject: `chaos-${index}`, purpose: 'login', channel: 'response' });
    const answer = { challenge_id: challenge.challenge_id, code: challenge.code ?? '', purpose: 'login' };
    await client.verify(answer, { idempotencyKey: challenge.proof_id });
    return { proofId: challenge.proof_id };
  } catch (error) {
    // Answers that a caller gets while a service is down, and a code that died meanwhile.
    if (error instanceof ServiceUnreachable || error instanceof NotVerified) return undefined;
    if (error instanceof Refused && error.status >= 500) return undefined;
    throw error;
  }
}

async function logOf(world: World): Promise<{ issued: number; verified: number; places: number; evidence: unknown[] }> {
  const audit = new Client({ connectionString: world.system.databases.audit.ownerUrl });
  await audit.connect();
  const { rows } = await audit.query<{ kind: string; count: string; places: string }>(
    `select kind, count(*) as count, count(distinct (batch, position)) as places from leaf group by kind`,
  );
  const evidence = await audit.query<{ kind: string }>('select kind from evidence');
  await audit.end();
  const of = (kind: string) => rows.find((row) => row.kind === kind);
  return {
    issued: Number(of('issued')?.count ?? 0),
    verified: Number(of('verified')?.count ?? 0),
    places: Number(of('verified')?.places ?? 0),
    evidence: evidence.rows,
  };
}

/** Every accepted code is proven in the end, none is missing, none doubled. */
async function assertAllProven(world: World, accepted: readonly Accepted[]): Promise<void> {
  await together(accepted, 8, async ({ proofId }) => {
    const { file } = await completeProof(world.system, world.acme, proofId, PROOF_LIMIT_MS);
    assert.notEqual((JSON.parse(Buffer.from(file).toString()) as { used: unknown }).used, null);
  });
  const log = await logOf(world);
  assert.deepEqual(log.evidence, []);
  assert.equal(log.verified, log.places, 'no code is used twice');
  assert.ok(log.verified >= accepted.length, 'no accepted code is missing');
}

describe(`SIGKILL of each service at random moments during ${CODES} codes`, () => {
  let world: World;
  before(async () => {
    world = await startWorld({ policies: POLICIES, cadence: CADENCE });
  });
  after(() => world?.system.stop());

  test('otp-05: no accepted code is missing from the log, none is doubled, every one is proven in the end', async (t) => {
    const end = new AbortController();
    const kills = new Map<string, number>();
    const killer = killing(world, kills, end.signal);
    const outcomes = await together(Array.from({ length: CODES }), 24, (_, index) => oneCode(world.acme, index));
    while (SERVICES.some((name) => !kills.has(name))) await sleep(500);
    end.abort();
    await killer;
    const accepted = outcomes.filter((outcome) => outcome !== undefined);
    t.diagnostic(
      `${accepted.length} of ${CODES} accepted over ${[...kills].map(([name, n]) => `${n} kills of ${name}`).join(', ')}`,
    );
    assert.ok(accepted.length > CODES / 4, 'callers with patience get through');
    await assertAllProven(world, accepted);
  });
});

describe('Kafka gone and back', () => {
  let world: World;
  before(async () => {
    world = await startWorld({ bus: 'kafka', policies: POLICIES, cadence: CADENCE });
  });
  after(() => world?.system.stop());

  test('otp-42: issue and verify keep answering while the bus is down, and what they did is proven once it is back', async () => {
    const { kafka } = world.system;
    assert.ok(kafka);
    const accepted: Accepted[] = [];
    const stream = async (from: number, count: number): Promise<void> => {
      const outcomes = await together(Array.from({ length: count }), 8, (_, index) =>
        oneCode(world.acme, from + index),
      );
      accepted.push(...outcomes.filter((outcome) => outcome !== undefined));
    };
    await stream(0, 100);
    await kafka.kill();
    const before = accepted.length;
    await stream(100, 200);
    assert.equal(accepted.length - before, 200, 'every code is issued and verified without the bus');
    await kafka.restart();
    await stream(300, 100);
    assert.equal(accepted.length, 400);
    await assertAllProven(world, accepted);
  });
});
