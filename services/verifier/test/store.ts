import type { Challenge } from '@otp-notary/challenge';
import { outboxMigrations } from '@otp-notary/outbox';
import { createPool, migrate, persistenceMigrations } from '@otp-notary/persistence';
import { startPostgres, type Postgres } from '@otp-notary/testkit';
import { Pool } from 'pg';
import { Partitions } from '../src/adapters/partitions.js';
import { PgConsumptionStore } from '../src/adapters/pg-consumption-store.js';
import { verifierMigrations } from '../src/app.module.js';
import type { Verdict } from '../src/domain/judge.js';
import { LIMITS, type Limits } from '../src/domain/limits.js';
import { turnOf, type Outcome, type RetryMark, type Taken } from '../src/domain/ports.js';
import { log } from './line.js';
import { TENANT } from './mint.js';

/** What else a test says of an answer. */
export interface More {
  readonly nowMs?: () => number;
  readonly mark?: RetryMark | null;
}

/** An answer as the domain judged it. */
export function takenOf(
  challenge: Challenge,
  verdict: Verdict,
  nowMs: number,
  { mark = null }: Pick<More, 'mark'> = {},
): Taken {
  const { id: proofId, origin, batch, position, context: contextHash } = challenge;
  return {
    caller: { tenant: TENANT, client: 'shop' },
    challenge,
    mode: 'judge',
    verdict,
    nowMs,
    use: { proofId, origin, batch, position, contextHash, verifiedAtMs: nowMs, logByMs: nowMs },
    mark,
  };
}

/** The store alone, over real PostgreSQL, as the service's role. */
export class TestStore {
  readonly partitions: Partitions;

  private constructor(
    private readonly postgres: Postgres,
    readonly pool: Pool,
    readonly owner: Pool,
  ) {
    this.partitions = new Partitions(pool, { marginMs: 3_600_000, windowMs: LIMITS.windowMs });
  }

  static async start(): Promise<TestStore> {
    const postgres = await startPostgres();
    const { url, ownerUrl } = await postgres.createDatabase('verifier');
    const role = new URL(url).username;
    await migrate(ownerUrl, [persistenceMigrations, outboxMigrations, verifierMigrations], { role });
    const pool = createPool({ url, max: 16, application: 'test', log });
    const owner = new Pool({ connectionString: ownerUrl, max: 2 });
    owner.on('error', () => undefined);
    const test = new TestStore(postgres, pool, owner);
    await test.partitions.create();
    return test;
  }

  /** A store with limits of its own, told answers as the domain would hand them over. */
  answering(limits: Limits): (challenge: Challenge, verdict: Verdict, more?: More) => Promise<Outcome> {
    const store = new PgConsumptionStore(this.pool, { limits, retryMs: 3_600_000, headers: () => ({}) });
    return (challenge, verdict, { nowMs = Date.now, mark = null } = {}) =>
      store.take(turnOf({ tenant: TENANT, client: 'shop' }, challenge, mark), () =>
        takenOf(challenge, verdict, nowMs(), { mark }),
      );
  }

  async stop(): Promise<void> {
    await this.pool.end();
    await this.owner.end();
    await this.postgres.stop();
  }
}

export function reasonOf(outcome: Outcome): string {
  return outcome.kind === 'refused' ? (outcome.reason ?? 'decoy') : outcome.kind;
}
