-- Up Migration
-- Events of committed transactions that are not on the bus yet. Rows live for milliseconds: the publisher deletes them.
-- The identity must stay without a cache: an id is larger than every id that was committed before it was drawn.
create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  payload text not null,
  headers jsonb not null default '{}',
  created_at timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 10000);
comment on table outbox is 'grants: select, insert, delete';
