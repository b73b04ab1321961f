import type { EventOf } from '@otp-notary/events';
import { checkFile, parseBundle, rpcChain, type Report } from '@otp-notary/proof';
import { startAnvil, type Anvil } from '@otp-notary/testkit';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { closed, issued, opened, START, verified } from '../src/domain/events.fixture.js';
import type { AuditProcess } from './audit-process.js';
import { eventually } from './eventually.js';
import { Line } from './line.js';
import { TestRelay } from './relay.js';

const LIFE_SECONDS = 70;
const EXPIRES = START + 60_000;
const [used, unused] = [0, 1].map((position) => ({ batch: 1, position, challenge: randomUUID() })) as [Code, Code];
type Code = { batch: number; position: number; challenge: string };

let anvil: Anvil;
let line: Line;
let relay: TestRelay;
let audit: AuditProcess;
let token: string;
/** Requests for anchors, as they stand on the bus. */
const asked: EventOf<'anchor.requested'>[] = [];
const over = new AbortController();
let reading: Promise<void>;

before(async () => {
  anvil = await startAnvil();
  line = await Line.start();
  relay = await TestRelay.deploy(anvil, line.vkey, LIFE_SECONDS);
  audit = await line.audit({ OTP_CHAIN_ID: String(anvil.chainId), OTP_CONTRACT: relay.contract });
  token = await line.tokens.sign({ scope: 'audit:read audit:anchor', tenant: 'acme' });
  reading = line.bus.consumer({ group: 'test-relay', topics: ['anchor.requests'] }).run(async (batch) => {
    asked.push(...batch.map(({ value }) => JSON.parse(value) as EventOf<'anchor.requested'>));
  }, over.signal);
});
after(async () => {
  over.abort();
  await reading;
  await line.stop();
  await anvil.stop();
});

async function proofOf({ challenge }: Code): Promise<Buffer> {
  const answer = await audit.get(`v1/proofs/${challenge}`, token);
  assert.equal(answer.status, 200, await answer.clone().text());
  return Buffer.from(await answer.arrayBuffer());
}

/** What a stranger with the file and a node of the chain finds. */
async function check(code: Code): Promise<Report> {
  const report = await checkFile(await proofOf(code), { chain: rpcChain(anvil.rpcUrl) });
  const failed = report.points.filter(({ verdict }) => verdict === 'failed');
  assert.deepEqual(failed, []);
  return report;
}

const signed = async (): Promise<number> =>
  ((await (await audit.get('v1/log', token)).json()) as { size: number }).size;
const anchors = async (): Promise<string> =>
  JSON.stringify((await line.database.pool.query('select index, state from anchor order by seen_at, index')).rows);

/** Waits for a request that reaches so far, fulfils it, and tells the log. */
async function anchor(atLeast: { size?: number; settleBelow?: number }): Promise<EventOf<'anchor.confirmed'>> {
  const { size = 0, settleBelow = 0 } = atLeast;
  const request = await eventually(
    'request',
    async () => asked.at(-1),
    (last) => last !== undefined && last.size >= size && last.settleBelow >= settleBelow,
  );
  const landed = await relay.bring(audit.grpc, token, request?.size ?? 0);
  await tell(landed);
  return landed;
}

async function tell(event: EventOf<'anchor.confirmed'> | EventOf<'anchor.reorged'>): Promise<void> {
  const before = await anchors();
  await line.publish([event]);
  await eventually('anchor taken', anchors, (now) => now !== before);
}

let settling: EventOf<'anchor.confirmed'>;
let takeBack: () => Promise<void>;

test('an issue that is anchored before its use is proven so by the chain, to whoever has the file and a node', async () => {
  await line.publish([opened(1), issued(used, EXPIRES), issued(unused, EXPIRES)]);
  await eventually('signed', signed, (size) => size === 3);
  const { index, size } = await anchor({ size: 3 });
  assert.deepEqual([index, size], [0, 3]);
  await line.publish([verified(used)]);
  await eventually('signed', signed, (now) => now === 4);
  assert.equal(parseBundle(await proofOf(used)).order, 'claimed');
  await anchor({ size: 4 });
  assert.equal(parseBundle(await proofOf(used)).order, 'chain');
  for (const code of [used, unused]) assert.equal((await check(code)).outcome, 'open');
});

test('a settled batch gives each of its codes one fate that the contract has taken', async () => {
  await line.publish([closed(1, 2, [])]);
  await eventually('signed', signed, (size) => size === 5);
  await relay.pass();
  await anchor({ size: 5 });
  await relay.pass();
  takeBack = await relay.checkpoint();
  const positions = await line.publisher.ends(['otp.verifications']);
  await line.publish([
    { id: randomUUID(), version: 1, time: new Date().toISOString(), type: 'otp.watermark', source: 'verifier', upToMs: EXPIRES + 1_001, positions }, // prettier-ignore
  ]);
  settling = await anchor({ settleBelow: 2 });
  assert.deepEqual([settling.firstBatch, settling.settlements.length], [1, 1]);
  await relay.pass(70);
  for (const code of [used, unused]) assert.equal((await check(code)).outcome, 'proven');
});

test('log-18: a reorganised anchor is taken back and asked for again; the proof falls back, then stands again', async () => {
  await takeBack();
  await tell({ ...settling, id: randomUUID(), type: 'anchor.reorged' });
  assert.equal(parseBundle(await proofOf(used)).settlement, null);
  assert.equal((await check(used)).outcome, 'open');
  const before = asked.length;
  await eventually('asked again', async () => asked.length, (count) => count > before); // prettier-ignore
  const again = await anchor({ settleBelow: 2 });
  assert.equal(again.index, settling.index);
  assert.equal(again.root, settling.root);
  assert.notEqual(again.blockHash, settling.blockHash);
  const { rows } = await line.database.pool.query(`select count(*)::int as live from anchor where state <> 'reorged' and index = $1`, [again.index]); // prettier-ignore
  assert.deepEqual(rows, [{ live: 1 }]);
  await relay.pass(70);
  for (const code of [used, unused]) assert.equal((await check(code)).outcome, 'proven');
});

test('log-25: a leaf whose openings were erased is proven as before, and says nothing any more', async () => {
  const whole = parseBundle(await proofOf(used));
  assert.equal(whole.issued.disclosed['challenge']?.value, used.challenge);
  await line.database.owner.query(`update leaf set openings = null where batch = 1 and position = $1`, [used.position]);
  const erased = parseBundle(await proofOf(used));
  assert.deepEqual([erased.issued.disclosed, erased.used?.disclosed], [{}, {}]);
  assert.deepEqual(
    { ...erased, issued: { ...erased.issued, disclosed: whole.issued.disclosed }, used: { ...erased.used, disclosed: whole.used?.disclosed } }, // prettier-ignore
    whole,
  );
  for (const code of [used, unused]) assert.equal((await check(code)).outcome, 'proven');
});

test('an anchor that is not of this log, or in another contract, is evidence and proves nothing', async () => {
  const foreign = { ...settling, id: randomUUID(), contract: `0x${'ab'.repeat(20)}` };
  const forged = { ...settling, id: randomUUID(), index: settling.index + 1, blockHash: `0x${'cd'.repeat(32)}`, root: `0x${'ef'.repeat(32)}` }; // prettier-ignore
  await line.publish([foreign, forged]);
  await eventually('evidence', () => audit.metric('otp_audit_evidence'), (count) => count === 2); // prettier-ignore
  const { rows } = await line.database.pool.query('select kind from evidence order by kind');
  assert.deepEqual(rows, [{ kind: 'foreign-anchor' }, { kind: 'foreign-contract' }]);
});
