import type { ClientBase } from 'pg';

/** A connection inside a transaction. */
export type Tx = Pick<ClientBase, 'query'>;

/** int8 columns come as text; ours stay below 2^53. */
export function int(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is not a safe integer`);
  return number;
}
