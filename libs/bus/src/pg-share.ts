import type { Pool } from 'pg';

/** A consumer that is silent this long has lost its partitions: what a dead one held is read on after at most this time. */
const LEASE_SECONDS = 3;
const RENEW_MS = 1_000;

const SHARE = `select * from bus_share($1, $2, $3, make_interval(secs => ${LEASE_SECONDS}))`;
// What is locked is being committed, which renews it.
const RENEW = `
  with mine as (
    select stream from bus_offset where group_name = $1 and member = $2 for update skip locked
  ), alive as (
    update bus_member set seen_at = clock_timestamp() where group_name = $1 and member = $2
  )
  update bus_offset o set lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
  from mine where o.group_name = $1 and o.stream = mine.stream`;
const COMMIT = `
  update bus_offset o set next = c.next, lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
  from unnest($3::int[], $4::bigint[]) as c (stream, next)
  where o.group_name = $1 and o.member = $2 and o.stream = c.stream
  returning o.stream`;
const LEAVE = `
  with gone as (delete from bus_member where group_name = $1 and member = $2)
  update bus_offset set member = null, lease_until = null where group_name = $1 and member = $2`;

/** A partition that this member reads, and where. */
export interface Held {
  readonly stream: number;
  readonly topic: string;
  readonly partition: number;
  next: bigint;
}

/** The partitions that one member of a group holds, by leases that it renews. */
export class Share {
  readonly held = new Map<number, Held>();
  /** Messages of the held partitions that are not read yet, as of the last look. */
  lag = 0;
  #lookedAt = 0;

  constructor(
    private readonly pool: Pool,
    private readonly group: string,
    private readonly member: string,
    private readonly topics: readonly string[],
  ) {}

  /** Looks who else lives, gives up and takes partitions. Call between batches; works at most once a second. */
  async refresh(): Promise<void> {
    if (performance.now() - this.#lookedAt < RENEW_MS) return;
    const { rows } = await this.pool.query<Omit<Held, 'next'> & { next: string; lag: string }>({
      name: 'bus-share',
      text: SHARE,
      values: [this.group, this.member, this.topics],
    });
    this.#lookedAt = performance.now();
    this.held.clear();
    for (const { next, ...partition } of rows) this.held.set(partition.stream, { ...partition, next: BigInt(next) });
    this.lag = rows.reduce((sum, { lag }) => sum + Number(lag), 0);
  }

  /** Keeps the leases while `work` runs. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const values = [this.group, this.member];
    const renew = (): void =>
      // A renewal that fails is made up by the next one, or the lease ends: then the commit finds out.
      void this.pool.query({ name: 'bus-renew', text: RENEW, values }).catch(() => undefined);
    const timer = setInterval(renew, RENEW_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  }

  /** Moves the offsets of the partitions that are still held; the others are dropped, another member reads them again. */
  async commit(nexts: ReadonlyMap<number, bigint>): Promise<void> {
    const { rows } = await this.pool.query<{ stream: number }>({
      name: 'bus-commit',
      text: COMMIT,
      values: [this.group, this.member, [...nexts.keys()], [...nexts.values()].map(String)],
    });
    const kept = new Set(rows.map(({ stream }) => stream));
    for (const [stream, next] of nexts) {
      const partition = this.held.get(stream);
      if (partition !== undefined && kept.has(stream)) partition.next = next;
      else this.held.delete(stream);
    }
  }

  /** Forgets what is held until the next look. */
  drop(): void {
    this.held.clear();
    this.#lookedAt = 0;
  }

  /** Frees everything at once, for the others. */
  async leave(): Promise<void> {
    await this.pool.query(LEAVE, [this.group, this.member]);
  }
}
