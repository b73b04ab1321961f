import type { Delivered } from '@otp-notary/bus';
import type { AnyEvent } from '@otp-notary/events';
import type { Logger, Metrics } from '@otp-notary/platform';
import type { ClientBase } from 'pg';
import { deadLetter } from './dead-letter.js';
import { insertRows } from './outbox-row.js';
import { readMessage, type Poison, type Taken } from './read-message.js';
import { markTaken } from './spans.js';

type Tx = Pick<ClientBase, 'query'>;

// The row lock makes two consumers that both believe to own a partition take turns; the second finds what the first took.
const ADVANCE = `
  with arrived as (
    select * from unnest($1::text[], $2::int[], $3::bigint[]) as a (topic, partition, next)
  ), before as (
    select o.topic, o.partition, o.next from inbox_offset o join arrived a using (topic, partition)
    order by o.topic, o.partition for update of o
  ), moved as (
    insert into inbox_offset (topic, partition, next)
    select a.topic, a.partition, a.next from arrived a order by a.topic, a.partition
    on conflict (topic, partition) do update set next = greatest(inbox_offset.next, excluded.next)
  )
  select topic, partition, next from before`;
const SEE = `
  insert into inbox_seen (event_id) select * from unnest($1::uuid[])
  on conflict (event_id) do nothing
  returning event_id`;
const CONSUMED = `select topic, partition, next from inbox_offset`;
const PRUNE = `delete from inbox_seen where seen_at < now() - $1::float8 * interval '1 millisecond'`;

interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly next: string;
}

/**
 * Exactly-once effect over an at-least-once bus: what was taken is noted in the transaction of the effect, by the offset
 * (redelivery) and by the event's id (published twice). What cannot be read goes to the dead letters, and the stream goes on.
 */
export class Inbox {
  readonly #deadLetters;

  constructor(private readonly telemetry: { readonly log: Logger; readonly metrics: Metrics }) {
    this.#deadLetters = telemetry.metrics.counter('otp_inbox_dead_letters_total', 'Messages that could not be read', [
      'topic',
    ]);
  }

  /** @returns the events of the batch that had no effect yet, in the order of their delivery; call it first in `tx` */
  async take(tx: Tx, batch: readonly Delivered[]): Promise<readonly AnyEvent[]> {
    if (batch.length === 0) return [];
    const before = await this.#advance(tx, batch);
    const read = batch.filter((message) => message.offset >= (before.get(placeOf(message)) ?? 0n)).map(readMessage);
    const fresh = await this.#unseen(
      tx,
      read.filter((message): message is Taken => 'event' in message),
    );
    await this.#bury(
      tx,
      read.filter((message): message is Poison => 'reason' in message),
    );
    for (const { event, from } of fresh) markTaken(event, from);
    return fresh.map(({ event }) => event);
  }

  /** How far each partition is taken, `topic/partition` → next offset, the batch of this transaction included. */
  async consumed(tx: Tx): Promise<ReadonlyMap<string, bigint>> {
    const { rows } = await tx.query<Position>(CONSUMED);
    return new Map(rows.map((row) => [placeOf(row), BigInt(row.next)]));
  }

  /** Forgets events seen longer ago: a publisher that is down longer than this may double what it had just published. */
  async prune(tx: Tx, olderThanMs: number): Promise<void> {
    await tx.query(PRUNE, [olderThanMs]);
  }

  /** @returns where each partition of the batch stood before */
  async #advance(tx: Tx, batch: readonly Delivered[]): Promise<ReadonlyMap<string, bigint>> {
    const ends = new Map<string, Delivered>();
    for (const message of batch) {
      const place = placeOf(message);
      const last = ends.get(place);
      if (last === undefined || last.offset < message.offset) ends.set(place, message);
    }
    const last = [...ends.values()];
    const { rows } = await tx.query<Position>({
      name: 'inbox-advance',
      text: ADVANCE,
      values: [
        last.map(({ topic }) => topic),
        last.map(({ partition }) => partition),
        last.map(({ offset }) => String(offset + 1n)),
      ],
    });
    return new Map(rows.map((row) => [placeOf(row), BigInt(row.next)]));
  }

  /** Marks events as seen. @returns those that were not, each once */
  async #unseen(tx: Tx, taken: readonly Taken[]): Promise<readonly Taken[]> {
    if (taken.length === 0) return [];
    const ids = taken.map(({ event }) => event.id);
    const { rows } = await tx.query<{ event_id: string }>({ name: 'inbox-see', text: SEE, values: [ids] });
    const unseen = new Set(rows.map(({ event_id }) => event_id));
    return taken.filter(({ event }) => unseen.delete(event.id.toLowerCase()));
  }

  async #bury(tx: Tx, poison: readonly Poison[]): Promise<void> {
    for (const { from, reason } of poison) {
      const { topic, partition, offset } = from;
      this.#deadLetters.inc({ topic });
      this.telemetry.log.error({ topic, partition, offset: offset.toString(), reason }, 'a message could not be read');
    }
    await insertRows(tx, poison.map(deadLetter));
  }
}

function placeOf({ topic, partition }: { readonly topic: string; readonly partition: number }): string {
  return `${topic}/${partition}`;
}
