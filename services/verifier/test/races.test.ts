import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import { issuedEvent, wrong, type Minted } from './mint.js';
import { Line } from './line.js';
import { right, said, ways, type Reply, type Way } from './ways.js';

const line = await Line.start();
const services = [await line.verifier(), await line.verifier(), await line.verifier()];
/** REST and gRPC of three instances over one database. */
const entries: readonly Way[] = services.flatMap((service) => ways(service, line.tokens));
after(async () => {
  for (const way of entries) way.close();
  await line.stop();
});

const at = (index: number): Way => entries[index % entries.length] as Way;

function successes(replies: readonly Reply[]): number {
  for (const reply of replies) assert.ok(reply.verified || reply.code === 'OTP_NOT_VERIFIED', JSON.stringify(reply));
  return replies.filter(({ verified }) => verified).length;
}

async function eventsOf(type: 'otp.verified' | 'otp.rejected', { challenge }: Minted): Promise<number> {
  await line.drained();
  return (await line.events(type, challenge.id)).length;
}

test('otp-03: of a thousand right answers at once over three instances exactly one succeeds', async () => {
  const minted = line.mint.mint();
  const replies = await Promise.all(Array.from({ length: 1_000 }, (_, index) => at(index).verify(right(minted))));
  assert.equal(successes(replies), 1);
  assert.equal(await eventsOf('otp.verified', minted), 1);
  assert.equal(await eventsOf('otp.rejected', minted), 999);
});

test('otp-03: the same in many rounds', async () => {
  for (let round = 0; round < 20; round += 1) {
    const minted = line.mint.mint();
    const replies = await Promise.all(Array.from({ length: 30 }, (_, index) => at(index).verify(right(minted))));
    assert.equal(successes(replies), 1);
    assert.equal(await eventsOf('otp.verified', minted), 1);
  }
});

test('otp-07: of five hundred wrong answers at once five are judged', async () => {
  const minted = line.mint.mint();
  const before = await judged();
  const replies = await Promise.all(
    Array.from({ length: 500 }, (_, index) => at(index).verify(right(minted, { code: wrong(minted.code) }))),
  );
  assert.equal(successes(replies), 0);
  assert.equal((await judged()) - before, 5);
  assert.equal(successes([await at(0).verify(right(minted))]), 0);
  await line.drained();
  const reasons = (await line.events('otp.rejected', minted.challenge.id)).map(({ reason }) => reason);
  assert.equal(reasons.filter((reason) => reason === 'wrong_code').length, 5);
  assert.equal(reasons.filter((reason) => reason === 'attempts_exhausted').length, 496);
  const locks = await line.events('otp.locked', minted.challenge.id);
  assert.deepEqual(
    locks.map(({ reason }) => reason),
    ['attempts_exhausted'],
  );
});

test('otp-07: a right answer among wrong ones wins at most once, and only in one of the first five slots', async () => {
  for (let round = 0; round < 20; round += 1) {
    const minted = line.mint.mint();
    const codes = Array.from({ length: 12 }, (_, index) => (index % 6 === 5 ? minted.code : wrong(minted.code)));
    const replies = await Promise.all(codes.map((code, index) => at(index).verify(right(minted, { code }))));
    assert.ok(successes(replies) <= 1);
    await line.drained();
    const [use] = await line.events('otp.verified', minted.challenge.id);
    if (use !== undefined) assert.ok(use.attempt <= 5);
    assert.equal(use === undefined ? 0 : 1, successes(replies));
  }
});

test('otp-04: the same request with the same key, many times at once, is one use and one answer', async () => {
  for (let round = 0; round < 5; round += 1) {
    const minted = line.mint.mint();
    const idempotencyKey = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, index) => at(index).verify(right(minted), { idempotencyKey })),
    );
    assert.equal(successes(replies), 40);
    const shown = replies.map((reply) => JSON.stringify(said(reply)));
    assert.equal(new Set(shown).size, 1);
    assert.equal(await eventsOf('otp.verified', minted), 1);
    assert.equal(await eventsOf('otp.rejected', minted), 0);
  }
});

test('otp-04: one key for two challenges at once serves one of them', async () => {
  for (let round = 0; round < 10; round += 1) {
    const idempotencyKey = randomUUID();
    const minted = [line.mint.mint(), line.mint.mint()];
    const replies = await Promise.all(
      minted.map((each, index) => at(index + round).verify(right(each), { idempotencyKey })),
    );
    assert.deepEqual(replies.map((reply) => (reply.verified ? 'verified' : reply.code)).toSorted(), [
      'OTP_IDEMPOTENCY_MISMATCH',
      'verified',
    ]);
  }
});

test('otp-49: of an older and a newer code answered at once, the feed on its way, never both succeed', async () => {
  let older = 0;
  let newer = 0;
  for (let round = 0; round < 60; round += 1) {
    const subject = randomUUID();
    const first = line.mint.mint({ subject, issuedAtMs: Date.now() - 1_000 });
    const second = line.mint.mint({ subject, issuedAtMs: Date.now() - 5 });
    const told = round % 3 === 0 ? line.publish([issuedEvent(second)]) : Promise.resolve();
    const asks = round % 2 === 0 ? [first, second] : [second, first];
    const replies = await Promise.all(asks.map((each, index) => at(index + round).verify(right(each))));
    await told;
    assert.equal(successes(replies), 1, 'one of the two, and not neither');
    if (replies[asks.indexOf(first)]?.verified === true) older += 1;
    else newer += 1;
  }
  assert.equal(older + newer, 60);
});

test('otp-50: of two issues at once the later one wins everywhere, and the earlier never verifies after it', async () => {
  for (let round = 0; round < 20; round += 1) {
    const subject = randomUUID();
    const issuedAtMs = Date.now();
    // The same millisecond: the position decides.
    const [first, second] = [line.mint.mint({ subject, issuedAtMs }), line.mint.mint({ subject, issuedAtMs })];
    if (round % 2 === 0) await line.announce(second, first);
    else assert.equal(successes([await at(round).verify(right(second, { code: wrong(second.code) }))]), 0);
    const early = await Promise.all(entries.map((way) => way.verify(right(first))));
    assert.equal(successes(early), 0);
    assert.equal(successes([await at(round).verify(right(second))]), 1);
    assert.equal(successes([await at(round + 1).verify(right(first))]), 0);
  }
});

/** Answers that were judged by their code, by the counters of all instances. */
async function judged(): Promise<number> {
  const texts = await Promise.all(services.map(async ({ metricsUrl }) => await (await fetch(metricsUrl)).text()));
  const lines = texts.join('\n').matchAll(/^otp_verifications_total\{outcome="(?:verified|wrong_code)"\} (\d+)$/gm);
  const counts = [...lines];
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}
