-- Up Migration
-- One lane per (origin, signer): its transactions, their history, and what is wished.

create table lane (
  id integer generated always as identity primary key,
  chain_id numeric(78, 0) not null,
  -- Lower-case 0x-hex, like every address here.
  contract text not null,
  origin text not null,
  signer text not null,
  -- Fencing token of the leader: a leader with a smaller one has been replaced.
  fence bigint not null default 0,
  -- One more than the highest nonce that was ever allotted.
  next_nonce bigint not null,
  -- Mined nonces below it are accounted for.
  reconciled bigint not null,
  -- Highest nonce of a final transaction: nothing at or below it can change.
  final_nonce bigint not null default -1,
  -- Anchors below it are final and known without a gap.
  final_anchors bigint not null default 0,
  told_head bigint,
  hold_reason text,
  hold_detail text,
  hold_since timestamptz,
  unique (chain_id, contract, origin, signer),
  -- The nonces of a key have one owner.
  unique (chain_id, signer)
);
comment on table lane is 'grants: select, insert, update';

-- The wish for a log: largest size and settlement number ever asked for.
create table intent (
  origin text primary key,
  size bigint not null check (size >= 0),
  settle_below bigint not null check (settle_below >= 0),
  requested_at timestamptz not null
);
comment on table intent is 'grants: select, insert, update';

create type tx_state as enum (
  'queued', 'signed', 'broadcast', 'replaced', 'mined', 'failed', 'reorged', 'confirmed', 'final', 'dropped'
);

create table relay_transaction (
  id bigint generated always as identity primary key,
  lane integer not null references lane,
  -- The signer of the lane; another account for anchors that were found on the chain.
  sender text not null,
  nonce bigint not null check (nonce >= 0),
  state tx_state not null,
  size bigint not null,
  gas bigint,
  max_fee numeric(78, 0),
  max_tip numeric(78, 0),
  hash text unique,
  raw text,
  queued_at timestamptz not null default now(),
  signed_at timestamptz,
  sent_at timestamptz,
  last_answer text,
  block_number bigint,
  block_hash text,
  mined_at timestamptz,
  gas_used bigint,
  gas_price numeric(78, 0),
  anchor_index bigint,
  landed jsonb,
  -- What is signed can be sent again after any crash.
  check (state in ('queued', 'dropped') or hash is not null),
  check ((block_number is null) = (state not in ('mined', 'failed', 'confirmed', 'final')))
);
comment on table relay_transaction is 'grants: select, insert, update';
-- A nonce has one transaction that counts; `replaced` and `dropped` ones gave their place to it.
create unique index relay_transaction_one_of_a_nonce on relay_transaction (lane, sender, nonce)
  where state not in ('replaced', 'dropped');
create index relay_transaction_by_nonce on relay_transaction (lane, nonce desc);
create index relay_transaction_by_anchor on relay_transaction (lane, anchor_index) where anchor_index is not null;
create index relay_transaction_in_flight on relay_transaction (state) where state not in ('final', 'dropped');

create table relay_history (
  id bigint generated always as identity primary key,
  transaction bigint not null references relay_transaction,
  from_state tx_state,
  to_state tx_state not null,
  at timestamptz not null default now(),
  fence bigint not null,
  note text
);
comment on table relay_history is 'grants: select, insert';
create index relay_history_by_transaction on relay_history (transaction, id);
