import { runLoop, type LoopDependencies } from '@otp-notary/platform';
import type { Pool } from 'pg';

/** In stock: the loop may fail for an hour before an answer finds none. More would make each answer dearer. */
const AHEAD_MS = 3_600_000;
const EVERY_MS = 60_000;

const CREATE = `select create_partitions($1)`;
const DROP = `select name from drop_partitions($1) as name`;
// A subject without failures in reach is like one that was never seen.
const FORGET = `
  with tenants as materialized (select set_config('otp.tenant', '*', true))
  delete from subject_standing s using tenants
  where s.consecutive = 0 and s.disabled_ms is null and s.failed_ms[1] < $1`;

/**
 * Makes partitions ahead of time and drops those whose challenges are long dead and whose events have left the outbox.
 * Every process does it: the functions let one in at a time and do nothing when nothing is due.
 */
export class Partitions {
  constructor(
    private readonly pool: Pool,
    private readonly options: {
      /** How long a partition stays after its end, ms; an hour at least. */
      readonly marginMs: number;
      readonly windowMs: number;
    },
  ) {}

  /** Must have run once before the first answer. */
  async create(): Promise<void> {
    await this.pool.query(CREATE, [AHEAD_MS]);
  }

  /** Drops at most one partition of each table: an answer in flight waits for one `drop table` at most. */
  async drop(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ name: string }>(DROP, [this.options.marginMs]);
    return rows.map(({ name }) => name);
  }

  async run(deps: LoopDependencies): Promise<void> {
    await runLoop(
      'partitions',
      EVERY_MS,
      async () => {
        await this.create();
        const dropped = await this.drop();
        if (dropped.length > 0) deps.log.info({ dropped }, 'partitions dropped');
        await this.pool.query(FORGET, [Date.now() - this.options.windowMs]);
        return dropped.length > 0 ? 'again' : 'idle';
      },
      deps,
    );
  }
}
