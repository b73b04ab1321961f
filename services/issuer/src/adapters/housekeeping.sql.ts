/** Codes that died without a known delivery. Uses issued_unsent. */
export const UNSENT = `
  select batch::integer, position, told from issued
  where delivery = 'unsent' and expires_at <= statement_timestamp()
  order by expires_at limit 500
  for update skip locked`;

export const LAPSE = `
  update issued set delivery = 'lapsed', told = null
  from unnest($1::bigint[], $2::integer[]) as dead (batch, position)
  where issued.batch = dead.batch and issued.position = dead.position`;

/** An answer outlives its code by nothing but the time until this runs; reading it is refused in between. */
export const WIPE_ANSWERS = `
  update idempotency set answer = null, answer_kid = null
  where answer is not null and expires_at <= statement_timestamp()`;

export const FORGET_KEYS = `
  delete from idempotency
  where created_at < statement_timestamp() - interval '24 hours'`;

/**
 * Codes of closed batches: once the closing is committed nothing asks for them again, but repeats of an idempotency key
 * while the code lives, which ten minutes outlast.
 */
export const PRUNE = `
  with due as (
    select batch from issue_batch
    where closed_at < statement_timestamp() - interval '10 minutes' and not pruned
      and not exists (select from issued where issued.batch = issue_batch.batch and delivery = 'unsent')
    order by closed_at limit 20
    for update skip locked
  ), gone as (
    delete from issued using due where issued.batch = due.batch
  )
  update issue_batch set pruned = true from due where issue_batch.batch = due.batch`;

/** Old batches. The newest stays for ever: the next number is one more. */
export const FORGET_BATCHES = `
  delete from issue_batch
  where pruned and closed_at < statement_timestamp() - interval '24 hours'
    and batch < (select max(batch) from issue_batch)`;
