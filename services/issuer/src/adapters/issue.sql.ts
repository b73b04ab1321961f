/** Clocks of process and database may differ by this much, in seconds (one constant for issuer and verifier). */
const SKEW_SECONDS = 0.5;

/*
 * One round trip, one commit. The guards stand in the statement itself, so that nobody can come between.
 *
 * The lease is compared with clock_timestamp(): when it is read, this transaction is already listed in
 * pg_stat_activity, where the process that closes an abandoned batch looks for it. The skew is compared with
 * statement_timestamp(), the start of the transaction: what was decided up to a time began at most half a second later.
 */
const CODE = `
  with code as (
    insert into issued (batch, position, expires_at, delivery, told)
    select $1::bigint, $2::integer, $3::timestamptz, $4::delivery_state, $5::jsonb
    where clock_timestamp() < $6::timestamptz
      and abs(extract(epoch from statement_timestamp() - $7::timestamptz)) <= ${SKEW_SECONDS}
    returning batch, position, expires_at
  )`;
const EVENT = `insert into outbox (topic, key, payload, headers) select $8, $9, $10, $11::jsonb from code`;

/** One row when the code is stored, none when a guard refused it. */
export const ISSUE = { name: 'issue', text: `${CODE} ${EVENT}` };

/** The same with a retry mark. A mark that is there already fails the whole statement (unique_violation). */
export const ISSUE_MARKED = {
  name: 'issue-marked',
  text: `${CODE}, event as (${EVENT})
  insert into idempotency (tenant, key, request, answer_kid, answer, batch, position, expires_at)
  select $12, $13, $14, $15, $16, batch, position, expires_at from code`,
};

/** The constraint that a repeated mark violates. */
export const MARK_CONSTRAINT = 'idempotency_pkey';

/** Why a guard refused. */
export const WHY_REFUSED = {
  name: 'why-refused',
  text: `select clock_timestamp() < $1::timestamptz as leased`,
};

/** An answer is not given after the death of its code, wiped or not. */
export const ANSWER = {
  name: 'answer',
  text: `
  select i.request,
    case when i.expires_at > statement_timestamp() then i.answer_kid end as kid,
    case when i.expires_at > statement_timestamp() then i.answer end as sealed,
    c.delivery
  from idempotency i left join issued c using (batch, position)
  where i.tenant = $1 and i.key = $2`,
};

/** Only the first outcome of a delivery counts. */
export const DELIVERED = {
  name: 'delivered',
  text: `
  with code as (
    update issued set delivery = $3::delivery_state, told = null
    where batch = $1::bigint and position = $2::integer and delivery = 'unsent'
    returning batch
  )
  insert into outbox (topic, key, payload, headers) select $4, $5, $6, $7::jsonb from code`,
};
