import { sleep } from '@otp-notary/platform';
import { Child, freePort } from '@otp-notary/testkit';
import { writeKeystore } from '@otp-notary/keys';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { after, describe, test } from 'node:test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Line, until } from './line.js';
import type { Minted } from './mint.js';
import { right, ways, type Way } from './ways.js';

const line = await Line.start();
const open: Way[] = [];
const children: Child[] = [];
after(async () => {
  await Promise.all(children.map((child) => child.kill()));
  for (const way of open) way.close();
  await line.stop();
});

const NOWHERE = { OTP_BUS_URL: 'postgres://bus:bus@127.0.0.1:1/bus' };

/** A verifier as a process of its own, which can be killed. */
async function verifierProcess(
  extra: Readonly<Record<string, string>> = {},
): Promise<{ child: Child; entries: readonly Way[] }> {
  const [http, grpc] = [await freePort(), await freePort()];
  const env = line.env({ OTP_HTTP_PORT: String(http), OTP_GRPC_PORT: String(grpc), ...extra });
  const main = fileURLToPath(new URL('../src/main.js', import.meta.url));
  const child = await Child.start({ name: 'verifier', command: process.execPath, args: [main], env });
  children.push(child);
  const httpUrl = `http://127.0.0.1:${http}`;
  await child.until(async () => {
    const { status } = await fetch(`${httpUrl}/readyz`);
    if (status !== 200) throw new Error(`not ready: ${status}`);
  }, 60_000);
  const entries = ways({ httpUrl, grpcUrl: `127.0.0.1:${grpc}` }, line.tokens);
  open.push(...entries);
  return { child, entries };
}

const uses = async ({ challenge }: Minted): Promise<number> => (await line.events('otp.verified', challenge.id)).length;

describe('otp-05', () => {
  test('otp-05: a verifier killed between use and event: the event comes once, and the code stays used', async () => {
    const first = await verifierProcess(NOWHERE);
    const minted = [line.mint.mint(), line.mint.mint()];
    for (const [index, each] of minted.entries()) {
      assert.ok((await (first.entries[index] as Way).verify(right(each))).verified);
    }
    await first.child.kill();
    for (const each of minted) assert.equal(await uses(each), 0);

    const second = await verifierProcess();
    await line.drained();
    for (const each of minted) {
      assert.equal(await uses(each), 1);
      for (const way of second.entries) {
        const reply = await way.verify(right(each));
        assert.equal(reply.verified || reply.code, 'OTP_NOT_VERIFIED');
      }
    }
    await line.drained();
    for (const each of minted) assert.equal(await uses(each), 1);
    await second.child.kill();
  });

  test('otp-05: killed at any moment under load, what was answered is on the bus, and nothing twice', async () => {
    const minted = Array.from({ length: 300 }, () => line.mint.mint());
    const answered = new Set<Minted>();
    const waiting = [...minted];
    for (let round = 0; round < 3; round += 1) {
      const { child, entries } = await verifierProcess();
      const life = new AbortController();
      const kill = sleep(60 + 90 * round).then(() => {
        life.abort();
        return child.kill();
      });
      const worker = async (index: number): Promise<void> => {
        while (!life.signal.aborted) {
          const each = waiting.pop();
          if (each === undefined) return;
          const reply = await (entries[index % 2] as Way).verify(right(each)).catch(() => null);
          if (reply?.verified === true) answered.add(each);
        }
      };
      await Promise.all(Array.from({ length: 8 }, (_, index) => worker(index)));
      await kill;
    }
    const last = await verifierProcess();
    await line.drained();
    assert.ok(answered.size > 0);
    const counts = new Map<string, Set<string>>();
    for (const { challenge, id } of await line.events('otp.verified')) {
      counts.set(challenge, (counts.get(challenge) ?? new Set()).add(id));
    }
    for (const { challenge } of answered) assert.equal(counts.get(challenge.id)?.size, 1);
    // What was not answered is used or not, never half: state and event say the same.
    const { rows } = await line.owner.query<{ challenge: string }>(
      'select challenge from challenge where used_ms is not null',
    );
    assert.deepEqual(new Set(rows.map(({ challenge }) => challenge)), new Set(counts.keys()));
    await last.child.kill();
  });
});

test('otp-42: with the bus down answers go on, and the backlog comes in order without gap or double', async () => {
  const { child, entries } = await verifierProcess(NOWHERE);
  const minted = Array.from({ length: 60 }, () => line.mint.mint());
  for (const [index, each] of minted.entries()) {
    const way = entries[index % 2] as Way;
    if (index % 3 === 0) await way.verify(right(each, { purpose: 'other' }));
    assert.ok((await way.verify(right(each))).verified);
  }
  await child.kill();
  const service = await line.verifier();
  await line.drained();
  for (const [index, { challenge }] of minted.entries()) {
    const [use, ...more] = await eventsOf(challenge.id);
    assert.equal(use, index % 3 === 0 ? 'otp.rejected' : 'otp.verified');
    assert.deepEqual(more, index % 3 === 0 ? ['otp.verified'] : []);
  }
  await service.stop();
});

async function eventsOf(challenge: string): Promise<string[]> {
  const events = [...(await line.events('otp.rejected', challenge)), ...(await line.events('otp.verified', challenge))];
  return events.toSorted((one, other) => one.time.localeCompare(other.time)).map(({ type }) => type);
}

test('watermarks: everything decided up to one is on the bus below its positions', async () => {
  const service = await line.verifier();
  const entries = ways(service, line.tokens);
  open.push(...entries);
  const begun = Date.now();
  const load = new AbortController();
  const workers = Array.from({ length: 6 }, async (_, index) => {
    while (!load.signal.aborted) await (entries[index % 2] as Way).verify(right(line.mint.mint()));
  });
  await until(
    'three watermarks under load',
    async () => (await line.events('otp.watermark')).filter(({ upToMs }) => upToMs > begun + 500).length >= 3,
  );
  load.abort();
  await Promise.all(workers);
  await line.drained();

  const placed = await line.placed('otp.verified');
  const watermarks = await line.events('otp.watermark');
  assert.ok(placed.length > 100);
  for (const { upToMs, positions, source } of watermarks) {
    assert.equal(source, 'verifier');
    const ends = new Map(positions['otp.verifications']?.map(({ partition, next }) => [partition, BigInt(next)]));
    for (const { event, partition, offset } of placed) {
      if (event.verifiedAtMs <= upToMs) assert.ok(offset < (ends.get(partition) ?? 0n));
    }
  }
  const times = watermarks.map(({ upToMs }) => upToMs);
  assert.deepEqual(
    times,
    times.toSorted((one, other) => one - other),
  );
  await service.stop();
});

test('a watermark waits for a transaction that began before it and has not ended', async () => {
  const service = await line.verifier();
  const blocker = await line.connect();
  await blocker.query('begin');
  await blocker.query('select 1');
  const begun = Date.now();
  await sleep(2_500);
  const upTo = async (): Promise<number> =>
    Math.max(...(await line.events('otp.watermark')).map((each) => each.upToMs));
  assert.ok((await upTo()) < begun);
  await blocker.query('rollback');
  await blocker.end();
  await until('watermarks go on', async () => (await upTo()) > begun);
  await service.stop();
});

test('a verifier that lacks one of its keys does not start', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'otp-verifier-'));
  for (const missing of ['seal', 'pepper', 'context', 'request', 'receipt']) {
    const keystore = join(folder, `without-${missing}.json`);
    const held = line.mint.verifierKeys.filter(({ purpose }) => purpose !== missing);
    await writeFile(keystore, writeKeystore(held, 'passphrase'));
    const extra = { OTP_KEYSTORE_PATH: keystore, OTP_KEYSTORE_PASSPHRASE: 'passphrase' };
    await assert.rejects(line.verifier(undefined, extra), { code: 'OTP_KEY_MISSING' });
  }
  await rm(folder, { recursive: true });
});

test('otp-42: with its database down the verifier answers 503 and is not ready; afterwards it goes on', async () => {
  const service = await line.verifier();
  const entries = ways(service, line.tokens);
  open.push(...entries);
  const minted = entries.map(() => line.mint.mint());
  await line.postgres.crash();
  for (const [index, way] of entries.entries()) {
    const reply = await way.verify(right(minted[index] as Minted));
    assert.equal(reply.verified || reply.code, 'OTP_STORE_UNAVAILABLE');
  }
  assert.equal((await fetch(`${service.httpUrl}/readyz`)).status, 503);
  assert.equal((await fetch(`${service.httpUrl}/livez`)).status, 200);
  await line.postgres.restart();
  await until('ready again', async () => (await fetch(`${service.httpUrl}/readyz`)).status === 200);
  for (const [index, way] of entries.entries()) {
    assert.ok((await way.verify(right(minted[index] as Minted))).verified);
  }
  await line.drained();
  for (const each of minted) assert.equal(await uses(each), 1);
  await service.stop();
});
