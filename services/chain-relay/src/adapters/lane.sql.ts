/** Statements of one lane. `$1` is the lane's id. */

export const CREATE_LANE = `
  insert into lane (chain_id, contract, origin, signer, next_nonce, reconciled)
  values ($1, $2, $3, $4, $5, $5)
  on conflict do nothing`;

/** Only a later term may begin. No row: the signer serves another lane, or the term is an old one. */
export const BEGIN_TERM = `
  update lane set fence = $5
  where chain_id = $1 and contract = $2 and origin = $3 and signer = $4 and fence <= $5
  returning id`;

/** The fence of every write: taken first in its transaction, held to its end. */
export const LOCK_LANE = `select from lane where id = $1 and fence = $2 for update`;

export const LANE_STATE = `
  select reconciled, next_nonce, told_head, hold_reason, hold_detail,
    extract(epoch from hold_since) * 1000 as hold_since_ms
  from lane where id = $1`;

export const INTENT = `select size, settle_below from intent where origin = $1`;

const COLUMNS = `
  t.id, t.sender, t.nonce, t.state, t.size, t.gas, t.max_fee, t.max_tip, t.hash, t.raw, t.last_answer,
  extract(epoch from t.signed_at) * 1000 as signed_at_ms, extract(epoch from t.sent_at) * 1000 as sent_at_ms,
  extract(epoch from t.mined_at) * 1000 as mined_at_ms, t.block_number, t.block_hash, t.landed`;

/** Own transactions from the last final or unaccounted nonce on, and foreign anchors that are not final. */
export const WATCHED = `
  select ${COLUMNS}
  from relay_transaction t join lane l on l.id = t.lane
  where l.id = $1 and (
    (t.sender = l.signer and t.nonce >= least(l.reconciled, l.final_nonce + 1))
    or (t.sender <> l.signer and t.state in ('mined', 'confirmed', 'reorged')))
  order by t.nonce, t.id`;

export const QUEUE = `
  with queued as (
    insert into relay_transaction as t (lane, sender, nonce, state, size)
    select l.id, l.signer, $2, 'queued', $3 from lane l where l.id = $1
    returning *),
  allotted as (update lane set next_nonce = greatest(next_nonce, $2::bigint + 1) where id = $1)
  select ${COLUMNS} from queued t`;

/** Other open transactions of the nonce $3 of sender $2 give their place to $4. */
export const SUPERSEDE = `
  with open as (
    select id, state, (case state when 'queued' then 'dropped' else 'replaced' end)::tx_state as next
    from relay_transaction
    where lane = $1 and sender = $2 and nonce = $3 and id <> $4
      and state in ('queued', 'signed', 'broadcast', 'reorged')
    for update),
  moved as (update relay_transaction t set state = open.next from open where t.id = open.id)
  insert into relay_history (transaction, from_state, to_state, fence, note)
  select id, state, next, $5, 'superseded' from open`;

/** What else is known of the nonce $3 of sender $2 can never be mined: $4 is final. */
export const DROP_RIVALS = `
  with rival as (
    select id, state from relay_transaction
    where lane = $1 and sender = $2 and nonce = $3 and id <> $4 and state in ('replaced', 'reorged', 'failed')
    for update),
  moved as (
    update relay_transaction t set state = 'dropped', block_number = null, block_hash = null
    from rival where t.id = rival.id)
  insert into relay_history (transaction, from_state, to_state, fence, note)
  select id, state, 'dropped', $5, 'another transaction of its nonce is final' from rival`;

export const HISTORY = `
  insert into relay_history (transaction, from_state, to_state, fence, note) values ($1, $2, $3, $4, $5)`;

/** Transitions. $1 is the transaction, $2 the state that it must be in, $3 the new one. */
export const SIGN = `
  update relay_transaction
  set state = $3, raw = $4, hash = $5, gas = $6, max_fee = $7, max_tip = $8, size = $9,
    signed_at = to_timestamp($10::float8 / 1000)
  where id = $1 and state = $2`;
export const MARK_SENT = `
  update relay_transaction set state = $3, sent_at = to_timestamp($4::float8 / 1000), last_answer = null
  where id = $1 and state = $2`;
export const MINE = `
  update relay_transaction
  set state = $3, block_number = $4, block_hash = $5, gas_used = $6, gas_price = $7, landed = $8, anchor_index = $9,
    mined_at = to_timestamp($10::float8 / 1000)
  where id = $1 and state = $2`;
export const LEAVE_BLOCK = `
  update relay_transaction
  set state = $3, block_number = null, block_hash = null, mined_at = null, landed = null, anchor_index = null
  where id = $1 and state = $2`;
export const MARK = `update relay_transaction set state = $3 where id = $1 and state = $2`;

/** The lane after nonce $2 of sender $3 became final. Anchors count as far as they are final without a gap. */
export const FINALIZE_LANE = `
  update lane l set
    final_nonce = case when l.signer = $3 then greatest(l.final_nonce, $2::bigint) else l.final_nonce end,
    final_anchors = l.final_anchors + (
      select count(*) from (
        select anchor_index - row_number() over (order by anchor_index) as start from relay_transaction
        where lane = $1 and state = 'final' and anchor_index >= l.final_anchors) f
      where f.start = l.final_anchors - 1)
  where id = $1`;

/** Anchors known to stand without a gap, and the block of the last of them. */
export const STANDING = `
  with standing as (
    select anchor_index - row_number() over (order by anchor_index) as start, block_number
    from relay_transaction, lane l
    where l.id = $1 and lane = l.id and anchor_index >= l.final_anchors)
  select l.final_anchors + (select count(*) from standing where start = l.final_anchors - 1) as count,
    greatest(
      (select max(block_number) from standing where start = l.final_anchors - 1),
      (select block_number from relay_transaction where lane = l.id and anchor_index = l.final_anchors - 1)) as block
  from lane l where l.id = $1`;

export const NOTE = `update relay_transaction set last_answer = $2 where id = $1`;

export const IS_KNOWN = `select from relay_transaction where hash = $1`;
export const ADOPT = `
  with adopted as (
    insert into relay_transaction
      (lane, sender, nonce, state, size, hash, block_number, block_hash, mined_at, gas_used, gas_price, landed, anchor_index)
    values ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000), $10, $11, $12, $13)
    returning id),
  allotted as (
    update lane set next_nonce = greatest(next_nonce, $3::bigint + 1) where id = $1 and signer = $2),
  told as (
    insert into relay_history (transaction, to_state, fence, note)
    select id, $4, $14, 'found on the chain' from adopted)
  select id from adopted`;

export const SET_RECONCILED = `
  update lane set reconciled = $2, next_nonce = greatest(next_nonce, $2::bigint) where id = $1`;
export const SET_HOLD = `
  update lane set hold_reason = $2, hold_detail = $3, hold_since = to_timestamp($4::float8 / 1000) where id = $1`;
export const SET_TOLD_HEAD = `update lane set told_head = $2 where id = $1`;

/** Transactions of the lane (origin $2, signer $3) with their history, newest first. */
export const LIST = `
  select ${COLUMNS}, t.gas_used, t.gas_price, extract(epoch from t.queued_at) * 1000 as queued_at_ms,
    (select coalesce(json_agg(json_build_object('from', h.from_state, 'to', h.to_state, 'at', h.at, 'note', h.note)
       order by h.id), '[]') from relay_history h where h.transaction = t.id) as history
  from relay_transaction t join lane l on l.id = t.lane
  where l.origin = $2 and l.signer = $3
  order by t.id desc limit $1`;
export const LANE = `
  select l.chain_id, l.contract, l.next_nonce, l.reconciled, l.told_head, l.hold_reason, l.hold_detail,
    extract(epoch from l.hold_since) * 1000 as hold_since_ms, i.size as wished_size, i.settle_below as wished_settle_below,
    (select (t.landed ->> 'size')::bigint from relay_transaction t
      where t.lane = l.id and t.anchor_index is not null order by t.anchor_index desc limit 1) as anchored_size
  from lane l left join intent i on i.origin = l.origin where l.origin = $1 and l.signer = $2`;
export const COUNT_BY_STATE = `
  select state, count(*) as count from relay_transaction
  where state not in ('final', 'dropped') group by state`;
