-- Up Migration
-- What the self-audit found wrong with the stored log. Nothing is signed, settled or asked for while a row is not cleared;
-- the service cannot clear one: whoever has looked into it does, as the owner (docs/runbooks/log-tampering.md).
create table tampering (
  id bigint generated always as identity primary key,
  kind text not null,
  -- First bad leaf, or the range index … below - 1 that it lies in.
  index bigint not null,
  below bigint,
  batch bigint,
  position bigint,
  what text not null,
  found_at timestamptz not null default now(),
  cleared_at timestamptz,
  cleared_by text,
  check ((cleared_at is null) = (cleared_by is null))
);
comment on table tampering is 'grants: select, insert';
create index tampering_open on tampering (id) where cleared_at is null;
