import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { IssuerProcess } from './issuer-process.js';
import { allClosed, assertPlaces } from './places.js';
import { Stage } from './stage.js';

/** Small batches, so that a short story has many of them. */
const SETTINGS = { OTP_BATCH_CODES: '40', OTP_BATCH_AGE_MS: '500', OTP_LEASE_MS: '1000', OTP_LOG_LEVEL: 'warn' };

let stage: Stage;
let token: string;

before(async () => {
  stage = await Stage.set();
  token = await stage.tokens.sign({ scope: 'otp:issue' });
});
after(() => stage.strike());

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const answered: string[] = [];
/** Codes of refusals: whatever is killed, nobody is told of an internal error. */
const refusals = new Set<string>();

/** A client that asks again and again, over both APIs, of whoever is alive; not so fast that nothing else gets a turn. */
async function stream(issuers: () => readonly IssuerProcess[], signal: AbortSignal): Promise<void> {
  for (let n = 0; !signal.aborted; n++) {
    const alive = issuers();
    const issuer = alive[n % alive.length];
    if (issuer === undefined) throw new Error('nobody is alive');
    const way = n % 3 === 0 ? issuer.grpc : issuer.rest;
    try {
      const { answer, refusal, raw } = await way.issue({ subject: `s-${n % 7}`, purpose: 'login', channel: 'response' }, { token, ...(n % 4 === 0 ? { key: randomUUID() } : {}) }); // prettier-ignore
      if (answer === undefined) refusals.add(refusal ?? raw);
      else answered.push(answer.proof_id);
      await pause(Math.random() * 20);
    } catch {
      await pause(20);
    }
  }
}

test('processes killed at random moments lose no answered code, repeat no place and leave no batch open', async () => {
  let issuers = [await stage.start(SETTINGS), await stage.start(SETTINGS)];
  const end = new AbortController();
  const clients = Array.from({ length: 8 }, () => stream(() => issuers, end.signal));
  for (let round = 0; round < 5; round++) {
    await pause(150 + Math.random() * 500);
    const [victim, survivor] = round % 2 === 0 ? issuers : issuers.toReversed();
    assert.ok(victim !== undefined && survivor !== undefined);
    issuers = [survivor];
    await victim.child.kill();
    issuers = [survivor, await stage.start(SETTINGS)];
  }
  end.abort();
  await Promise.all(clients);
  await allClosed(stage);
  const { issued, batches } = assertPlaces(stage, answered);
  assert.ok(answered.length > 200, `${answered.length} answered`);
  assert.ok(batches > 10, `${batches} batches`);
  assert.ok(issued.length >= answered.length);
  await Promise.all(issuers.map((issuer) => issuer.end()));
});

test('a process that was stopped for longer than its lease adds nothing to a batch that others closed', async () => {
  const [sleeper, other] = [await stage.start(SETTINGS), await stage.start(SETTINGS)];
  const end = new AbortController();
  const clients = Array.from({ length: 4 }, () => stream(() => [sleeper], end.signal));
  await pause(400);
  process.kill(sleeper.child.pid, 'SIGSTOP');
  await pause(3_500);
  process.kill(sleeper.child.pid, 'SIGCONT');
  await pause(500);
  end.abort();
  await Promise.all(clients);
  await allClosed(stage);
  assertPlaces(stage, answered);
  await Promise.all([sleeper.end(), other.end()]);
});

test('the database killed in the middle of a stream: what was answered stands, and issuing goes on by itself', async () => {
  const issuer = await stage.start(SETTINGS);
  const end = new AbortController();
  const clients = Array.from({ length: 8 }, () => stream(() => [issuer], end.signal));
  for (let round = 0; round < 2; round++) {
    await pause(600);
    await stage.postgres.crash();
    const before = answered.length;
    await pause(200);
    await stage.postgres.restart();
    const limit = Date.now() + 20_000;
    while (answered.length < before + 20 && Date.now() < limit) await pause(50);
    assert.ok(answered.length >= before + 20, 'issuing goes on');
  }
  end.abort();
  await Promise.all(clients);
  await allClosed(stage);
  assertPlaces(stage, answered);
  await issuer.end();
});

test('a process that is asked to end answers what it took, closes its batch and tells it', async () => {
  const issuer = await stage.start({ ...SETTINGS, OTP_BATCH_AGE_MS: '60000', OTP_LEASE_MS: '60000' });
  const end = new AbortController();
  const clients = Array.from({ length: 4 }, () => stream(() => [issuer], end.signal));
  await pause(500);
  const exit = issuer.child.end();
  await pause(50);
  end.abort();
  assert.deepEqual(await exit, { code: 0, signal: null });
  await Promise.all(clients);
  await allClosed(stage);
  assertPlaces(stage, answered);
});

test('in all of this nobody was told of an internal error: only to come again', () => {
  const again = /^(OTP_(STORE_UNAVAILABLE|OUTCOME_UNKNOWN|LEASE_LAPSED|CLOCK_SKEWED)|GRPC_UNAVAILABLE)$/;
  assert.deepEqual([...refusals].filter((code) => !again.test(code)), []); // prettier-ignore
});
