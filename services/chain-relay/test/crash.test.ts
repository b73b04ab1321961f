import type { Delivered } from '@otp-notary/bus';
import { encodeEvent } from '@otp-notary/events';
import { writeKeystore } from '@otp-notary/keys';
import { Inbox } from '@otp-notary/outbox';
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { IntentFeed } from '../src/adapters/intent-feed.js';
import { Play } from './play.js';
import { faultPoints, type ChildOrders, type FaultPoint } from './relay-child.js';
import { Stage } from './stage.js';

const CHILD = fileURLToPath(new URL('relay-child.js', import.meta.url));
const WISHED = 100;

let stage: Stage;
let scratch: string;
const children = new Set<ChildProcess>();
before(async () => {
  stage = await Stage.open();
  scratch = await mkdtemp(join(tmpdir(), 'otp-relay-'));
});
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await stage.close();
  await rm(scratch, { recursive: true, force: true });
});

/** A relay in a process of its own. */
class ChildRelay {
  readonly said: string[] = [];
  readonly ended: Promise<NodeJS.Signals | null>;

  private constructor(readonly process: ChildProcess) {
    children.add(process);
    process.stdout?.on('data', (text: Buffer) => this.said.push(...text.toString().trim().split('\n')));
    process.stderr?.on('data', (text: Buffer) => this.said.push(`stderr: ${text.toString()}`));
    this.ended = new Promise((resolve) => process.once('exit', (_code, signal) => resolve(signal)));
    void this.ended.then(() => children.delete(process));
  }

  static async start(play: Play, fault: FaultPoint, replaceAfterMs = 60_000): Promise<ChildRelay> {
    const { origin, anvil, deployment, database, relayKey } = play.scene;
    const keystorePath = join(scratch, `${randomUUID()}.json`);
    const passphrase = randomUUID();
    await writeFile(keystorePath, writeKeystore([relayKey], passphrase), { mode: 0o600 });
    const orders: ChildOrders = {
      origin,
      rpcUrl: anvil.rpcUrl,
      chainId: String(anvil.chainId),
      contract: deployment.contract,
      codeHash: deployment.codeHash,
      databaseUrl: database.url,
      keystorePath,
      passphrase,
      signed: WISHED,
      replaceAfterMs,
      fault,
    };
    return new ChildRelay(
      spawn(process.execPath, [CHILD, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  }

  async heard(word: string, withinMs = 40_000): Promise<void> {
    await until(
      async () => this.said.some((line) => line.startsWith(word)),
      withinMs,
      () => this.said.join('\n'),
    );
  }

  async end(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }
}

async function until(check: () => Promise<boolean>, withinMs: number, said: () => string): Promise<void> {
  const limit = Date.now() + withinMs;
  while (!(await check())) {
    assert.ok(Date.now() < limit, `it did not happen in time; last words:\n${said()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A hundred requests over the inbox, as the bus delivers them. */
async function request(play: Play, sizes: readonly number[], offset = 0n, ids: string[] = []): Promise<void> {
  const { rehearsal, scene } = play;
  const feed = new IntentFeed({} as never, rehearsal.pool, new Inbox(rehearsal));
  const batch = sizes.map((size, at): Delivered => {
    const event = encodeEvent({
      id: (ids[at] ??= randomUUID()),
      version: 1,
      time: new Date().toISOString(),
      type: 'anchor.requested',
      origin: scene.origin,
      size,
      settleBelow: 0,
      requestedAtMs: Date.now(),
    });
    return {
      topic: 'anchor.requests',
      key: scene.origin,
      value: event,
      headers: {},
      partition: 0,
      offset: offset + BigInt(at),
    };
  });
  await feed.take(batch);
}

const hundred = Array.from({ length: WISHED }, (_, index) => index + 1);

const crashes: readonly (readonly [string, FaultPoint])[] = [
  ['relay-01', 'signed-not-stored'],
  ['relay-02', 'stored-not-sent'],
  ['relay-03', 'sent-not-recorded'],
  ['relay-04', 'mined-not-recorded'],
  ['relay-05', 'recorded-not-published'],
  ['relay-06', 'replacement-queued'],
  ['relay-06', 'replacement-signed'],
];

for (const [scenario, fault] of crashes) {
  test(`${scenario}: 100 requests, SIGKILL ${faultPoints[fault]}: resumed from database and chain, no double`, async () => {
    const play = new Play(await stage.scene());
    await request(play, hundred);
    const isReplacement = fault.startsWith('replacement');
    const doomed = await ChildRelay.start(play, fault, isReplacement ? 700 : 60_000);
    // Blocks come for those that die of them; a replacement needs that none comes.
    const needsBlocks = fault === 'mined-not-recorded' || fault === 'recorded-not-published';
    const mining = setInterval(() => needsBlocks && void play.scene.mine(), 200);
    const signal = await doomed.ended.finally(() => clearInterval(mining));
    assert.equal(signal, 'SIGKILL', doomed.said.join('\n'));

    const heir = await ChildRelay.start(play, 'none');
    const blocks = setInterval(() => void play.scene.mine(), 200);
    await until(
      async () =>
        (await play.eventsOf('anchor.confirmed')).length > 0 &&
        (await play.rehearsal.records.transactions(9)).every(
          ({ state }) => !['queued', 'signed', 'broadcast', 'mined'].includes(state),
        ),
      40_000,
      () => heir.said.join('\n'),
    ).finally(() => clearInterval(blocks));
    await heir.end();
    const last = new Play(play.scene, { fence: 1_000n });
    last.log.signed = WISHED;
    await last.assertTidy({ size: WISHED, anchors: 1 });
    await last.end();
    await play.end();
  });
}

test('relay-07: the leader is stopped in the middle, another takes over within 5 s; resumed, it can write nothing', async () => {
  const play = new Play(await stage.scene());
  await request(play, hundred);
  const stopped = await ChildRelay.start(play, 'stopped-before-write');
  await stopped.heard('stopping');
  const stoppedAt = Date.now();
  const heir = await ChildRelay.start(play, 'none');
  await heir.heard('leading 2');
  assert.ok(Date.now() - stoppedAt < 6_000, 'within 5 s, and the start of a process');
  await until(
    async () => (await play.states()).includes('0 broadcast'),
    20_000,
    () => heir.said.join('\n'),
  );
  const before = await play.states();
  stopped.process.kill('SIGCONT');
  await stopped.heard('refused OTP_RELAY_LANE_LOST');
  assert.deepEqual(await play.states(), before);
  const { rows } = await play.rehearsal.pool.query('select distinct fence from relay_history');
  assert.deepEqual(rows, [{ fence: '2' }], 'every line of history is the new leader’s');
  await stopped.end();
  await play.scene.mine(2);
  await until(
    async () => (await play.eventsOf('anchor.confirmed')).length === 1,
    20_000,
    () => heir.said.join('\n'),
  );
  await heir.end();
  const last = new Play(play.scene, { fence: 1_000n });
  last.log.signed = WISHED;
  await last.assertTidy({ size: WISHED, anchors: 1 });
  await last.end();
  await play.end();
});

test('relay-08: the database gone and back: the relay goes on where it stood', async () => {
  const play = new Play(await stage.scene());
  await play.wish(5);
  await play.rest();
  await stage.postgres.crash();
  await play.scene.mine();
  await assert.rejects(play.lane.advance());
  await stage.postgres.restart();
  await play.rest();
  await play.assertTidy({ size: 5, anchors: 1 });
  await play.end();
});

test('relay-26: a request delivered three times, out of order and late, is one wish', async () => {
  const play = new Play(await stage.scene());
  const ids: string[] = [];
  await request(play, [9, 4, 7], 0n, ids);
  await request(play, [9, 4, 7], 0n, ids);
  await request(play, [9, 4, 7], 3n, ids);
  await request(play, [2], 6n);
  assert.deepEqual(await play.parts.book.intent(), { size: 9, settleBelow: 0 });
  play.log.signed = 9;
  await play.land();
  await request(play, [9, 4], 7n);
  await play.land();
  await play.assertTidy({ size: 9, anchors: 1 });
  await play.end();
});
