import { rootAt } from '@otp-notary/merkle';
import { inTransaction } from '@otp-notary/persistence';
import type { Pool } from 'pg';
import { newestCheckpoint } from '../adapters/checkpoints.js';
import { beginLog, readLog } from '../adapters/log-row.js';
import type { SignedStateFile } from '../adapters/signed-state-file.js';
import { nodesAt } from '../adapters/tiles.js';
import { assertExtends, SignedStateViolated } from '../domain/signed-state.js';

/** The log of one database and what was signed of it, as the file outside says. */
export interface OpenedLog {
  readonly pool: Pool;
  readonly origin: string;
  readonly file: SignedStateFile;
}

/**
 * Opens the log at start: makes its row when the database is new, and compares it with what was signed.
 * @param missing `refuse`: a file that is gone is no reason to believe a database that holds signed trees.
 * @throws SignedStateViolated, OriginMismatch
 */
export async function openLog(log: OpenedLog, missing: 'refuse' | 'adopt'): Promise<void> {
  await inTransaction(log.pool, (tx) => beginLog(tx, log.origin));
  await log.file.sweep();
  if (missing === 'refuse' && (await log.file.read()) === null) {
    const newest = await newestCheckpoint(log.pool);
    if (newest !== null) {
      throw new SignedStateViolated(
        `the file that names the last signed tree is gone, but the database holds one of ${newest.size} leaves: ` +
          'bring the file back, or set OTP_SIGNED_STATE_MISSING=adopt once',
      );
    }
  }
  await assertSigned(log);
}

/** Whether the database still holds what was signed. @throws SignedStateViolated, TilesBroken, OriginMismatch */
export async function assertSigned({ pool, origin, file }: OpenedLog): Promise<void> {
  // Before the database: every leaf of a signed tree was committed before the file was written.
  const signed = await file.read();
  await inTransaction(
    pool,
    async (tx) => {
      const { size } = await readLog(tx, origin);
      await assertExtends(signed, { origin, size, rootAt: (at) => rootAt(nodesAt(tx, size), at) });
    },
    'repeatable read read only',
  );
}
