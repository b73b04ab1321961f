-- Up Migration
-- The transparency log of one origin. What is never changed is not granted: the service role may only
-- insert into leaf, challenge, evidence, checkpoint and settlement.

-- One row: the state that every writing transaction locks.
create table log (
  only_row boolean primary key default true check (only_row),
  origin text not null,
  -- Number of leaves.
  size bigint not null default 0 check (size >= 0),
  -- Fencing token of the writer: a writer with a smaller one has been replaced.
  fence bigint not null default 0,
  -- Newest block told by the relay: {chainId, block, hash}.
  head jsonb,
  -- The last anchor request.
  asked_size bigint not null default 0,
  asked_settle_below bigint not null default 1,
  asked_at timestamptz not null default 'epoch'
);
comment on table log is 'grants: select, insert, update';

create type leaf_kind as enum ('batch-opened', 'issued', 'verified', 'rejected', 'locked', 'batch-closed');

create table leaf (
  index bigint primary key check (index >= 0),
  event_id uuid not null unique,
  kind leaf_kind not null,
  batch bigint not null,
  position bigint,
  -- Canonical JSON, the bytes that are hashed.
  entry text not null,
  hash bytea not null check (length(hash) = 32),
  -- Seed and values of the committed fields, AES-256-GCM, bound to origin and index. Null once erased.
  openings bytea
);
comment on table leaf is 'grants: select, insert';
-- The identity of a code is its position: a second issue or use cannot be stored.
create unique index leaf_one_issue on leaf (batch, position) where kind = 'issued';
create unique index leaf_one_use on leaf (batch, position) where kind = 'verified';
create index leaf_by_hash on leaf using hash (hash);

-- C2SP tlog-tiles: up to 256 hashes of one level. Only the last tile of a level grows.
create table tile (
  level smallint not null,
  index bigint not null,
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, index)
) with (fillfactor = 80);
comment on table tile is 'grants: select, insert, update';
-- Hashes do not compress.
alter table tile alter column hashes set storage external;

create table batch (
  batch bigint primary key,
  opened boolean not null,
  issued bigint not null,
  issued_below bigint not null,
  refers_below bigint not null,
  last_expires_ms bigint not null,
  -- Null until closed.
  count bigint,
  void jsonb,
  settled boolean not null default false,
  check ((count is null) = (void is null))
);
create index batch_unsettled on batch (last_expires_ms) where not settled;
comment on table batch is 'grants: select, insert, update';

-- Which place a challenge has. Row-level security shows a row only to the tenant it belongs to.
create table challenge (
  batch bigint not null,
  position bigint not null,
  id uuid not null,
  tenant text not null,
  primary key (batch, position)
);
comment on table challenge is 'grants: select, insert';
create index challenge_by_id on challenge (id);
alter table challenge enable row level security;
create policy challenge_write on challenge for insert with check (true);
create policy challenge_read on challenge for select using (tenant = current_setting('otp.tenant', true));

-- Events that came before what must stand in the log ahead of them.
create table parked (
  event_id uuid primary key,
  arrival bigint generated always as identity,
  wait text not null check (wait in ('header', 'issue')),
  batch bigint not null,
  position bigint,
  event jsonb not null,
  parked_at timestamptz not null default now()
);
comment on table parked is 'grants: select, insert, update, delete';
create index parked_place on parked (batch, position);
create index parked_age on parked (parked_at);

-- Events that contradict the log, word for word.
create table evidence (
  id bigint generated always as identity primary key,
  kind text not null,
  event_id uuid not null,
  batch bigint,
  position bigint,
  event jsonb not null,
  noted_at timestamptz not null default now(),
  unique (event_id, kind)
);
comment on table evidence is 'grants: select, insert';

create table checkpoint (
  size bigint primary key check (size > 0),
  root bytea not null check (length(root) = 32),
  note text not null,
  signed_at timestamptz not null
);
comment on table checkpoint is 'grants: select, insert';
create index checkpoint_aligned on checkpoint (size) where size % 256 = 0;

-- "Everything up to up_to_ms is on the bus below positions", not yet read so far.
create table watermark (
  source text not null,
  up_to_ms bigint not null,
  positions jsonb not null,
  primary key (source, up_to_ms)
);
comment on table watermark is 'grants: select, insert, update, delete';
-- How far each source is read.
create table watermark_read (
  source text primary key,
  up_to_ms bigint not null,
  read_at timestamptz not null
);
comment on table watermark_read is 'grants: select, insert, update';

create table settlement (
  batch bigint primary key check (batch > 0),
  count bigint not null check (count > 0),
  issued_below bigint not null,
  refers_below bigint not null,
  root bytea not null check (length(root) = 32),
  -- For each position: u8 fate, u64 log index.
  fates bytea not null check (length(fates) = 9 * count),
  settled_at timestamptz not null
);
comment on table settlement is 'grants: select, insert';

-- What the contract holds, as the relay saw it. A reorged anchor stays as a trace and is no longer live.
create table anchor (
  block_hash text not null,
  transaction text not null,
  index bigint not null,
  size bigint not null,
  root text not null,
  settlements_hash text not null,
  time_seconds bigint not null,
  chain_id text not null,
  contract text not null,
  block text not null,
  first_batch bigint not null,
  settlements jsonb not null,
  state text not null check (state in ('confirmed', 'final', 'reorged')),
  seen_at timestamptz not null default now(),
  primary key (block_hash, index)
);
comment on table anchor is 'grants: select, insert, update';
create unique index anchor_live on anchor (index) where state <> 'reorged';
create index anchor_live_size on anchor (size, index) where state <> 'reorged';
create index anchor_live_batch on anchor (first_batch) where state <> 'reorged' and first_batch > 0;

-- Perfect subtrees of the anchor tree: node (level, index) covers anchors [index << level, (index + 1) << level).
create table anchor_node (
  level smallint not null,
  index bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (level, index)
);
comment on table anchor_node is 'grants: select, insert, delete';
