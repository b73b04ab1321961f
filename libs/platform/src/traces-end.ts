import { sleep } from './retry.js';

/** A collector that does not answer holds up the end of the process no longer than this, in milliseconds. */
const LIMIT_MS = 2_000;

let flush: (() => Promise<void>) | undefined;

/** Says how the traces of this process are sent off before it ends. */
export function atTracesEnd(work: () => Promise<void>): void {
  flush = work;
}

/** Sends off what was traced; at once when nothing is. Never rejects. */
export async function endTraces(): Promise<void> {
  if (flush === undefined) return;
  // A collector that is gone must not change how the process ends.
  await Promise.race([flush().catch(() => {}), sleep(LIMIT_MS)]);
}
