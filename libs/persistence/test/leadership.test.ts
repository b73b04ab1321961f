import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Leadership } from '../src/index.js';
import { leadershipOf, startDatabase, until, type OneDatabase } from './one-database.js';

const LEADER = fileURLToPath(new URL('leader.process.js', import.meta.url));
/** The longest that a lost leader is missed. */
const FAILOVER_MS = 8_000;
const KILL_LEADER = `
  select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())`;

describe('leadership', { timeout: 90_000 }, () => {
  let db: OneDatabase;
  before(async () => void (db = await startDatabase()));
  after(async () => db?.stop());

  /** A candidate in this process that leads until told to stop. */
  function candidate(): { terms: { fence: bigint; ended: boolean }[]; leads(): boolean; stop(): Promise<void> } {
    const stopped = new AbortController();
    const leadership = new Leadership(leadershipOf(db.url));
    const terms: { fence: bigint; ended: boolean }[] = [];
    const running = leadership.run(async ({ fence, signal }) => {
      const term = { fence, ended: false };
      terms.push(term);
      await once(signal, 'abort');
      term.ended = true;
    }, stopped.signal);
    return {
      terms,
      leads: () => leadership.isLeader,
      async stop() {
        stopped.abort();
        await running;
      },
    };
  }

  /** A candidate in a process of its own. */
  function ownProcess(): { lines: string[]; kill(signal: NodeJS.Signals): void } {
    const child = spawn(process.execPath, [LEADER, db.url], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    createInterface(child.stdout).on('line', (line) => lines.push(line));
    return { lines, kill: (signal) => void child.kill(signal) };
  }

  it('is held by one of many, and each term has a larger fence', async () => {
    let leading = 0;
    const fences: bigint[] = [];
    const stopped = new AbortController();
    const running = Array.from({ length: 6 }, () =>
      new Leadership({ ...leadershipOf(db.url), retryMs: 20 }).run(async ({ fence }) => {
        leading += 1;
        assert.equal(leading, 1);
        fences.push(fence);
        await new Promise((resolve) => setTimeout(resolve, 15));
        leading -= 1;
        if (fences.length === 40) stopped.abort();
      }, stopped.signal),
    );
    await Promise.all(running);
    assert.deepEqual(
      fences,
      fences.map((_, n) => (fences[0] ?? 0n) + BigInt(n)),
    );
  });

  it('passes on when the term throws', async () => {
    const stopped = new AbortController();
    let terms = 0;
    await new Leadership({ ...leadershipOf(db.url), retryMs: 20 }).run(async () => {
      terms += 1;
      if (terms < 3) throw new Error('the term fails');
      stopped.abort();
    }, stopped.signal);
    assert.equal(terms, 3);
  });

  it('ends when its connection is cut, and the next term has a larger fence', async () => {
    const one = candidate();
    await until(() => one.terms.length === 1, FAILOVER_MS, 'nobody leads');
    assert.ok(((await db.pool.query(KILL_LEADER)).rowCount ?? 0) > 0);
    await until(() => one.terms[0]?.ended === true, FAILOVER_MS, 'the term goes on without its lock');
    await until(() => one.terms.length === 2, FAILOVER_MS, 'nobody leads again');
    await one.stop();
    assert.ok((one.terms[1]?.fence ?? 0n) > (one.terms[0]?.fence ?? 0n));
    assert.ok(!one.leads());
  });

  it('moves on within seconds when the leader is killed', async () => {
    const dead = ownProcess();
    await until(() => dead.lines.length === 1, FAILOVER_MS, 'nobody leads');
    const heir = candidate();
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(heir.terms.length, 0);
    dead.kill('SIGKILL');
    await until(() => heir.leads(), 5_000, 'nobody took over');
    await heir.stop();
  });

  it('moves on when the leader hangs, whose fence is the smaller one and whose term ends when it wakes', async () => {
    const hung = ownProcess();
    await until(() => hung.lines.length === 1, FAILOVER_MS, 'nobody leads');
    hung.kill('SIGSTOP');
    const heir = candidate();
    await until(() => heir.leads(), FAILOVER_MS, 'nobody took over');
    const old = BigInt(hung.lines[0]?.split(' ')[1] ?? 0);
    assert.ok((heir.terms[0]?.fence ?? 0n) > old);
    hung.kill('SIGCONT');
    await until(() => hung.lines.includes(`end ${old}`), FAILOVER_MS, 'the old leader goes on');
    assert.ok(heir.leads());
    hung.kill('SIGKILL');
    await heir.stop();
  });

  it('comes back after the database crashed', async () => {
    const one = candidate();
    await until(() => one.terms.length === 1, FAILOVER_MS, 'nobody leads');
    await db.postgres.crash();
    await until(() => one.terms[0]?.ended === true, FAILOVER_MS, 'the term goes on without a database');
    await db.postgres.restart();
    await until(() => one.terms.length === 2, FAILOVER_MS, 'nobody leads again');
    await one.stop();
    assert.ok((one.terms[1]?.fence ?? 0n) > (one.terms[0]?.fence ?? 0n));
  });
});
