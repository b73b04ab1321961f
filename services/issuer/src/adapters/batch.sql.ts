/** "OTPBATC" as a number: the lock under which batches are numbered. */
const NUMBERING_LOCK = '22342586705433667';

/** Held to the end of the transaction: the number that is read next is not taken before this one is committed. */
export const LOCK_NUMBERING = `select pg_advisory_xact_lock(${NUMBERING_LOCK})`;

/** $1: owner, $2: milliseconds of the lease. */
export const OPEN = `
  insert into issue_batch (batch, owner, lease_until)
  select coalesce(max(batch), 0) + 1, $1::uuid, statement_timestamp() + $2::integer * interval '1 millisecond'
  from issue_batch
  returning batch::integer, lease_until, opened_at`;

/** A lease that has ended is not renewed: others may be closing the batch. */
export const RENEW = `
  update issue_batch set lease_until = statement_timestamp() + $3::integer * interval '1 millisecond'
  where batch = $1 and owner = $2 and closed_at is null and lease_until > statement_timestamp()
  returning lease_until`;

/** Whoever closes a batch holds its row until the closing is committed. */
export const HOLD_OWN = `
  select lease_until from issue_batch where batch = $1 and owner = $2 and closed_at is null for update`;

/** The oldest batch whose lease ended more than a second ago. Uses issue_batch_open. */
export const HOLD_ABANDONED = `
  select batch::integer, lease_until from issue_batch
  where closed_at is null and lease_until < statement_timestamp() - interval '1 second'
  order by lease_until limit 1
  for update skip locked`;

export const POSITIONS = `select position from issued where batch = $1 order by position`;

export const CLOSE = `
  update issue_batch set closed_at = statement_timestamp() where batch = $1 returning closed_at`;
