import { openCheckpoint, parseVkey } from '@otp-notary/merkle';
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { SignedStateFile } from '../src/adapters/signed-state-file.js';
import type { AuditProcess } from './audit-process.js';
import { eventually } from './eventually.js';
import type { Line } from './line.js';
import { assertNoFork, type Production } from './production.js';

/**
 * Kills the writer again and again while events come in; every other one while it is still starting.
 * @param pauseMs between 40 events and the next
 */
export async function killAtRandom(
  line: Line,
  production: Production,
  { kills, pauseMs }: { readonly kills: number; readonly pauseMs: number },
): Promise<void> {
  const file = new SignedStateFile(line.signedStatePath);
  const token = await line.tokens.sign({ scope: 'audit:read', tenant: 'acme' });
  const signed: { size: number; root: Uint8Array }[] = [];
  production.begin(120, pauseMs);
  for (let kill = 0; kill < kills; kill += 1) {
    const audit = await line.spawn();
    if (kill % 2 === 0) {
      await audit.ready();
      await delay(randomInt(50, 900));
      const note = await audit.get('checkpoint', token);
      if (note.ok) signed.push(openCheckpoint(await note.text(), parseVkey(line.vkey)));
    } else {
      await delay(randomInt(0, 2_000));
    }
    await audit.kill();
    const state = await file.read();
    if (state !== null) signed.push(state);
  }
  const audit = await line.audit();
  const whole = await production.end();
  assert.ok(signed.length >= kills, 'something was signed before each kill');
  assertNoFork(whole, signed);
  assert.equal((await audit.stop()).code, 0);
}

/** Pauses the leader of two, again and again, until the other one leads; then lets it go on. */
export async function pauseLeaders(line: Line, production: Production, rounds: number): Promise<void> {
  const file = new SignedStateFile(line.signedStatePath);
  const both = [await line.audit(), await line.audit()] as const;
  const before = production.published.length;
  production.begin(60, 10);
  for (let round = 0; round < rounds; round += 1) {
    const [paused, other] = await leaderFirst(both);
    await delay(randomInt(100, 700));
    paused.signal('SIGSTOP');
    await eventually('the other one leads', () => other.leads(), (leads) => leads); // prettier-ignore
    await delay(500);
    paused.signal('SIGCONT');
    await eventually('the paused one knows', () => paused.leads(), (leads) => !leads); // prettier-ignore
  }
  const whole = await production.end();
  // Each leaf was appended by one of the two. A transaction of a replaced leader that took effect would count twice.
  const counts = await Promise.all(both.map((audit) => audit.metric('otp_audit_leaves_total')));
  const uncounted = whole.leaves.length - before - counts.reduce((sum, count) => sum + count, 0);
  // A leader that is paused between commit and count, and then loses its connection, does not count that batch.
  assert.ok(uncounted >= 0 && uncounted <= rounds * 500, `${uncounted} leaves uncounted`);
  const state = await file.read();
  assert.ok(state !== null);
  assert.equal(state.size, whole.checkpoints.at(-1)?.size, 'the file never went back');
  assertNoFork(whole, [state]);
  for (const audit of both) await audit.stop();
}

/** Of two processes the one that writes, then the other. */
export async function leaderFirst(
  both: readonly [AuditProcess, AuditProcess],
): Promise<readonly [AuditProcess, AuditProcess]> {
  const [first, second] = both;
  const who = await eventually(
    'a leader',
    async () => [await first.leads(), await second.leads()] as const,
    ([one, two]) => one !== two,
  );
  return who[0] ? [first, second] : [second, first];
}
