/** Clocks of process and database may differ by this much (one constant for issuer and verifier). */
const MOST_SKEW = `interval '500 milliseconds'`;

/*
 * Codes that came together are stored together: one round trip, one commit. The guards stand in the statement itself, so
 * that nobody can come between.
 *
 * The lease is compared with clock_timestamp(): when it is read, this transaction is already listed in
 * pg_stat_activity, where the process that closes an abandoned batch looks for it. The skew is compared with
 * statement_timestamp(), the start of the transaction: what was decided up to a time began at most half a second later.
 */
const CODES = `
  with guard as materialized (
    select where clock_timestamp() < $1::timestamptz
      and statement_timestamp() between $2::timestamptz - ${MOST_SKEW} and $2::timestamptz + ${MOST_SKEW}
  ), code as (
    insert into issued (batch, position, expires_at, delivery, told)
    select c.* from guard, unnest($3::bigint[], $4::integer[], $5::timestamptz[], $6::delivery_state[], $7::jsonb[]) as c
  )`;
const EVENTS = `
  insert into outbox (topic, key, payload, headers)
  select e.* from guard, unnest($8::text[], $9::text[], $10::text[], $11::jsonb[]) as e`;

/** As many rows as codes when they are stored, none when a guard refused them. */
export const ISSUE = { name: 'issue', text: `${CODES} ${EVENTS}` };

/** The same with retry marks. A mark that is there already fails the whole statement (unique_violation). */
export const ISSUE_MARKED = {
  name: 'issue-marked',
  text: `${CODES}, mark as (
    insert into idempotency (tenant, key, request, answer_kid, answer, batch, position, expires_at)
    select m.* from guard, unnest($12::text[], $13::bytea[], $14::bytea[], $15::text[], $16::bytea[], $17::bigint[],
      $18::integer[], $19::timestamptz[]) as m
  ) ${EVENTS}`,
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
