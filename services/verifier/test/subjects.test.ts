import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, describe, test } from 'node:test';
import { Line } from './line.js';
import { wrong, type Minted } from './mint.js';
import { right, ways, type Way } from './ways.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

const line = await Line.start();
const service = await line.verifier();
const entries = ways(service, line.tokens);
after(async () => {
  for (const way of entries) way.close();
  await line.stop();
});

for (const way of entries) describe(way.name, () => cases(way));

function cases(way: Way): void {
  /** Fails through new challenges of one subject, four answers each. */
  async function fail(subject: string, times: number): Promise<void> {
    let minted: Minted | undefined;
    for (let done = 0; done < times; done += 1) {
      if (minted === undefined || done % 4 === 0) minted = line.mint.mint({ subject, purpose: `p${done}` });
      await refused(minted, wrong(minted.code));
    }
  }

  async function failUntilBlocked(subject: string): Promise<number> {
    for (let times = 1; ; times += 1) {
      await fail(subject, 1);
      if ((await blockedForMs(subject)) > 0) return times;
    }
  }

  async function refused(minted: Minted, code = minted.code): Promise<void> {
    const reply = await way.verify(right(minted, { code }));
    assert.equal(reply.verified || reply.code, 'OTP_NOT_VERIFIED');
  }

  async function verified(minted: Minted): Promise<void> {
    assert.ok((await way.verify(right(minted))).verified);
  }

  test('otp-08: ten failures in an hour block a subject, over any number of challenges and whatever is issued', async () => {
    const subject = randomUUID();
    await fail(subject, 9);
    await verified(line.mint.mint({ subject, purpose: 'ninth' }));
    // A success ends the row of failures; the hour still counts them.
    await fail(subject, 1);
    for (let round = 0; round < 3; round += 1) {
      const fresh = line.mint.mint({ subject, purpose: `after-${round}` });
      await refused(fresh);
      assert.deepEqual(await reasons(fresh), ['subject_blocked']);
    }
    await verified(line.mint.mint({ subject: randomUUID() }));
  });

  test('blocks grow from a minute to an hour, and every one of them ends', async () => {
    const subject = randomUUID();
    const failures: number[] = [];
    for (const minutes of [1, 2, 4, 8, 16, 32, 60, 60]) {
      failures.push(await failUntilBlocked(subject));
      assert.equal(await blockedForMs(subject), minutes * MINUTE);
      await timePasses(subject, minutes * MINUTE - 1_500);
      await refused(line.mint.mint({ subject }));
      await timePasses(subject, 2_000);
    }
    // While the hour is full each failure blocks again; once the first ones leave it, there is room for as many.
    assert.deepEqual(failures, [10, 1, 1, 1, 1, 1, 7, 10]);
    await timePasses(subject, HOUR);
    await verified(line.mint.mint({ subject }));
    await timePasses(subject, HOUR);
    await fail(subject, 10);
    assert.equal(await blockedForMs(subject), MINUTE, 'a success makes blocks short again');
  });

  test('failures leave the hour one by one', async () => {
    const subject = randomUUID();
    await fail(subject, 5);
    await timePasses(subject, 40 * MINUTE);
    await fail(subject, 4);
    await timePasses(subject, 21 * MINUTE);
    await fail(subject, 5);
    await verified(line.mint.mint({ subject, purpose: 'nine-in-reach' }));
    await fail(subject, 1);
    await refused(line.mint.mint({ subject, purpose: 'ten-in-reach' }));
  });

  test('a block is told to the log once, with the answer that brought it about', async () => {
    const subject = randomUUID();
    await fail(subject, 9);
    const last = line.mint.mint({ subject, purpose: 'last' });
    await refused(last, wrong(last.code));
    await refused(last, wrong(last.code));
    await line.drained();
    const locks = await line.events('otp.locked', last.challenge.id);
    assert.deepEqual(
      locks.map(({ reason }) => reason),
      ['subject_blocked'],
    );
    assert.deepEqual(await reasons(last), ['wrong_code', 'subject_blocked']);
  });

  test('answers during a block are not failures, and still take the slots of their challenge', async () => {
    const subject = randomUUID();
    await fail(subject, 10);
    const minted = line.mint.mint({ subject, purpose: 'blocked' });
    for (let slot = 1; slot <= 5; slot += 1) await refused(minted, slot === 3 ? minted.code : wrong(minted.code));
    assert.equal((await standing(subject)).consecutive, 10);
    await timePasses(subject, HOUR);
    await refused(minted);
    assert.deepEqual((await reasons(minted)).at(-1), 'attempts_exhausted');
  });

  test('a hundred failures without a success disable a subject for good, and time does not heal it', async () => {
    const subject = randomUUID();
    for (let round = 0; round < 10; round += 1) {
      await fail(subject, 10);
      await timePasses(subject, HOUR + MINUTE);
    }
    await timePasses(subject, 1_000 * HOUR);
    const minted = line.mint.mint({ subject, purpose: 'disabled' });
    await refused(minted);
    assert.deepEqual(await reasons(minted), ['subject_blocked']);
    const { disabled, consecutive } = await standing(subject);
    assert.ok(disabled);
    assert.equal(consecutive, 100);
  });

  test('a success just before the hard stop starts the count anew', async () => {
    const subject = randomUUID();
    for (let round = 0; round < 9; round += 1) {
      await fail(subject, 10);
      await timePasses(subject, HOUR + MINUTE);
    }
    await fail(subject, 9);
    await timePasses(subject, HOUR);
    assert.equal((await standing(subject)).consecutive, 99);
    await verified(line.mint.mint({ subject, purpose: 'rescue' }));
    assert.equal((await standing(subject)).consecutive, 0);
    await fail(subject, 5);
    await verified(line.mint.mint({ subject, purpose: 'alive' }));
  });

  test('what could not have succeeded is no failure', async () => {
    const subject = randomUUID();
    const used = line.mint.mint({ subject });
    await verified(used);
    for (let round = 0; round < 12; round += 1) await refused(used, wrong(used.code));
    const late = line.mint.mint({ subject, purpose: 'late', issuedAtMs: Date.now() - 2 * MINUTE });
    for (let round = 0; round < 12; round += 1) await refused(late, wrong(late.code));
    await verified(line.mint.mint({ subject, purpose: 'free' }));
  });
}

async function reasons({ challenge }: Minted): Promise<string[]> {
  await line.drained();
  return (await line.events('otp.rejected', challenge.id)).map(({ reason }) => reason);
}

const hashOf = (subject: string): string => line.mint.mint({ subject }).challenge.subject;

async function standing(subject: string): Promise<{ consecutive: number; disabled: boolean }> {
  const { rows } = await line.owner.query<{ consecutive: number; disabled: boolean }>(
    'select consecutive, disabled_ms is not null as disabled from subject_standing where subject = $1',
    [hashOf(subject)],
  );
  return rows[0] ?? { consecutive: 0, disabled: false };
}

/** Length of the block that the newest failure brought about. */
async function blockedForMs(subject: string): Promise<number> {
  const { rows } = await line.owner.query<{ length: string }>(
    'select blocked_until_ms - failed_ms[1] as length from subject_standing where subject = $1',
    [hashOf(subject)],
  );
  return Number(rows[0]?.length);
}

/** Everything about the subject's failures happened that much longer ago. */
async function timePasses(subject: string, ms: number): Promise<void> {
  await line.owner.query(
    `update subject_standing set blocked_until_ms = blocked_until_ms - $2::bigint,
       failed_ms = (select array_agg(at - $2::bigint order by place) from unnest(failed_ms) with ordinality as f (at, place))
     where subject = $1`,
    [hashOf(subject), ms],
  );
}
