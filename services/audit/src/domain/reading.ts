import type { EventOf } from '@otp-notary/events';

/** Topic → next offset of each partition, as a source told it with its watermark. */
export type BusPositions = EventOf<'otp.watermark'>['positions'];

/** Next offset to read, by topic and partition: everything below it is in effect. */
export type Consumed = ReadonlyMap<string, bigint>;

/** How one partition is named in {@link Consumed}. */
export function partitionName(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}

/** Whether all that stands below the positions is read. A partition never read counts as 0. */
export function isRead(positions: BusPositions, consumed: Consumed): boolean {
  return Object.entries(positions).every(([topic, partitions]) =>
    partitions.every(({ partition, next }) => (consumed.get(partitionName(topic, partition)) ?? 0n) >= BigInt(next)),
  );
}
